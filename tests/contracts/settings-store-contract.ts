import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../src/domain/ports/settings-store.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/domain/server-settings.ts';
import type { ServerSettings } from '../../src/domain/server-settings.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
const BOB = { by: 'bob', at: '2026-03-01T11:00:00.000Z' };

/** None is as the defaults have it. */
const OTHERWISE: Required<ServerSettings> = {
  strictness: 'strict',
  answerIn: { mode: 'except', channels: ['11', '12'] },
  speaksIn: ['13'],
  layout: 'embeds',
  privateByDefault: true,
  adders: { everyone: false, roles: ['77'] },
  language: 'pt-BR',
  gapReports: false,
  gapWording: true,
  articlesInDirectMessages: true,
  grades: 'four',
  quiz: { rounds: 10, seconds: 60, mode: 'type' },
};

/** What every store of settings has to do. */
export function describeSettingsStore(name: string, open: () => Promise<Store>): void {
  describe(`settings in ${name}`, () => {
    let whole: Store;
    let store: SettingsStore;
    beforeAll(async () => {
      whole = await open();
      store = whole.settings;
    });
    beforeEach(async () => {
      for (const serverId of await store.servers()) await store.removeOf(serverId);
    });
    afterAll(() => whole.close());

    it('has the defaults for who has decided nothing', async () => {
      expect(await store.read('s1')).toStrictEqual(DEFAULT_SERVER_SETTINGS);
      expect(await store.changes('s1', 5)).toEqual([]);
      expect(await store.servers()).toEqual([]);
    });

    it('keeps every field, for one server alone, and says what was before', async () => {
      const change = await store.change('s1', OTHERWISE, ADA);
      expect(await store.read('s1')).toStrictEqual(OTHERWISE);
      expect(await store.read('s2')).toStrictEqual(DEFAULT_SERVER_SETTINGS);
      expect(change).toMatchObject({ ...ADA, fields: Object.keys(OTHERWISE) });
      expect(change?.before).toStrictEqual(DEFAULT_SERVER_SETTINGS);
      expect(change?.after).toStrictEqual(OTHERWISE);
      expect(await store.changes('s1', 5)).toStrictEqual([change]);
    });

    it('changes what a patch names, puts back what it names as undefined, and nothing else', async () => {
      await store.change('s1', { strictness: 'strict', language: 'de' }, ADA);
      const change = await store.change('s1', { strictness: undefined, gapWording: true }, BOB);
      expect(change).toMatchObject({
        fields: ['strictness', 'gapWording'],
        before: { strictness: 'strict' },
      });
      expect(change?.after).toStrictEqual({ gapWording: true });
      expect(await store.read('s1')).toStrictEqual({
        ...DEFAULT_SERVER_SETTINGS,
        language: 'de',
        gapWording: true,
      });
    });

    it('makes no change of what is so already', async () => {
      await store.change('s1', { language: 'de' }, ADA);
      expect(await store.change('s1', { language: 'de', grades: 'two', strictness: undefined }, BOB)).toBe(
        undefined,
      );
      expect(await store.changes('s1', 5)).toHaveLength(1);
    });

    it('refuses what no server may have, and keeps nothing of it', async () => {
      const wrong: readonly object[] = [
        { language: 'xx' },
        { quiz: { rounds: -1, seconds: 30, mode: 'choice' } },
        { speaksIn: ['<#1>; drop table'] },
        { colour: 'red' },
      ];
      for (const patch of wrong) {
        await expect(store.change('s1', { gapWording: true, ...patch }, ADA)).rejects.toMatchObject({
          code: 'settings-invalid',
        });
      }
      expect(await store.read('s1')).toStrictEqual(DEFAULT_SERVER_SETTINGS);
    });

    it('lists changes newest first, as many as are asked for', async () => {
      for (const language of ['de', 'fr', 'es'] as const) await store.change('s1', { language }, ADA);
      await store.change('s2', { language: 'de' }, ADA);
      const changes = await store.changes('s1', 2);
      expect(changes.map(({ after }) => after.language)).toEqual(['es', 'fr']);
    });

    it('undoes a change, and the undoing', async () => {
      const change = await store.change('s1', { language: 'de', strictness: 'strict' }, ADA);
      await store.change('s1', { gapWording: true }, ADA);
      const undone = await store.undo('s1', change?.id ?? 0, BOB);
      expect(undone).toMatchObject({
        kind: 'undone',
        change: { ...BOB, undoes: change?.id, fields: ['strictness', 'language'] },
      });
      expect(await store.read('s1')).toStrictEqual({ ...DEFAULT_SERVER_SETTINGS, gapWording: true });
      const [newest] = await store.changes('s1', 1);
      await store.undo('s1', newest?.id ?? 0, ADA);
      expect(await store.read('s1')).toMatchObject({
        language: 'de',
        strictness: 'strict',
        gapWording: true,
      });
    });

    it('does not undo what a later change has set anew, nor what is of another server', async () => {
      const change = await store.change('s1', { language: 'de', grades: 'four' }, ADA);
      const later = await store.change('s1', { language: 'fr' }, BOB);
      const id = change?.id ?? 0;
      expect(await store.undo('s1', id, ADA)).toStrictEqual({ kind: 'overtaken', by: later });
      expect(await store.undo('s2', id, ADA)).toEqual({ kind: 'unknown' });
      expect(await store.undo('s1', 999_999, ADA)).toEqual({ kind: 'unknown' });
      expect(await store.read('s1')).toMatchObject({ language: 'fr', grades: 'four' });
    });

    it('undoes once, however often it is asked at once', async () => {
      const change = await store.change('s1', { language: 'de' }, ADA);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => store.undo('s1', change?.id ?? 0, BOB)),
      );
      expect(outcomes.filter(({ kind }) => kind === 'undone')).toHaveLength(1);
    });

    it('loses nothing of what many change at once', async () => {
      await Promise.all([
        store.change('s1', { language: 'de' }, ADA),
        store.change('s1', { grades: 'four' }, ADA),
        store.change('s1', { gapWording: true }, BOB),
        store.change('s2', { gapReports: false }, BOB),
      ]);
      expect(await store.read('s1')).toMatchObject({ language: 'de', grades: 'four', gapWording: true });
      expect(await store.servers()).toEqual(['s1', 's2']);
      expect(new Set((await store.changes('s1', 9)).map(({ id }) => id)).size).toBe(3);
    });

    it('has a revision that grows with what is changed', async () => {
      const first = await store.revision();
      const change = await store.change('s1', { language: 'de' }, ADA);
      const second = await store.revision();
      expect(second).toBeGreaterThan(first);
      await store.read('s1');
      expect(await store.revision()).toBe(second);
      await store.undo('s1', change?.id ?? 0, ADA);
      expect(await store.revision()).toBeGreaterThan(second);
    });

    it('forgets a server, and takes a person out of the changes', async () => {
      await store.change('s1', { language: 'de' }, ADA);
      await store.change('s1', { language: 'fr' }, BOB);
      await store.change('s2', { language: 'de' }, ADA);
      const made = await store.changesBy('ada');
      expect(made.map(({ serverId, change }) => [serverId, change.by])).toEqual([
        ['s1', 'ada'],
        ['s2', 'ada'],
      ]);
      expect(await store.forgetAuthor('ada')).toBe(2);
      expect(await store.changesBy('ada')).toEqual([]);
      expect((await store.changes('s1', 5)).map(({ by }) => by)).toEqual(['bob', '']);
      await store.removeOf('s1');
      expect(await store.read('s1')).toStrictEqual(DEFAULT_SERVER_SETTINGS);
      expect(await store.changes('s1', 5)).toEqual([]);
      expect(await store.servers()).toEqual(['s2']);
    });
  });
}
