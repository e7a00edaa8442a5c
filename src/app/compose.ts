import { join } from 'node:path';
import { detectLanguage } from '../adapters/model/detect-language.ts';
import { loadEmbedder } from '../adapters/model/load-embedder.ts';
import { loadReader } from '../adapters/model/load-reader.ts';
import { openVectraStore } from '../adapters/index-store/open-vectra-store.ts';
import { createAnswerer } from '../answering/create-answerer.ts';
import type { Answerer, AnswererOptions } from '../answering/create-answerer.ts';
import type { DecisionModel } from '../answering/decide.ts';
import { READER_VERSION } from '../corpus/formats/read-text-file.ts';
import { splitPassages, splitterVersion } from '../corpus/split-passages.ts';
import type { ArticleScope } from '../domain/article-scope.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Library, LibraryFor } from '../domain/library.ts';
import type { Manifest } from '../domain/manifest.ts';
import type { Embedder } from '../domain/ports/embedder.ts';
import type { Reader } from '../domain/ports/reader.ts';
import type { IndexStore } from '../domain/ports/index-store.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { buildIndex, isCurrent, sameModel } from '../indexing/build-index.ts';
import type { Corpus, IndexProgress, IndexReport } from '../indexing/build-index.ts';
import { createRetriever } from '../retrieval/create-retriever.ts';
import type { RetrieverOptions } from '../retrieval/create-retriever.ts';
import type { Config } from './config.ts';
import { READER_DECISION_MODEL, readDecisionModel } from './decision-model.ts';
import { createLibrary } from '../library/create-library.ts';
import { createLibraryFor, withoutDemo } from '../library/library-for.ts';
import type { ScopeOf } from '../library/library-for.ts';
import { onceNeeded } from '../library/once-needed.ts';
import { readCorpus } from './read-corpus.ts';

/**
 * Sizes of passages in tokens. Late interaction wants the whole paragraph as context, and the model has 512
 * positions; short paragraphs are joined up to about one ordinary paragraph.
 */
const PASSAGE_SIZE = { maxTokens: 384, joinTokens: 96 };
const SPLITTER = splitterVersion(PASSAGE_SIZE);
/** Its folder below MODELS_DIR. */
const READER_NAME = 'verbatim-reader';

/** How one run of the indexer goes about it. */
export interface IndexRun {
  readonly rebuild?: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
}

/** The adapters for one configuration; the model is loaded when it is first needed, and once. */
export interface Composition {
  readonly config: Config;
  readonly store: IndexStore;
  loadModel(): Promise<Embedder>;
  /** Undefined where READER is off. @throws VerbatimError model-missing, model-damaged */
  loadReader(): Promise<Reader | undefined>;
  readCorpus(): Promise<Corpus>;
  /**
   * Whether the index holds what the corpus holds; false also when there is none.
   * @throws VerbatimError index-passport, index-damaged
   */
  isIndexCurrent(corpus: Corpus): Promise<boolean>;
  updateIndex(corpus: Corpus, run?: IndexRun): Promise<IndexReport>;
  /** @param scopes who may read an article, where it was set while the bot ran; asked anew each time */
  openLibrary(scopes?: () => ReadonlyMap<string, ArticleScope>): Promise<OpenLibrary>;
}

/** A library over all of one generation, as its operator has it, with what evaluation measures beneath it. */
export interface OpenLibrary {
  readonly library: Library;
  readonly answerer: Answerer;
  /** What an audience may read, and nothing else. */
  readonly libraryFor: LibraryFor;
  readonly manifest: Manifest;
  readonly close: () => Promise<void>;
}

/** How the models are loaded; tests load each once for many compositions. */
export interface ModelLoaders {
  readonly loadModel?: ((config: Config) => Promise<Embedder>) | undefined;
  readonly loadReader?: ((config: Config) => Promise<Reader | undefined>) | undefined;
}

const NO_SCOPES: ReadonlyMap<string, ArticleScope> = new Map();

/** Builds the adapters; nothing is read or loaded before it is used. */
export function compose(
  config: Config,
  {
    loadModel: openModel = loadConfiguredModel,
    loadReader: openReader = loadConfiguredReader,
  }: ModelLoaders = {},
): Composition {
  const store = openVectraStore(config.indexDir);
  let model: Promise<Embedder> | undefined;
  const loadModel = (): Promise<Embedder> => (model ??= openModel(config));
  let reader: Promise<Reader | undefined> | undefined;
  const loadOwnReader = (): Promise<Reader | undefined> => (reader ??= openReader(config));
  return {
    config,
    store,
    loadModel,
    loadReader: loadOwnReader,
    readCorpus: () => readCorpus(config.corpusDir),
    async isIndexCurrent(corpus) {
      const manifest = await store.currentManifest();
      if (!manifest) return false;
      requireModel(manifest, await loadModel());
      return isCurrent(manifest, { corpus, splitter: SPLITTER, reader: READER_VERSION });
    },
    async updateIndex(corpus, run = {}) {
      const embedder = await loadModel();
      return buildIndex({ ...run, corpus, embedder, store, ...splitterFor(embedder), now: () => new Date() });
    },
    async openLibrary(scopes = () => NO_SCOPES) {
      const [embedder, reader] = await Promise.all([loadModel(), loadOwnReader()]);
      const index = await store.open();
      requireModel(index.manifest, embedder);
      const standard: ArticleScope = config.articlesDefault === 'public' ? 'public' : [];
      return assembleLibrary({
        index,
        embedder,
        reader,
        config,
        decision: await decisionFor(reader),
        scopeOf: (article) => scopes().get(article.id) ?? article.scope ?? standard,
      });
    },
  };
}

export function loadConfiguredModel(
  config: Pick<Config, 'model' | 'modelsDir' | 'allowModelDownload'>,
): Promise<Embedder> {
  const { model, modelsDir, allowModelDownload } = config;
  return loadEmbedder({ model, modelsDir, allowDownload: allowModelDownload });
}

/** The reader lies beside the embedding models. */
export async function loadConfiguredReader(
  config: Pick<Config, 'reader' | 'modelsDir'>,
): Promise<Reader | undefined> {
  return config.reader === 'on' ? loadReader(join(config.modelsDir, READER_NAME)) : undefined;
}

/** Scores with a reader's signals mean something else than scores without. */
export function decisionFor(reader: Reader | undefined): Promise<DecisionModel> {
  return readDecisionModel(reader ? READER_DECISION_MODEL : undefined);
}

/** How articles are cut for a model, with the versions that the manifest records. */
export function splitterFor(
  embedder: Embedder,
): Pick<Parameters<typeof buildIndex>[0], 'split' | 'splitter' | 'reader'> {
  return {
    split: (article) => splitPassages(article, { ...PASSAGE_SIZE, countTokens: embedder.countTokens }),
    splitter: SPLITTER,
    reader: READER_VERSION,
  };
}

/** What a library is put together from; doubles in tests, the real ones otherwise. */
export interface LibraryAssembly {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  readonly config: Pick<Config, 'strictness'>;
  readonly decision: DecisionModel;
  readonly reader?: Reader | undefined;
  /** Default: as the article's front matter says, and else public. */
  readonly scopeOf?: ScopeOf;
  /** What a comparison switches off. */
  readonly answering?: Pick<AnswererOptions, 'selectionRules'>;
}

/** Puts retrieval and answering over an open index. */
export function assembleLibrary({
  index,
  embedder,
  config,
  decision,
  reader,
  scopeOf = (article) => article.scope ?? 'public',
  ...parts
}: LibraryAssembly): OpenLibrary {
  const assemble = (chosen: PassageIndex): Pick<OpenLibrary, 'library' | 'answerer'> => {
    const retriever = createRetriever(chosen, knownWords(embedder));
    const answerer = createAnswerer({
      index: chosen,
      embedder,
      retriever,
      decision,
      reader,
      strictness: config.strictness,
      clock: () => performance.now(),
      detectLanguage,
      ...parts.answering,
    });
    return { library: createLibrary({ index: chosen, retriever, answerer }), answerer };
  };
  // A bot asks for what its audiences may read, and never for all of it.
  const whole = onceNeeded(() => assemble(withoutDemo(index)));
  return {
    get library() {
      return whole().library;
    },
    get answerer() {
      return whole().answerer;
    },
    libraryFor: createLibraryFor({ index, assemble: (chosen) => assemble(chosen).library, scopeOf }),
    manifest: index.manifest,
    close: () => index.close(),
  };
}

/** A word that the model has a token of its own for is a word, not a typo. */
export function knownWords(embedder: Embedder): Pick<RetrieverOptions, 'isKnownWord'> {
  return { isKnownWord: (word) => embedder.countTokens(word) === 1 };
}

/** @throws VerbatimError index-passport when the index was made with another model than the configured one */
function requireModel({ model: built }: Manifest, embedder: Embedder): void {
  if (sameModel(built, embedder.identity)) return;
  throw new VerbatimError(
    'index-passport',
    `The index was built with the model ${built.id} (${built.revision.slice(0, 12)}), but MODEL is ${embedder.identity.id} (${embedder.identity.revision.slice(0, 12)}). Run \`npm run index\`.`,
  );
}
