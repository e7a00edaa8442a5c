import type { Article, ParagraphBlock } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import type { Span } from '../../domain/span.ts';
import type { QuoteRef } from './custom-id.ts';
import { shortHash } from './short-hash.ts';

export function articleRef(article: Article): string {
  return shortHash(article.id);
}

export function articleByRef(library: Library, ref: string): Article | undefined {
  return library.sources().entries.find(({ article }) => articleRef(article) === ref)?.article;
}

export function quoteRefOf(excerpt: Excerpt): QuoteRef {
  return {
    article: shortHash(excerpt.articleId),
    paragraph: excerpt.paragraph,
    start: excerpt.start,
    end: excerpt.end,
    hash: shortHash(excerpt.text),
  };
}

/** Where a quotation stands now. */
export interface FoundQuote {
  readonly article: Article;
  readonly paragraph: ParagraphBlock;
  readonly span: Span;
}

/**
 * The quotation that a button was made for. When the article was changed since, it is looked for by its words, which
 * `shown` (the quotation in the button's message) still has. Undefined when it is gone.
 */
export function findQuote(library: Library, quote: QuoteRef, shown?: string): FoundQuote | undefined {
  const article = articleByRef(library, quote.article);
  if (article && shortHash(article.text.slice(quote.start, quote.end)) === quote.hash) {
    return inParagraph(article, quote);
  }
  const moved = article && findMoved(article, quote);
  return moved ?? (shown === undefined ? undefined : findWords(library, shown, article));
}

/** Quotations begin where a sentence begins: the same words at another such place. */
function findMoved(article: Article, { start, end, hash }: QuoteRef): FoundQuote | undefined {
  for (const { sentences } of paragraphsOf(article)) {
    for (const sentence of sentences) {
      const span = { start: sentence.start, end: sentence.start + end - start };
      if (shortHash(article.text.slice(span.start, span.end)) === hash) return inParagraph(article, span);
    }
  }
  return undefined;
}

function findWords(library: Library, words: string, first: Article | undefined): FoundQuote | undefined {
  const others = library.sources().entries.map((entry) => entry.article);
  for (const article of first ? [first, ...others] : others) {
    const start = words === '' ? -1 : article.text.indexOf(words);
    if (start !== -1) return inParagraph(article, { start, end: start + words.length });
  }
  return undefined;
}

function inParagraph(article: Article, { start, end }: Span): FoundQuote | undefined {
  const paragraph = paragraphsOf(article).find((block) => block.start <= start && end <= block.end);
  return paragraph && { article, paragraph, span: { start, end } };
}
