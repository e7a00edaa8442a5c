import { VerbatimError } from './errors.ts';
import type { Span } from './span.ts';

/** A block of Article.text: a heading, or a paragraph that a reader would count. */
export type Block = HeadingBlock | ParagraphBlock;

export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  /** 1 for `#` to 6 for `######`. */
  readonly level: number;
}

export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
  /** Counted from 1 over the paragraphs of the article; headings do not count. */
  readonly number: number;
  /** Index into Article.blocks of the heading it stands under; absent before the first heading. */
  readonly heading?: number;
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
  /** Other words for the same thing, for search only: `{ DPRK: 'North Korea' }`. */
  readonly aliases: Readonly<Record<string, string>>;
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
