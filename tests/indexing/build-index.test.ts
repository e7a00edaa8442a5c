import { describe, expect, it } from 'vitest';
import { splitterFor } from '../../src/app/compose.ts';
import type { Article } from '../../src/domain/article.ts';
import { VerbatimError } from '../../src/domain/errors.ts';
import type { ModelIdentity } from '../../src/domain/ports/embedder.ts';
import type { IndexStore } from '../../src/domain/ports/index-store.ts';
import { buildIndex, isCurrent } from '../../src/indexing/build-index.ts';
import type { Corpus, IndexProgress, IndexReport } from '../../src/indexing/build-index.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { createMemoryIndexStore } from '../doubles/memory-index-store.ts';
import { corpusOf } from '../library-over.ts';

const SEALS = articleFrom(
  'seals.md',
  '# Grey\n\nGrey seals sleep.\n\n# Ringed\n\nRinged seals dive. They dive deep.',
);
const BIRDS = articleFrom('birds.txt', 'Puffins nest on cliffs.');

interface RunOptions {
  readonly corpus?: Corpus;
  readonly identity?: Partial<ModelIdentity>;
  readonly splitter?: string;
  readonly reader?: string;
  readonly rebuild?: boolean;
  readonly now?: string;
}

/** One run of the indexer, with the passages that went through the model. */
async function run(
  store: IndexStore,
  articles: readonly Article[],
  { corpus = corpusOf(articles), identity = {}, now = '2024-05-01T10:00:00Z', ...rest }: RunOptions = {},
): Promise<
  IndexReport & { readonly encoded: readonly string[]; readonly progress: readonly IndexProgress[] }
> {
  const encoded: string[] = [];
  const progress: IndexProgress[] = [];
  const embedder = createHashEmbedder({ identity, onPassage: (text) => encoded.push(text) });
  const report = await buildIndex({
    corpus,
    embedder,
    store,
    ...splitterFor(embedder),
    ...rest,
    now: () => new Date(now),
    onProgress: (step) => progress.push(step),
  });
  return { ...report, encoded, progress };
}

describe('the first run', () => {
  it('encodes every passage, in order, and reports each', async () => {
    const store = createMemoryIndexStore();
    const { encoded, progress, ...report } = await run(store, [SEALS, BIRDS]);
    expect(encoded).toEqual([
      'Grey seals sleep.',
      'Ringed seals dive. They dive deep.',
      'Puffins nest on cliffs.',
    ]);
    expect(progress).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
    expect(report).toMatchObject({
      written: true,
      articles: 2,
      passages: 3,
      encodedArticles: 2,
      encodedPassages: 3,
      manifest: { created: '2024-05-01T10:00:00.000Z', leftOut: [] },
    });
    expect(report.manifest.articles.map(({ id, passages }) => [id, passages])).toEqual([
      ['seals', 2],
      ['birds', 1],
    ]);
  });

  it('stores token spans as offsets into the article, whatever passage they are in', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS]);
    const index = await store.open();
    const { spans } = await index.tokens('seals#1');
    expect(spans.map(({ start, end }) => SEALS.text.slice(start, end))).toEqual([
      'Ringed',
      'seals',
      'dive',
      '.',
      'They',
      'dive',
      'deep',
      '.',
    ]);
  });

  it('stores a vector for each sentence, nearer to its own words than the other’s', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS]);
    const index = await store.open();
    const [, ringed] = await index.encodedPassages('seals');
    expect(ringed?.passage.sentences).toHaveLength(2);
    expect(ringed?.sentenceVectors).toHaveLength(2);
    const { vector } = await createHashEmbedder().encodeQuestion('They dive deep.');
    const cosines =
      ringed?.sentenceVectors.map((own) => own.reduce((sum, x, j) => sum + x * (vector[j] ?? 0), 0)) ?? [];
    expect(cosines[1]).toBeGreaterThan(0.95);
    expect(cosines[0]).toBeLessThan(0.9);
  });
});

describe('a later run', () => {
  it('writes nothing when nothing has changed', async () => {
    const store = createMemoryIndexStore();
    const first = await run(store, [SEALS, BIRDS]);
    const second = await run(store, [SEALS, BIRDS]);
    expect(second).toMatchObject({
      written: false,
      encoded: [],
      articles: 2,
      passages: 3,
      encodedPassages: 0,
    });
    expect(second.manifest).toEqual(first.manifest);
    expect(store.writes()).toBe(1);
  });

  it('encodes only the article that has changed, and keeps the vectors of the others', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS, BIRDS]);
    const before = await (await store.open()).encodedPassages('seals');
    const changed = articleFrom('birds.txt', 'Puffins nest in burrows.');
    const { encoded, encodedArticles } = await run(store, [SEALS, changed]);
    expect(encoded).toEqual(['Puffins nest in burrows.']);
    expect(encodedArticles).toBe(1);
    expect(await (await store.open()).encodedPassages('seals')).toEqual(before);
  });

  it('keeps the vectors of an article that was renamed, under its new name', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS]);
    const renamed = { ...SEALS, id: 'phocids', title: 'Phocids' };
    const { encoded, written } = await run(store, [renamed]);
    expect({ encoded, written }).toEqual({ encoded: [], written: true });
    const index = await store.open();
    expect(index.passages.map(({ id, articleId }) => [id, articleId])).toEqual([
      ['phocids#0', 'phocids'],
      ['phocids#1', 'phocids'],
    ]);
    expect((await index.tokens('phocids#1')).spans).toHaveLength(8);
  });

  it('takes a copy of what another one has as new: its date and its progress tell of none', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS]);
    const now = '2024-06-01T10:00:00Z';
    const copied = await run(store, [SEALS, { ...SEALS, id: 'copy' }], { now });
    expect(copied.manifest.articles.map(({ id, indexed }) => [id, indexed])).toEqual([
      ['seals', '2024-05-01T10:00:00.000Z'],
      ['copy', '2024-06-01T10:00:00.000Z'],
    ]);
    expect(copied.progress).toEqual([1, 2].map((done) => ({ done, total: 2 })));
    const changed = articleFrom('birds.txt', 'Puffins nest on cliffs.');
    const later = await run(store, [SEALS, { ...SEALS, id: 'copy' }, changed], {
      now: '2024-07-01T10:00:00Z',
    });
    expect(later.manifest.articles.map(({ indexed }) => indexed?.slice(0, 7))).toEqual([
      '2024-05',
      '2024-06',
      '2024-07',
    ]);
    expect(later.encoded).toEqual(['Puffins nest on cliffs.']);
  });

  it('forgets an article that has gone', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS, BIRDS]);
    const { encoded, articles } = await run(store, [BIRDS]);
    expect({ encoded, articles }).toEqual({ encoded: [], articles: 1 });
    expect((await store.open()).articles.map(({ id }) => id)).toEqual(['birds']);
  });

  it.each<[string, RunOptions]>([
    ['the model is another', { identity: { id: 'other' } }],
    ['the weights of the model are others', { identity: { revision: 'c'.repeat(64) } }],
    ['the pooling is another', { identity: { pooling: 'cls' } }],
    ['the splitter is another', { splitter: 'by-hand' }],
    ['it is told to', { rebuild: true }],
  ])('encodes everything anew when %s', async (_, options) => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS, BIRDS]);
    const { encoded, written } = await run(store, [SEALS, BIRDS], options);
    expect(encoded).toHaveLength(3);
    expect(written).toBe(true);
  });

  it('reads everything again after a change of the readers, and keeps the vectors of what reads the same', async () => {
    const store = createMemoryIndexStore();
    await run(store, [SEALS, BIRDS], { reader: 'blocks-older' });
    const again = await run(store, [SEALS, articleFrom('birds.txt', 'Puffins nest in burrows.')]);
    expect(again).toMatchObject({ written: true, encoded: ['Puffins nest in burrows.'] });
    expect(again.manifest.reader).not.toBe('blocks-older');
  });

  it('writes when only the lines about left-out files differ', async () => {
    const store = createMemoryIndexStore();
    await run(store, [BIRDS]);
    const { written, encoded, manifest } = await run(store, [BIRDS], {
      corpus: corpusOf([BIRDS], ['A demo.']),
    });
    expect({ written, encoded, leftOut: manifest.leftOut }).toEqual({
      written: true,
      encoded: [],
      leftOut: ['A demo.'],
    });
  });
});

describe('an index that cannot be used', () => {
  const failing = (code: 'index-damaged' | 'index-passport'): IndexStore => ({
    ...createMemoryIndexStore(),
    currentManifest: () => Promise.reject(new VerbatimError(code, 'It does not fit.')),
  });

  it('is replaced when it is damaged', async () => {
    expect(await run(failing('index-damaged'), [BIRDS])).toMatchObject({ written: true, encodedPassages: 1 });
  });

  it('is left alone when a newer version wrote it, unless a rebuild is asked for', async () => {
    const store = failing('index-passport');
    await expect(run(store, [BIRDS])).rejects.toMatchObject({ code: 'index-passport' });
    expect(await run(store, [BIRDS], { rebuild: true })).toMatchObject({ written: true });
  });
});

describe('isCurrent', () => {
  it('is false for other files, another order, another id or another model', async () => {
    const { manifest } = await run(createMemoryIndexStore(), [SEALS, BIRDS]);
    const { splitter, reader = '', model } = manifest;
    const holds = (articles: readonly Article[]): boolean =>
      isCurrent(manifest, { corpus: corpusOf(articles), splitter, reader });
    expect(holds([SEALS, BIRDS])).toBe(true);
    expect(holds([SEALS])).toBe(false);
    expect(holds([BIRDS, SEALS])).toBe(false);
    expect(holds([SEALS, { ...BIRDS, title: 'Another' }])).toBe(false);
    const expected = { corpus: corpusOf([SEALS, BIRDS]), splitter, reader, model };
    expect(isCurrent(manifest, expected)).toBe(true);
    expect(isCurrent(manifest, { ...expected, model: { ...model, revision: 'd' } })).toBe(false);
    expect(isCurrent(manifest, { ...expected, reader: 'blocks-older' })).toBe(false);
  });
});
