import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shownExcerpts } from '../../src/domain/reply.ts';
import { shortHash } from '../../src/text/short-hash.ts';
import { filesWith } from '../files-with.ts';
import { added, ALPHA, ANN, BETA, fileOf, startDesk } from './desk-under-test.ts';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = 'The zeppelin Quillfeather carries nineteen marmots to Vellamo.\n\nIt flies on Tuesdays.';
const SECOND = 'The zeppelin Quillfeather carries twenty marmots to Vellamo.\n\nIt flies on Fridays.';
const WORDS = ['quillfeather', 'marmot', 'vellamo'];
const QUESTION = 'How many marmots does the zeppelin Quillfeather carry?';

it('an article is added, asked, replaced, removed, brought back, and removed for good', async () => {
  const { desk, folder, corpus, editions, store, pass, libraryOf } = await startDesk();
  const stages: string[] = [];
  const addition = added(
    await desk.add(
      { serverId: ALPHA, by: ANN, source: fileOf('airships.txt', FIRST) },
      { onProgress: ({ stage }) => stages.push(stage) },
    ),
  );
  expect(addition).toMatchObject({
    indexed: true,
    article: { title: 'Airships', paragraphs: 2, words: 12 },
    warnings: [],
    removed: [],
  });
  expect([...new Set(stages)]).toEqual(['reading', 'waiting', 'indexing']);
  const ref = { serverId: ALPHA, id: addition.article.id };
  expect(await askOf(ALPHA)).toEqual(['The zeppelin Quillfeather carries nineteen marmots to Vellamo.']);
  expect(await askOf(BETA)).toEqual([]);
  expect(await desk.list(ALPHA)).toMatchObject([{ id: ref.id, title: 'Airships', addedBy: ANN }]);
  expect(await desk.list(BETA)).toEqual([]);

  pass(1000);
  const replaced = await desk.replace(ref, { source: fileOf('new.txt', SECOND), by: ANN });
  expect(added(replaced).article).toMatchObject({ id: ref.id, title: 'Airships' });
  expect(await askOf(ALPHA)).toEqual(['The zeppelin Quillfeather carries twenty marmots to Vellamo.']);
  expect(await editions.editionsOf(ref)).toMatchObject([{ article: { text: FIRST } }]);

  expect(await desk.describeEdition(ref)).toMatchObject({
    added: [],
    removed: [],
    changed: [{}, { from: 2, to: 2 }],
  });
  const quoted = { paragraph: 1, start: 0, end: 62, hash: shortHash(FIRST.slice(0, 62)) };
  expect(await desk.resolveQuotation(ref, quoted)).toMatchObject({
    kind: 'changed',
    quoted: { text: 'The zeppelin Quillfeather carries nineteen marmots to Vellamo.' },
    now: { text: 'The zeppelin Quillfeather carries twenty marmots to Vellamo.' },
  });
  expect(await desk.resolveQuotation({ ...ref, serverId: BETA }, quoted)).toEqual({ kind: 'unknown' });

  expect(await desk.rename(ref, 'Ships  of the\nair')).toEqual({
    kind: 'done',
    article: { id: ref.id, title: 'Ships of the air' },
    indexed: true,
  });
  expect((await libraryOf(ALPHA)).article(ref.id)).toMatchObject({ title: 'Ships of the air', text: SECOND });

  expect(await desk.remove(ref, { by: ANN })).toMatchObject({ kind: 'done', indexed: true });
  expect(await askOf(ALPHA)).toEqual([]);
  expect(await desk.list(ALPHA)).toEqual([]);
  expect(await filesWith(join(folder, 'data'), WORDS)).toEqual([]);
  expect(await desk.listRemoved(ALPHA)).toMatchObject([{ id: ref.id, title: 'Ships of the air', by: ANN }]);

  expect(await desk.undoRemove(ref)).toMatchObject({ kind: 'done', indexed: true });
  expect(await desk.listRemoved(ALPHA)).toEqual([]);
  expect(await askOf(ALPHA)).toEqual(['The zeppelin Quillfeather carries twenty marmots to Vellamo.']);
  expect(await readFile(join(corpus, `servers/${ALPHA}/${ref.id}.md`), 'utf8')).toContain('Ships of the air');

  await desk.remove(ref, { by: ANN });
  pass(DAY - 1);
  await desk.purge();
  expect(await filesWith(corpus, WORDS)).toHaveLength(1);
  pass(1);
  expect(await desk.listRemoved(ALPHA)).toEqual([]);
  expect(await desk.undoRemove(ref)).toMatchObject({ kind: 'refused', reason: 'unknown' });
  await desk.purge();
  expect(await filesWith(folder, [...WORDS, 'airships'])).toEqual([]);
  expect(await desk.resolveQuotation(ref, quoted)).toEqual({ kind: 'unknown' });
  expect(await editions.editionsOf(ref)).toEqual([]);
  expect(await store.additions(ALPHA)).toEqual([]);
  expect(await store.removals()).toEqual([]);

  async function askOf(serverId: string): Promise<readonly string[]> {
    const { reply } = await (await libraryOf(serverId)).ask(QUESTION);
    // The model's double is never sure enough to answer.
    return shownExcerpts(reply)
      .map(({ text }) => text)
      .slice(0, 1);
  }
});

it('all that a server has added goes at once when the server does', async () => {
  const { desk, folder, store, editions, libraryOf } = await startDesk();
  const { article } = added(
    await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('airships.txt', FIRST) }),
  );
  const ref = { serverId: ALPHA, id: article.id };
  await desk.replace(ref, { source: fileOf('new.txt', SECOND), by: ANN });
  const other = await desk.add({
    serverId: BETA,
    by: ANN,
    source: fileOf('boats.txt', 'Boats go by water.'),
  });
  const removed = added(
    await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('more.txt', `${FIRST} Twice.`) }),
  );
  await desk.remove({ serverId: ALPHA, id: removed.article.id }, { by: ANN });
  expect(await desk.removeServer(ALPHA)).toEqual({ indexed: true });
  expect(await filesWith(folder, WORDS)).toEqual([]);
  expect(await store.additions(ALPHA)).toEqual([]);
  expect(await store.removals()).toEqual([]);
  expect(await editions.editionsOf(ref)).toEqual([]);
  expect((await libraryOf(BETA)).article(added(other).article.id)?.text).toBe('Boats go by water.');
});
