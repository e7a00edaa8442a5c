import type { ReaderTools } from '../../domain/importing.ts';
import type { Draft } from '../draft.ts';
import type { SplitSource } from '../split-front-matter.ts';
import { splitFrontMatter } from '../split-front-matter.ts';
import { tidyCharacters } from '../tidy-characters.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

/**
 * Bump whenever a reader makes other blocks of the same bytes; part of the manifest, so that an index of text
 * that was read otherwise is brought up to date.
 */
export const READER_VERSION = 'blocks-2';

/** A .md or .txt file, parsed: its front matter and its body. */
export interface TextFile extends Pick<SplitSource, 'fields' | 'extra'> {
  /** The body as blocks; its notes also tell of characters that were changed. */
  readonly draft: Draft;
}

export interface TextFileOptions {
  /** For messages. */
  readonly name: string;
  readonly format: 'markdown' | 'text';
  readonly tools?: ReaderTools | undefined;
}

/**
 * A text with its front matter, as the corpus folder and `add` both read it.
 * @throws VerbatimError article-front-matter for Markdown, naming the line
 */
export function readTextFile(source: string, { name, format, tools }: TextFileOptions): TextFile {
  const { text, notes } = tidyCharacters(source);
  const { fields, extra, body, firstLine, notes: frontNotes } = splitFrontMatter(text, name, format);
  const draft = format === 'markdown' ? readMarkdown(body, firstLine) : readPlainText(body, firstLine, tools);
  return { fields, extra, draft: { ...draft, notes: [...notes, ...frontNotes, ...draft.notes] } };
}
