/** What is brought in from outside, before anything is understood of it. */
export interface ImportSource {
  /** File name or last part of the address, with its ending if it has one. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from, after redirects; absent for files. */
  readonly url?: string;
  /** The server's word, such as `text/html; charset=utf-8`; absent for files. */
  readonly contentType?: string;
}

/** What the content is, whatever the file's name ends with. */
export type ImportFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'epub' | 'subtitles';

/** What the person who imports decides. */
export interface ImportOptions {
  /** Wins over every title in the source. */
  readonly title?: string;
  /** Nothing is removed but what cannot be text: control characters, page scripts. */
  readonly keepAll: boolean;
  /** ISO 8601 date that is written as `retrieved`. */
  readonly retrieved: string;
  /**
   * Ids of the servers whose members may read it, whatever the source says of that; of its other front matter only
   * the aliases are kept then. Absent where the operator imports: the source may say it.
   */
  readonly servers?: readonly string[];
}

/** A piece of the source's text that the article does not have. */
export interface RemovedLine {
  /**
   * Counted from 1: for Markdown and plain text the line of the file where it starts, for HTML, PDF and
   * Word the block of text.
   */
  readonly line: number;
  readonly text: string;
  /** In a few words, such as `advert` or `page number`. */
  readonly reason: string;
}

/** Where the title was taken from, as the report says it. */
export type TitleOrigin =
  | 'option'
  | 'front matter'
  | 'heading'
  | 'page title'
  | 'document properties'
  | 'file name'
  | 'first sentence';

/** What was kept and what went, for the person who imports; metadata is absent where the source has none. */
export interface ImportReport {
  readonly format: ImportFormat;
  readonly title: string;
  readonly titleFrom: TitleOrigin;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  readonly licence?: string;
  /** Where it is not English, as far as can be told. */
  readonly language?: string;
  readonly paragraphs: number;
  readonly words: number;
  readonly removed: readonly RemovedLine[];
  readonly fidelity: Fidelity;
  /** Such as `UTF-8` or `windows-1252 (guessed)`; absent for PDF and Word, which name their own. */
  readonly encoding?: string;
  /** Full sentences about whatever else was changed or is worth a look. */
  readonly notes: readonly string[];
}

/**
 * How the words of the source, read by other means than the importer's, come out in the article and among what was
 * removed. All zero is a faithful copy.
 */
export interface Fidelity {
  /** Words of the source. */
  readonly words: number;
  /** Neither in the article nor removed under a name. */
  readonly lost: number;
  /** Two words of the source that are one in the article. */
  readonly glued: number;
  /** One word of the source that is two in the article. */
  readonly split: number;
  /** Words that stand in another order. */
  readonly moved: number;
  /** A few of them, such as `glued: add.cint`. */
  readonly examples: readonly string[];
  /** All of it as a sentence. */
  readonly summary: string;
  /** Whether so much is lost, glued, split or moved that a person should compare the two. */
  readonly suspect: boolean;
}

/** A source made into an article of the corpus, not yet written. */
export interface ImportedArticle {
  /** Proposed id; the file's name without its ending. */
  readonly id: string;
  /** The whole file that is to be written: front matter and body. */
  readonly markdown: string;
  /** What will be quoted: `Article.text` of that file. */
  readonly text: string;
  /** SHA-256 (hex) of the source's bytes. */
  readonly sourceHash: string;
  readonly report: ImportReport;
}

/** What every reader of a text may ask. */
export interface ReaderTools {
  /** Whether an English word list has the word, which is in lower case; inflected forms count. */
  readonly isWord: (word: string) => boolean;
}

/** What the pure stages need done by the machine they run on. */
export interface ImportTools extends ReaderTools {
  /** Hex. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Raw DEFLATE; throws as soon as the result would be longer than `maxBytes`. */
  readonly inflate: (bytes: Uint8Array, maxBytes: number) => Uint8Array;
  /** English name of the language, or undefined when it cannot be told. */
  readonly detectLanguage: (text: string) => Promise<string | undefined>;
}

/** An article that the corpus already holds, as far as an import has to know it. */
export interface KnownArticle {
  readonly id: string;
  readonly title: string;
  /** Path relative to the corpus folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The folder that imports are written to. */
export interface LocalArticles {
  /** Id of the article that was made from a source with this SHA-256, if there is one. */
  findSource(sha256: string): Promise<string | undefined>;
  /**
   * Writes `<id>.md` whole or not at all and never over another file.
   * @returns the path relative to the corpus folder, or undefined when the name is taken
   */
  save(id: string, markdown: string): Promise<string | undefined>;
  /** The file that `save` writes for this id, as shown to the user. */
  locate(id: string): string;
  /** Deletes the file; the path is relative to the corpus folder. @throws VerbatimError usage, import-failed */
  remove(file: string): Promise<void>;
  /** Whether the file lies in the folder for imports. */
  owns(file: string): boolean;
  /** Whether `remove` takes it: imports, and what servers have added. */
  mayRemove(file: string): boolean;
}

/** One thing to import that was found, not yet read. */
export interface FoundSource {
  /** As shown to the user: the path or address. */
  readonly label: string;
  /** @throws VerbatimError import-failed */
  readonly read: () => Promise<ImportSource>;
}

/** What one argument stands for. */
export interface FoundSources {
  readonly sources: readonly FoundSource[];
  /** Full sentences, such as about links that were not followed. */
  readonly notes: readonly string[];
}
