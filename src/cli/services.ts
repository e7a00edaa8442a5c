import type { Article } from '../domain/article.ts';
import type { CardDeck, CardSource } from '../domain/card-deck.ts';
import type { FlashcardFormat } from '../domain/flashcard.ts';
import type { FoundSources, ImportedArticle, ImportOptions, ImportSource } from '../domain/importing.ts';
import type { KnownArticle, LocalArticles } from '../domain/importing.ts';
import type { Library } from '../domain/library.ts';
import type { OperatorSettings, StoreCopy } from '../domain/operating.ts';
import type { DoctorCheck } from './run-doctor.ts';

/** Where `--corpus` and `--index` point; undefined for those of the configuration. */
export interface Folders {
  readonly corpus?: string | undefined;
  readonly index?: string | undefined;
}

/**
 * What commands are handed by `app/`. Each is opened when it is asked for, so that a command loads the model, the
 * parsers or discord.js only when it comes to using them.
 */
export interface Services {
  /** @throws VerbatimError config-invalid */
  openWorkspace(folders: Folders): Promise<Workspace>;
  openImports(folders: Folders): Promise<Imports>;
  listChecks(folders: Folders): Promise<readonly DoctorCheck[]>;
  /** Whether a bot that was started can answer. */
  listHealthChecks(): Promise<readonly DoctorCheck[]>;
  registerCommands(request: RegisterRequest): Promise<RegisterOutcome>;
  /** Runs the bot until it is told to stop. @returns the exit code */
  runBot(): Promise<number>;
  /** @param warn told what is kept but cannot be read @throws VerbatimError store-unusable */
  openSettings(warn: (message: string) => void): Promise<OperatorSettings>;
  /** Copies the store into a new file. @throws VerbatimError backup-failed, store-unusable */
  backUp(file: string): Promise<StoreCopy>;
  /** @throws VerbatimError backup-invalid, store-not-empty, store-unusable */
  restore(file: string, options: { readonly replace: boolean }): Promise<StoreCopy>;
  /** By the dataset folder's name. */
  evaluate(request: EvaluationRequest): Promise<Readonly<Record<string, EvaluationFigures>>>;
  /** @returns the content of the file of coefficients */
  calibrate(request: CalibrationRequest): Promise<string>;
  /** @returns name and value of each measurement */
  /** Makes a data set of votes. @throws VerbatimError usage, store-unusable */
  exportFeedback(request: FeedbackRequest): Promise<FeedbackExport>;
  bench(request: BenchRequest): Promise<readonly (readonly [name: string, value: string])[]>;
  /** @returns what was written, a line each */
  prepareXquad(request: XquadRequest): Promise<readonly string[]>;
}

/** A corpus and its index. */
export interface Workspace {
  readonly corpusDir: string;
  /** @throws VerbatimError corpus-missing and those of its files */
  readCorpus(): Promise<CorpusReading>;
  hasIndex(): Promise<boolean>;
  /** How many passages the index holds of each article, by id; without an index none. */
  indexedPassages(): Promise<ReadonlyMap<string, number>>;
  /** @throws VerbatimError index-missing, index-passport, index-damaged */
  openLibrary(): Promise<{ readonly library: Library; readonly close: () => Promise<void> }>;
  /** Makes cards of the library's articles. @throws VerbatimError cards-invalid */
  openCards(library: Library): Promise<CardSource>;
  /** Writes decks of the library's articles to a file, or not at all. @throws VerbatimError export-failed */
  exportCards(decks: readonly CardDeck[], request: CardExport): Promise<void>;
  /** Removes what older generations of the index hold, so that a takedown leaves no text behind. */
  dropOlder(): Promise<void>;
  /** Calls back at every change of the corpus folder from now on. @returns what ends it */
  watchCorpus(onChange: () => void, onError: (error: unknown) => void): Promise<() => Promise<void>>;
}

export interface CardExport {
  readonly library: Library;
  readonly format: FlashcardFormat;
  readonly file: string;
  readonly now: Date;
}

/** The corpus as it was at one moment; the index is compared with this reading and made of it. */
export interface CorpusReading {
  readonly entries: readonly { readonly article: Article; readonly file: string }[];
  /** Articles that are not taken, with the reason. */
  readonly leftOut: readonly string[];
  isIndexed(): Promise<boolean>;
  updateIndex(run: IndexRun): Promise<IndexUpdate>;
}

export interface IndexRun {
  readonly rebuild: boolean;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
  /** Told once, with its process id, that another process is indexing and is waited for. */
  readonly onWait?: (pid: number) => void;
}

export interface IndexUpdate {
  /** False when the index was up to date and nothing was written. */
  readonly written: boolean;
  readonly generation: string;
  readonly articles: number;
  readonly passages: number;
  /** Articles and passages that went through the model; the others kept their vectors. */
  readonly encodedArticles: number;
  readonly encodedPassages: number;
}

/** What adds and removes articles. */
export interface Imports {
  readonly local: LocalArticles;
  loadKnown(): Promise<readonly KnownArticle[]>;
  findSources(argument: string): Promise<FoundSources>;
  importSource(source: ImportSource, options: ImportOptions): Promise<ImportedArticle>;
  /** Keeps what is too long for a terminal until the machine tidies up. @returns the path of the file */
  saveDetails(text: string): Promise<string>;
  close(): Promise<void>;
}

/** Which commands Discord is to know, and where. */
export interface RegisterRequest {
  /** Removes the commands instead. */
  readonly clear: boolean;
  /** Only in this server. */
  readonly guildId: string | undefined;
}

/** What Discord knows after it; commands that are registered globally and in a server would show twice there. */
export interface RegisterOutcome {
  /** Commands that are registered now. */
  readonly commands: number;
  /** Whether anything had to be written for that. */
  readonly changed: boolean;
  readonly otherScopeCleared: boolean;
}

/** What is asked of which systems. */
export interface EvaluationRequest {
  /** Each holds articles/ and questions.jsonl. */
  readonly folders: readonly string[];
  /** A name, or `all`; undefined for those that are usually compared. */
  readonly system: string | undefined;
  /** With a typo in every question, by random numbers of this seed. */
  readonly typoSeed: number | undefined;
  /** `fit` or `look`: only the questions that are fitted on, or only those kept aside. */
  readonly part: string | undefined;
  /** Gets one JSON line a question. */
  readonly predictionsFile: string | undefined;
}

/** By system, then by figure. */
export type EvaluationFigures = Readonly<Record<string, object>>;

/** What the decision is fitted on; folders as in EvaluationRequest, `seed` for the folds. */
export interface CalibrationRequest {
  readonly folders: readonly string[];
  readonly seed: number;
  /** Leaves the file as it is. */
  readonly dryRun: boolean;
}

/** Which votes become a data set, and where. */
export interface FeedbackRequest {
  /** Gets questions.jsonl and articles/. */
  readonly folder: string;
  /** Only those in this server. */
  readonly serverId: string | undefined;
  /** Only those that are not older. */
  readonly sinceDays: number | undefined;
}

/** How many of what were written. */
export interface FeedbackExport {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly articles: number;
  /** Answers that make no question, by the reason. */
  readonly leftOut: Readonly<Record<'disputed' | 'unknown' | 'changed' | 'repeated', number>>;
}

/** What the speed is measured on. */
export interface BenchRequest {
  /** Made-up articles. */
  readonly articles: number;
  /** A dataset folder to measure on instead. */
  readonly dataset: string | undefined;
}

/** The public file's path, the folder for both halves, and the seed by which paragraphs are left out. */
export interface XquadRequest {
  readonly input: string;
  readonly output: string;
  readonly seed: number;
}
