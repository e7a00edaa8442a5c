import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openImportInChild } from '../../src/adapters/import/import-in-child.ts';
import { fetchUrl } from '../../src/adapters/import/fetch-url.ts';
import { openPublicNetwork } from '../../src/adapters/import/public-network.ts';
import { openServerShelf } from '../../src/adapters/import/server-shelf.ts';
import { PAGE } from '../import/fixtures/texts.ts';
import { sendPage, servePages } from '../import/fixtures/serve-pages.ts';
import { createMemoryDeskStore } from '../doubles/memory-desk-store.ts';
import { makeTempFolder, readTree } from '../temp-folder.ts';
import { added, ALPHA, ANN, BETA, fileOf, startDesk } from './desk-under-test.ts';

const TEXTS = ['One bell rings.', 'Two bells ring.', 'Three bells ring.', 'Four bells ring.'];

describe('the index', () => {
  it('is brought up to date once for all that comes meanwhile, one run at a time', async () => {
    const { desk, runs, libraryOf } = await startDesk();
    const outcomes = await Promise.all(
      TEXTS.map((text, index) =>
        desk.add({ serverId: index % 2 === 0 ? ALPHA : BETA, by: ANN, source: fileOf('bells.txt', text) }),
      ),
    );
    expect(outcomes.every((outcome) => added(outcome).indexed)).toBe(true);
    expect(runs().atOnce).toBe(1);
    expect(runs().count).toBeLessThan(TEXTS.length);
    expect((await libraryOf(ALPHA)).sources().entries).toHaveLength(2);
  });

  it('that fails is told of, and takes everything up the next time', async () => {
    const { desk, failures, breakIndexer, libraryOf } = await startDesk();
    const send = (text: string) => desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', text) });
    breakIndexer(true);
    expect(added(await send('One bell rings.')).indexed).toBe(false);
    expect(failures).toEqual(['the index could not be brought up to date: Error: out of memory']);
    breakIndexer(false);
    expect(added(await send('Two bells ring.')).indexed).toBe(true);
    expect((await libraryOf(ALPHA)).sources().entries).toHaveLength(2);
  });
});

describe('what was cut off', () => {
  it('by a removal whose file was not moved yet is finished at the next start', async () => {
    const { desk, corpus, store, restart } = await startDesk();
    const { article } = added(
      await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', TEXTS[0] ?? '') }),
    );
    const ref = { serverId: ALPHA, id: article.id };
    await store.saveRemoval({ ...ref, title: article.title, by: ANN, removedAt: '2026-05-01T10:00:00.000Z' });
    const next = restart();
    await next.recover();
    expect(await readdir(join(corpus, 'servers', ALPHA))).toEqual(['.removed']);
    expect(await next.list(ALPHA)).toEqual([]);
    expect(await next.undoRemove(ref)).toMatchObject({ kind: 'done' });
    expect(await next.list(ALPHA)).toHaveLength(1);
  });

  it('by the end of a removal is forgotten at the next start', async () => {
    const { desk, corpus, store, restart } = await startDesk();
    const { article } = added(
      await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', TEXTS[0] ?? '') }),
    );
    const ref = { serverId: ALPHA, id: article.id };
    await desk.remove(ref, { by: ANN });
    await openServerShelf(corpus).discard(ref);
    await restart().recover();
    expect(await store.removals()).toEqual([]);
    expect(await store.additions(ALPHA)).toEqual([]);
  });

  it('by a lost store keeps its day from then on', async () => {
    const before = await startDesk();
    const { article } = added(
      await before.desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', TEXTS[0] ?? '') }),
    );
    await before.desk.remove({ serverId: ALPHA, id: article.id }, { by: ANN });
    const after = await startDesk({ shelf: openServerShelf(before.corpus) });
    await after.desk.recover();
    expect(await after.desk.listRemoved(ALPHA)).toMatchObject([
      { id: article.id, title: 'One bell rings', removedAt: '2026-05-01T10:00:00.000Z' },
    ]);
  });
});

describe('a store that cannot be used', () => {
  it('leaves everything as it was', async () => {
    const { desk, corpus, ...under } = await startDesk();
    const { article } = added(
      await desk.add({ serverId: ALPHA, by: ANN, source: fileOf('a.txt', TEXTS[0] ?? '') }),
    );
    const ref = { serverId: ALPHA, id: article.id };
    const before = await readTree(corpus);
    const locked = () => Promise.reject(new Error('database is locked'));
    const { desk: helpless } = await startDesk({
      shelf: openServerShelf(corpus),
      store: { ...createMemoryDeskStore(), countAdditions: locked, saveRemoval: locked, removals: locked },
      editions: under.editions,
    });
    await expect(helpless.remove(ref, { by: ANN })).rejects.toThrow('locked');
    await expect(helpless.add({ serverId: ALPHA, by: ANN, source: fileOf('b.txt', 'Two.') })).rejects.toThrow(
      'locked',
    );
    await expect(helpless.replace(ref, { by: ANN, source: fileOf('b.txt', 'Two.') })).rejects.toThrow(
      'locked',
    );
    expect(await readTree(corpus)).toEqual(before);
  });
});

describe('a page by its address', () => {
  it('is fetched, read and linked to where that is switched on', async () => {
    const server = await servePages({ '/ferry.html': sendPage('text/html', PAGE) });
    onTestFinished(server.close);
    const network = openPublicNetwork({ trusted: [new URL(server.base).host] });
    onTestFinished(network.close);
    const { desk } = await startDesk({ fetchPage: (url, signal) => fetchUrl(url, { network, signal }) });
    const stages = new Set<string>();
    const outcome = await desk.add(
      { serverId: ALPHA, by: ANN, source: { url: `${server.base}/ferry.html` } },
      { onProgress: ({ stage }) => stages.add(stage) },
    );
    expect(added(outcome).article).toMatchObject({
      title: 'Hourly ferry to Skarra',
      url: `${server.base}/news/ferry`,
    });
    expect([...stages].slice(0, 2)).toEqual(['fetching', 'reading']);
    expect(
      await desk.add({ serverId: ALPHA, by: ANN, source: { url: 'http://127.0.0.1/admin' } }),
    ).toMatchObject({ reason: 'source', message: /no such host on the public internet/ });
  });
});

describe('the process that reads what is sent', () => {
  const ENTRY = new URL('../../src/app/import-child.ts', import.meta.url);
  const OPTIONS = { keepAll: false, retrieved: '2026-05-01', servers: [ALPHA] };

  it('reads it, or says what is wrong with it in the same words', async () => {
    const importSource = openImportInChild(ENTRY);
    const article = await importSource(fileOf('bells.txt', TEXTS.join('\n\n')), OPTIONS);
    expect(article).toMatchObject({ id: 'bells', report: { paragraphs: 4 } });
    await expect(importSource(fileOf('a.txt', ' '), OPTIONS)).rejects.toMatchObject({
      code: 'import-failed',
      message: 'a.txt was not added: it holds no text. Add a file that holds text.',
    });
  });

  it('is ended when it takes too long, or when nobody waits for it any more', async () => {
    const slow = fileOf('slow.md', 'The *ferry* left. '.repeat(200_000));
    await expect(openImportInChild(ENTRY, 2500)(slow, OPTIONS)).rejects.toThrow(
      /slow\.md was not added: it took longer than 2\.5 s/,
    );
    const giveUp = new AbortController();
    const reading = openImportInChild(ENTRY)(slow, OPTIONS, giveUp.signal);
    setTimeout(() => {
      giveUp.abort(new Error('Nobody waits.'));
    }, 500);
    await expect(reading).rejects.toThrow('Nobody waits.');
  });

  it('leaves nothing behind when it is given up', async () => {
    const folder = await makeTempFolder();
    const { desk } = await startDesk({
      importSource: openImportInChild(ENTRY),
      shelf: openServerShelf(folder),
    });
    const source = fileOf('slow.md', 'The *ferry* left. '.repeat(200_000));
    const giveUp = new AbortController();
    const adding = desk.add(
      { serverId: ALPHA, by: ANN, source },
      {
        signal: giveUp.signal,
        onProgress: () => {
          giveUp.abort(new Error('Nobody waits.'));
        },
      },
    );
    await expect(adding).rejects.toThrow('Nobody waits.');
    expect(await readdir(folder)).toEqual([]);
  });
});
