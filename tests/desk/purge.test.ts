import { readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFiles } from '../temp-folder.ts';
import { added, ALPHA, ANN, fileOf, startDesk } from './desk-under-test.ts';

const HOUR = 60 * 60 * 1000;

it('an article whose file the operator deletes leaves no earlier text', async () => {
  const { desk, corpus, store, editions } = await startDesk();
  const { article } = added(
    await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', 'One bell rings.') }),
  );
  const ref = { serverId: ALPHA, id: article.id };
  await desk.replace(ref, { by: ANN, source: fileOf('a.txt', 'Two bells ring.') });
  await desk.purge();
  expect(await editions.editionsOf(ref)).toHaveLength(1);
  // As when another folder is named by mistake.
  const away = await startDesk({ editions, store });
  await away.desk.purge();
  expect(await editions.editionsOf(ref)).toHaveLength(1);
  await rm(join(corpus, 'servers', ALPHA, `${article.id}.md`));
  await desk.purge();
  expect(await editions.editionsOf(ref)).toEqual([]);
  expect(await store.additions(ALPHA)).toEqual([]);
});

it('what a killed process has half written goes once it is old', async () => {
  const { desk, corpus } = await startDesk();
  const folder = join(corpus, 'servers', ALPHA);
  const drafts = ['.0123456789ab.tmp', 'bells-abc.md.3914873211', '.removed/bells-abc.md.12'];
  await writeFiles(
    folder,
    Object.fromEntries([...drafts, 'bells-abc.md', '.ba9876543210.tmp'].map((name) => [name, 'One.'])),
  );
  const old = new Date(Date.now() - HOUR - 1000);
  for (const name of [...drafts, 'bells-abc.md']) await utimes(join(folder, name), old, old);
  await desk.purge();
  expect((await readdir(folder)).sort()).toEqual(['.ba9876543210.tmp', '.removed', 'bells-abc.md']);
  expect(await readdir(join(folder, '.removed'))).toEqual([]);
});
