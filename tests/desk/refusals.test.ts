import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskRef } from '../../src/domain/desk.ts';
import { readTree } from '../temp-folder.ts';
import { added, ALPHA, ANN, BETA, fileOf, LIMITS, startDesk } from './desk-under-test.ts';

const BELL = 'The bell of Gannet Bay weighs nine tons.';
const FOG = 'Fog signals sound every forty seconds.';
const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);

describe('what is sent', () => {
  it('is judged by its bytes, whatever it is called', async () => {
    const { desk, folder } = await startDesk();
    const before = await readTree(folder);
    for (const [name, bytes] of [
      ['story.txt', PICTURE],
      ['story.pdf', '%PDF-1.7 and nothing else'],
      ['story.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
      ['nothing.md', ''],
      ['blank.txt', ' \n\t\n'],
    ] as const) {
      const refused = await desk.add({ serverId: ALPHA, by: ANN, source: fileOf(name, bytes) });
      expect(refused).toMatchObject({ kind: 'refused', reason: 'source' });
      expect(refused).toHaveProperty(
        'message',
        expect.stringMatching(new RegExp(`^${name} was not added: .+\\. .+\\.$`)),
      );
    }
    expect(await readTree(folder)).toEqual(before);
    const named = added(await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('bell.pdf', BELL) }));
    expect(named.warnings).toEqual(['It is named .pdf but holds text, and was read as that.']);
  });

  it('cannot say by its front matter who reads it, nor where it lies', async () => {
    const { desk, corpus, libraryOf } = await startDesk();
    const source = fileOf(
      '../../../evil/notes.md',
      `---\nid: ../../outside\nservers: public\ndemo: true\nsecret: kept\naliases: { GB: Gannet Bay }\n---\n\n${BELL}\n`,
    );
    const { article } = added(await desk.add({ serverId: ALPHA, by: ANN, source }));
    const file = await readFile(join(corpus, 'servers', ALPHA, `${article.id}.md`), 'utf8');
    expect(file).toContain(`servers:\n  - "${ALPHA}"\n`);
    expect(file).not.toMatch(/secret|demo/);
    expect((await libraryOf(BETA)).sources().entries).toEqual([]);
    expect((await libraryOf(ALPHA)).article(article.id)?.aliases).toEqual({ GB: 'Gannet Bay' });
  });

  it.each([
    '"]}, {"x": [',
    '--- @everyone **bold** <@1> `code`',
    'yes',
    ': & * ! | > %',
    '{{constructor}} ${process.exit()}',
    '\u202eesrever\u202c',
  ])('may have %j for a title, which stays text', async (title) => {
    const { desk, libraryOf } = await startDesk();
    const source = fileOf('notes.md', `# ${title.replace(/^---/, '\\---')}\n\n${BELL}\n`);
    const { article } = added(await desk.add({ serverId: ALPHA, by: ANN, source }));
    expect(await desk.rename({ serverId: ALPHA, id: article.id }, title)).toMatchObject({
      kind: 'done',
      article: { title },
    });
    expect(await desk.list(ALPHA)).toMatchObject([{ title }]);
    expect((await libraryOf(ALPHA)).article(article.id)).toMatchObject({ title });
  });

  it('is not taken twice by one server, and another server learns nothing of it', async () => {
    const { desk } = await startDesk();
    const send = (serverId: string, name: string) =>
      desk.add({ serverId, by: ANN, source: fileOf(name, BELL) });
    const first = added(await send(ALPHA, 'bell.txt'));
    expect(await send(ALPHA, 'other.txt')).toMatchObject({
      reason: 'known',
      article: { id: first.article.id, title: 'Bell' },
    });
    const second = added(await send(BETA, 'bell.txt'));
    expect(second.article).toMatchObject({ title: 'Bell' });
    expect(second.article.id).not.toBe(first.article.id);
    // The names differ by what nobody can guess, also where no other server has one.
    for (const { article } of [first, second]) expect(article.id).toMatch(/^bell-[a-z0-9]{8}$/);
  });

  it('gets a title of a sensible length or none', async () => {
    const { desk } = await startDesk();
    const { article } = added(await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('bell.txt', BELL) }));
    const ref = { serverId: ALPHA, id: article.id };
    for (const title of ['', ' \n ', '\u0000', 'x'.repeat(201)])
      expect(await desk.rename(ref, title)).toMatchObject({ reason: 'title' });
    expect(await desk.list(ALPHA)).toMatchObject([{ title: 'Bell' }]);
  });
});

describe('an article', () => {
  it('is reached by its own server alone, under its own id', async () => {
    const { desk, folder } = await startDesk();
    const { article } = added(await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('bell.txt', BELL) }));
    const before = await readTree(folder);
    const forged: readonly DeskRef[] = [
      { serverId: BETA, id: article.id },
      { serverId: ALPHA, id: `../${ALPHA}/${article.id}` },
      { serverId: `${ALPHA}/../${ALPHA}`, id: article.id },
      { serverId: ALPHA, id: '' },
      { serverId: '', id: article.id },
      { serverId: '..', id: 'secret' },
      { serverId: ALPHA, id: `${article.id}.md` },
      { serverId: ALPHA, id: `${article.id}\0` },
    ];
    for (const ref of forged) {
      const refused = { kind: 'refused', reason: 'unknown' };
      expect(await desk.rename(ref, 'Mine')).toMatchObject(refused);
      expect(await desk.remove(ref, { by: ANN })).toMatchObject(refused);
      expect(await desk.undoRemove(ref)).toMatchObject(refused);
      expect(await desk.replace(ref, { by: ANN, source: fileOf('fog.txt', FOG) })).toMatchObject(refused);
    }
    await desk.removeServer(BETA);
    await desk.removeServer('..');
    expect(await readTree(folder)).toEqual(before);
  });
});

describe('a server', () => {
  it('has so many articles, and so many words', async () => {
    const { desk } = await startDesk({ limits: { ...LIMITS, articles: 2, words: 20 } });
    const send = (text: string) => desk.add({ serverId: ALPHA, by: ANN, source: fileOf('bell.txt', text) });
    const long = 'Nine tons of bell. '.repeat(5);
    expect(await send(long.repeat(2))).toMatchObject({
      reason: 'too-many-words',
      limit: 20,
      message: expect.stringContaining('20 words together') as unknown,
    });
    const { article } = added(await send(BELL));
    added(await send(FOG));
    expect(await send('A third.')).toMatchObject({
      reason: 'too-many-articles',
      message: 'A server may have 2 articles. Remove one first.',
    });
    const ref = { serverId: ALPHA, id: article.id };
    const replace = (text: string) => desk.replace(ref, { by: ANN, source: fileOf('b.txt', text) });
    expect(await replace(long)).toMatchObject({ reason: 'too-many-words' });
    added(await replace('The bell of Gannet Bay weighs ten tons, they say.'));
    await desk.remove(ref, { by: ANN });
    added(await send('Room again.'));
    expect(await desk.undoRemove(ref)).toMatchObject({ reason: 'too-many-articles' });
  });

  it('may send so many a day', async () => {
    const { desk, pass } = await startDesk({ limits: { ...LIMITS, addsADay: 2 } });
    const send = (serverId: string, text: string) =>
      desk.add({ serverId, by: ANN, source: fileOf('bell.txt', text) });
    const { article } = added(await send(ALPHA, BELL));
    added(await desk.replace({ serverId: ALPHA, id: article.id }, { by: ANN, source: fileOf('f.txt', FOG) }));
    expect(await send(ALPHA, 'A third.')).toMatchObject({
      reason: 'too-many-adds',
      message: 'A server may add or replace 2 articles within 24 hours. Try again tomorrow.',
    });
    expect(await send(BETA, BELL)).toMatchObject({ kind: 'added' });
    pass(24 * 60 * 60 * 1000 + 1);
    expect(await send(ALPHA, 'A third.')).toMatchObject({ kind: 'added' });
  });

  it('does not get past its limits by sending everything at once', async () => {
    const { desk } = await startDesk({ limits: { ...LIMITS, articles: 1 } });
    const outcomes = await Promise.all(
      [BELL, FOG, 'Third.', 'Fourth.', 'Fifth.'].map((text) =>
        desk.add({ serverId: ALPHA, by: ANN, source: fileOf('bell.txt', text) }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.reason : [])).sort()).toEqual([
      'busy',
      'busy',
      'too-many-articles',
      'too-many-articles',
    ]);
    expect(await desk.list(ALPHA)).toHaveLength(1);
  });

  it('gets nothing fetched where the operator has not switched it on', async () => {
    const { desk } = await startDesk();
    expect(
      await desk.add({ serverId: ALPHA, by: ANN, source: { url: 'https://example.org/' } }),
    ).toMatchObject({ reason: 'fetch-off' });
  });
});
