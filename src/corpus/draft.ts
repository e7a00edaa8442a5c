import type { Locator, ParagraphRole } from '../domain/article.ts';
import type { RemovedLine, TitleOrigin } from '../domain/importing.ts';
import type { DraftBlock } from './build-article.ts';

/** A block of the source, in its order, with the plain text that is to be quoted. */
export type ImportBlock =
  | (Located & { readonly kind: 'heading'; readonly level: number; readonly text: string })
  | (Located & { readonly kind: 'paragraph'; readonly text: string; readonly role?: ParagraphRole })
  /** `order` is the number of an item of an ordered list; depth 0 is the outermost list. */
  | (Located & {
      readonly kind: 'item';
      readonly depth: number;
      readonly order?: number;
      readonly text: string;
    })
  | (Located & { readonly kind: 'code'; readonly text: string })
  /** The first row is the header; all rows have as many cells. */
  | (Located & { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] })
  | (Located & { readonly kind: 'footnote'; readonly text: string })
  /** Markdown that is kept as it is, with what it reads as; `text` is set where it is one paragraph or heading. */
  | (Located & {
      readonly kind: 'raw';
      readonly markdown: string;
      readonly text?: string;
      readonly parts: readonly DraftBlock[];
    });

interface Located {
  /** As RemovedLine.line. */
  readonly line: number;
  readonly locator?: Locator;
}

/** What a source says about itself. */
export interface SourceMetadata {
  readonly id?: string;
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  readonly licence?: string;
  readonly language?: string;
}

/** A source as a parser understood it, before the cleaning. */
export interface Draft {
  readonly blocks: readonly ImportBlock[];
  readonly metadata: SourceMetadata;
  readonly removed: readonly RemovedLine[];
  readonly notes: readonly string[];
  /** The source's text by simpler means than the blocks, for the check that no word is lost. */
  readonly rawText?: string;
  /** Words that were put together at line ends: `fer-ries → ferries`. */
  readonly joinedWords?: readonly string[];
  /** Markdown that the raw blocks are slices of. */
  readonly source?: string;
  /** Where metadata.title comes from; a heading unless it says otherwise. */
  readonly titleFrom?: TitleOrigin;
  /** Other keys of a front matter, kept as they are. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The block's text where cleaning may judge it; undefined for code, tables and the like. */
export function judgedText(block: ImportBlock): string | undefined {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'item':
    case 'raw':
      return block.text;
    case 'code':
    case 'table':
    case 'footnote':
      return undefined;
  }
}
