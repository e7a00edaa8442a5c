import type { Article } from '../article.ts';
import type { Manifest } from '../manifest.ts';
import type { EncodedPassage, PassageIndex } from './passage-index.ts';

/** All that a generation is made of; the store gives it its name and schema. */
export interface GenerationDraft {
  readonly manifest: Omit<Manifest, 'generation' | 'schema'>;
  readonly articles: readonly Article[];
  /** Taken one by one: the vectors of a whole corpus need not be in memory together. */
  readonly passages: AsyncIterable<EncodedPassage>;
}

/** Where generations are kept. */
export interface IndexStore {
  /** For messages: the folder or address. */
  readonly location: string;
  /** Name of the current generation, undefined when there is none; cheap enough to ask every second. */
  currentGeneration(): Promise<string | undefined>;
  /** The manifest of the current generation; undefined when there is none. */
  currentManifest(): Promise<Manifest | undefined>;
  /** @throws VerbatimError index-missing, index-passport, index-damaged */
  open(): Promise<PassageIndex>;
  /**
   * Writes the draft whole, then makes it current in one step. The generation before is kept, older
   * ones go. @throws VerbatimError index-not-writable
   */
  write(draft: GenerationDraft): Promise<Manifest>;
  /** Removes all generations but the current one: after a takedown no text of the article may be left. */
  dropOlder(): Promise<void>;
}
