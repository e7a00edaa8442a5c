import type { Article } from '../article.ts';
import type { Manifest } from '../manifest.ts';
import type { EncodedPassage, PassageIndex } from './passage-index.ts';

export interface GenerationDraft {
  readonly manifest: Omit<Manifest, 'generation' | 'schema'>;
  readonly articles: readonly Article[];
  readonly passages: AsyncIterable<EncodedPassage>;
}

/** Where generations are kept. */
export interface IndexStore {
  /** For messages: the folder or address. */
  readonly location: string;
  /** The manifest of the current generation; undefined when there is none. */
  currentManifest(): Promise<Manifest | undefined>;
  /** @throws VerbatimError index-missing, index-passport, index-damaged */
  open(): Promise<PassageIndex>;
  /**
   * Writes the draft whole, then makes it current in one step. The generation before is kept, older
   * ones go. @throws VerbatimError index-not-writable
   */
  write(draft: GenerationDraft): Promise<Manifest>;
}
