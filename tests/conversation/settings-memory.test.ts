import { describe, expect, it } from 'vitest';
import { createSettingsMemory } from '../../src/conversation/settings-memory.ts';
import { createStoreGuard } from '../../src/conversation/store-guard.ts';
import type { SettingsStore } from '../../src/domain/ports/settings-store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/domain/server-settings.ts';
import { createMemorySettingsStore } from '../doubles/memory-settings-store.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };

/** The settings of one process over a store that another one writes to as well, and that can be made to fail. */
function createFailing() {
  const said: string[] = [];
  const state = { now: 0, fails: false, reads: 0 };
  const elsewhere = createMemorySettingsStore();
  const locked = () => Promise.reject(new Error('locked'));
  const settings: SettingsStore = {
    ...elsewhere,
    read(serverId) {
      state.reads += 1;
      return state.fails ? locked() : elsewhere.read(serverId);
    },
    revision: () => (state.fails ? locked() : elsewhere.revision()),
    change: (...change) => (state.fails ? locked() : elsewhere.change(...change)),
    undo: (...undo) => (state.fails ? locked() : elsewhere.undo(...undo)),
    changes: (...query) => (state.fails ? locked() : elsewhere.changes(...query)),
  };
  const clock = () => state.now;
  const guard = createStoreGuard({
    open: () => Promise.resolve(createMemoryStore({ settings })),
    onFailed: (error) => said.push(String(error)),
    onRecovered: () => said.push('recovered'),
    clock,
  });
  return { memory: createSettingsMemory(guard, clock), elsewhere, state, said };
}

describe('the settings over a store', () => {
  it('are the defaults in direct messages and where nothing was decided', async () => {
    const { memory } = createFailing();
    expect(await memory.read(undefined)).toEqual(DEFAULT_SERVER_SETTINGS);
    expect(await memory.read('s1')).toEqual(DEFAULT_SERVER_SETTINGS);
  });

  it('show what was changed here at once, and elsewhere after a second', async () => {
    const { memory, elsewhere, state } = createFailing();
    await memory.read('s1');
    await memory.change('s1', { language: 'de' }, ADA);
    expect(await memory.read('s1')).toMatchObject({ language: 'de' });
    await elsewhere.change('s1', { language: 'fr' }, ADA);
    expect(await memory.read('s1')).toMatchObject({ language: 'de' });
    state.now += 1_000;
    expect(await memory.read('s1')).toMatchObject({ language: 'fr' });
  });

  it('show the same to all who ask at once', async () => {
    const { memory, elsewhere, state } = createFailing();
    await memory.read('s1');
    await elsewhere.change('s1', { language: 'fr' }, ADA);
    state.now += 1_000;
    const seen = await Promise.all([memory.read('s1'), memory.read('s1'), memory.read('s1')]);
    expect(seen.map(({ language }) => language)).toEqual(['fr', 'fr', 'fr']);
  });

  it('are read again only when something was changed', async () => {
    const { memory, state } = createFailing();
    for (let second = 0; second < 5; second += 1) {
      await memory.read('s1');
      state.now += 1_000;
    }
    expect(state.reads).toBe(1);
  });

  it('stay as they were last known while the store fails, with one warning', async () => {
    const { memory, elsewhere, state, said } = createFailing();
    await memory.change('s1', { language: 'de' }, ADA);
    await memory.read('s1');
    state.fails = true;
    state.now += 1_000;
    expect(await memory.read('s1')).toMatchObject({ language: 'de' });
    expect(await memory.read('s2')).toEqual(DEFAULT_SERVER_SETTINGS);
    expect(said).toEqual(['Error: locked']);
    state.fails = false;
    await elsewhere.change('s2', { language: 'fr' }, ADA);
    state.now += 5_000;
    expect(await memory.read('s2')).toMatchObject({ language: 'fr' });
    expect(said).toEqual(['Error: locked', 'recovered']);
  });

  it('say that a change failed or changed nothing, and refuse what no server may have', async () => {
    const { memory, state } = createFailing();
    const change = await memory.change('s1', { language: 'de' }, ADA);
    expect(await memory.change('s1', { language: 'de' }, ADA)).toBe('same');
    await expect(memory.change('s1', JSON.parse('{"language":"xx"}') as object, ADA)).rejects.toMatchObject({
      code: 'settings-invalid',
    });
    expect(await memory.changes('s1', 5)).toEqual([change]);
    state.fails = true;
    expect(await memory.change('s1', { language: 'fr' }, ADA)).toBe('failed');
    expect(await memory.undo('s1', 1, ADA)).toEqual({ kind: 'failed' });
    expect(await memory.changes('s1', 5)).toBe('failed');
    state.fails = false;
    expect(await memory.undo('s1', 1, ADA)).toMatchObject({ kind: 'undone' });
    expect(await memory.read('s1')).toEqual(DEFAULT_SERVER_SETTINGS);
  });
});
