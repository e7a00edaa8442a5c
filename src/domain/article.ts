import type { ArticleScope } from './article-scope.ts';
import { VerbatimError } from './errors.ts';
import type { Span } from './span.ts';

/** A block of Article.text: a heading, or a paragraph that a reader would count. */
export type Block = HeadingBlock | ParagraphBlock;

/** Names the paragraphs that follow; searched with them, and never quoted. */
export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  /** 1 for `#` to 6 for `######`. */
  readonly level: number;
}

/**
 * What a paragraph is, where it is not prose. `definition` is a term with its meaning ('Tide: the rise …'),
 * `field` a line of an infobox ('Founded: 1998'), `reference` a note, a source or a bare address, `contents` a
 * line of a table of contents.
 */
export type ParagraphRole =
  'item' | 'row' | 'definition' | 'field' | 'caption' | 'code' | 'reference' | 'contents';

/** Where in the source a paragraph stands, as a reader of the source would look for it. */
export interface Locator {
  /** Page of the file, counted from 1, whatever number is printed on it. */
  readonly page?: number;
  /** When it is said: `0:12` or `1:02:45`, from the start of the recording. */
  readonly time?: string;
  readonly speaker?: string;
  /** Number of the section, as its heading has it: `3.2`, `IV`. */
  readonly section?: string;
}

/** What a reader counts as a paragraph: also a list item, or a row of a table. */
export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
  /** Counted from 1 over the paragraphs of the article; headings do not count. */
  readonly number: number;
  /** Index into Article.blocks of the heading it stands under; absent before the first heading. */
  readonly heading?: number;
  /** Absent for prose. */
  readonly role?: ParagraphRole;
  /** Absent where the source has neither pages nor times. */
  readonly locator?: Locator;
  /** Half-open offsets into Article.text, in order; together with the gaps between them they cover the block. */
  readonly sentences: readonly Span[];
}

/** One article of the corpus; `text` is what is quoted and is never altered after cleaning. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly author?: string;
  /** As the front matter has it, preferably ISO 8601 (2024-11-30). */
  readonly published?: string;
  readonly licence?: string;
  /** Name of the language where it is not English, such as `Spanish`. */
  readonly language?: string;
  /** Other words for the same thing, for search only: `{ DPRK: 'North Korea' }`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** As its front matter says; absent where that says nothing. */
  readonly scope?: ArticleScope;
  /** The shipped demo, which gives way to any other article that the same people may read. */
  readonly demo?: true;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The blocks that a reader counts, in order: that with number n is at n - 1. */
export function paragraphsOf(article: Article): readonly ParagraphBlock[] {
  return article.blocks.filter((block) => block.kind === 'paragraph');
}

/** The paragraph with that number, counted from 1. */
export function findParagraph(article: Article, number: number): ParagraphBlock | undefined {
  return article.blocks.find(
    (block): block is ParagraphBlock => block.kind === 'paragraph' && block.number === number,
  );
}

/** @throws VerbatimError article-unknown, saying how to see which there are */
export function requireArticle(articles: ReadonlyMap<string, Article>, id: string): Article {
  const article = articles.get(id);
  if (article) return article;
  throw new VerbatimError(
    'article-unknown',
    `There is no article "${id}" in the index. Run \`npm run articles\` to see which there are.`,
  );
}

/** The text of the heading that the paragraph stands under. */
export function headingOf(article: Article, paragraph: ParagraphBlock): string | undefined {
  if (paragraph.heading === undefined) return undefined;
  const heading = article.blocks[paragraph.heading];
  return heading && article.text.slice(heading.start, heading.end);
}
