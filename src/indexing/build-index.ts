import type { Article } from '../domain/article.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Passage } from '../domain/passage.ts';
import type { ManifestArticle, Manifest } from '../domain/manifest.ts';
import type { Embedder, ModelIdentity } from '../domain/ports/embedder.ts';
import type { IndexStore } from '../domain/ports/index-store.ts';
import type { EncodedPassage, PassageIndex } from '../domain/ports/passage-index.ts';
import { createKeptFrom, createSince, lacksTextOf } from './known-articles.ts';

/** An article with the hashes that tell whether it has changed since it was indexed. */
export interface CorpusEntry {
  readonly article: Article;
  /** Path relative to the corpus folder. */
  readonly file: string;
  /** SHA-256 (hex) of the file's bytes. */
  readonly fileHash: string;
  /** SHA-256 (hex) of the text with its blocks. */
  readonly textHash: string;
}

/** What the folder of articles holds, in the order of the index. */
export interface Corpus {
  readonly entries: readonly CorpusEntry[];
  readonly leftOut: readonly string[];
}

/** What a run of the indexer needs; `split` and `splitter` belong together. */
export interface BuildIndexOptions {
  readonly corpus: Corpus;
  readonly embedder: Embedder;
  readonly store: IndexStore;
  readonly split: (article: Article) => readonly Passage[];
  readonly splitter: string;
  /** Version of the readers that the corpus was read with. */
  readonly reader: string;
  /** Encode everything anew, whatever the index holds. */
  readonly rebuild?: boolean;
  readonly now: () => Date;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** How far a run has come. Passages that keep their vectors do not count: they go by at once. */
export interface IndexProgress {
  /** Passages that went through the model so far, of those that have to. */
  readonly done: number;
  readonly total: number;
}

/** What a run did. */
export interface IndexReport {
  readonly manifest: Manifest;
  /** False when the index was up to date and nothing was written. */
  readonly written: boolean;
  readonly articles: number;
  readonly passages: number;
  /** Passages that went through the model; the others kept their vectors. */
  readonly encodedPassages: number;
  readonly encodedArticles: number;
}

/** Brings the index up to date with the corpus; articles whose text is unchanged keep their vectors. */
export async function buildIndex(options: BuildIndexOptions): Promise<IndexReport> {
  const { corpus, embedder, store, splitter, reader } = options;
  const previous = options.rebuild === true ? undefined : await usableManifest(options);
  if (previous && isCurrent(previous, { ...options, model: embedder.identity }))
    return report(previous, false, []);
  const former = previous ?? (await store.currentManifest().catch(() => undefined));
  const before = previous ? await openQuietly(store) : undefined;
  const created = options.now().toISOString();
  const since = createSince(former);
  const keptFrom = createKeptFrom(before?.manifest.articles ?? [], corpus.entries.map(textOf));
  const plans = corpus.entries.map((entry) =>
    planArticle(entry, {
      keptFrom: keptFrom(textOf(entry)),
      indexed: since(textOf(entry)) ?? created,
      split: options.split,
    }),
  );
  const total = plans.reduce(
    (sum, plan) => sum + (plan.keptFrom === undefined ? plan.passages.length : 0),
    0,
  );
  try {
    const manifest = await store.write({
      manifest: {
        created,
        model: embedder.identity,
        splitter,
        reader,
        articles: plans.map((plan) => plan.manifest),
        leftOut: corpus.leftOut,
      },
      articles: corpus.entries.map((entry) => entry.article),
      passages: encodeAll(plans, {
        embedder,
        before,
        onProgress: (done) => options.onProgress?.({ done, total }),
      }),
    });
    // The generation before is kept for whoever still reads it, but not a text that was taken down.
    if (lacksTextOf(manifest, former)) await store.dropOlder();
    return report(manifest, true, plans);
  } finally {
    await before?.close();
  }
}

function textOf({ article: { id }, textHash }: CorpusEntry): Pick<ManifestArticle, 'id' | 'textHash'> {
  return { id, textHash };
}

interface ArticlePlan {
  readonly entry: CorpusEntry;
  readonly passages: readonly Passage[];
  /** Id that the same text had in the generation before. */
  readonly keptFrom: string | undefined;
  readonly manifest: ManifestArticle;
}

function planArticle(entry: CorpusEntry, { keptFrom, indexed, split }: Planning): ArticlePlan {
  const passages = split(entry.article);
  const { file, fileHash, textHash } = entry;
  const manifest = { id: entry.article.id, file, fileHash, textHash, passages: passages.length, indexed };
  return { entry, passages, keptFrom, manifest };
}

interface Planning extends Pick<ArticlePlan, 'keptFrom'>, Pick<BuildIndexOptions, 'split'> {
  /** ISO 8601: since when that text is in the index. */
  readonly indexed: string;
}

interface EncodeOptions {
  readonly embedder: Embedder;
  readonly before: PassageIndex | undefined;
  readonly onProgress: (done: number) => void;
}

async function* encodeAll(
  plans: readonly ArticlePlan[],
  options: EncodeOptions,
): AsyncGenerator<EncodedPassage> {
  let done = 0;
  for (const plan of plans) {
    const kept =
      plan.keptFrom === undefined ? undefined : await options.before?.encodedPassages(plan.keptFrom);
    for (const [i, passage] of plan.passages.entries()) {
      const vectors = kept?.[i];
      if (vectors) {
        yield { ...vectors, passage };
        continue;
      }
      yield await encodePassage(plan.entry.article, passage, options.embedder);
      done += 1;
      options.onProgress(done);
    }
  }
}

/** One pass of the model gives the passage's, its sentences' and its tokens' vectors. */
async function encodePassage(
  article: Article,
  passage: Passage,
  embedder: Embedder,
): Promise<EncodedPassage> {
  const shift = (by: number) => (span: { readonly start: number; readonly end: number }) => ({
    start: span.start + by,
    end: span.end + by,
  });
  const text = article.text.slice(passage.start, passage.end);
  const encoding = await embedder.encodePassage(text, passage.sentences.map(shift(-passage.start)));
  return {
    passage,
    vector: encoding.vector,
    sentenceVectors: encoding.spanVectors,
    tokens: { ...encoding.tokens, spans: encoding.tokens.spans.map(shift(passage.start)) },
  };
}

/**
 * The current manifest, when its vectors can be used again at all.
 * @throws VerbatimError index-passport when a newer version wrote the index: that is not ours to replace
 */
async function usableManifest({
  store,
  embedder,
  splitter,
}: BuildIndexOptions): Promise<Manifest | undefined> {
  const manifest = await store.currentManifest().catch((error: unknown) => {
    if (error instanceof VerbatimError && error.code === 'index-damaged') return undefined;
    throw error;
  });
  if (!manifest) return undefined;
  return sameModel(manifest.model, embedder.identity) && manifest.splitter === splitter
    ? manifest
    : undefined;
}

/** A damaged generation is no reason to fail: it is about to be replaced. */
async function openQuietly(store: IndexStore): Promise<PassageIndex | undefined> {
  return store.open().catch(() => undefined);
}

/** Whether vectors of one can be compared with those of the other: weights and pooling count, not the name alone. */
export function sameModel(a: ModelIdentity, b: ModelIdentity): boolean {
  return (
    a.id === b.id && a.revision === b.revision && a.dimensions === b.dimensions && a.pooling === b.pooling
  );
}

/** Whether the index holds exactly these files, read and split as now, made with this model. */
export function isCurrent(
  manifest: Manifest,
  expected: {
    readonly corpus: Corpus;
    readonly model?: ModelIdentity;
    readonly splitter: string;
    readonly reader: string;
  },
): boolean {
  const { entries, leftOut } = expected.corpus;
  return (
    (expected.model === undefined || sameModel(manifest.model, expected.model)) &&
    manifest.splitter === expected.splitter &&
    // Text that is the same after it was read again keeps its vectors.
    manifest.reader === expected.reader &&
    manifest.leftOut.join('\n') === leftOut.join('\n') &&
    manifest.articles.length === entries.length &&
    manifest.articles.every((article, i) => {
      const entry = entries[i];
      return (
        entry?.file === article.file && entry.fileHash === article.fileHash && entry.article.id === article.id
      );
    })
  );
}

function report(manifest: Manifest, written: boolean, plans: readonly ArticlePlan[]): IndexReport {
  const encoded = plans.filter((plan) => plan.keptFrom === undefined);
  const count = (articles: readonly { readonly passages: number }[]): number =>
    articles.reduce((sum, article) => sum + article.passages, 0);
  return {
    manifest,
    written,
    articles: manifest.articles.length,
    passages: count(manifest.articles),
    encodedPassages: count(encoded.map((plan) => plan.manifest)),
    encodedArticles: encoded.length,
  };
}
