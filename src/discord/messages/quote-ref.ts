import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { shortHash } from '../../text/short-hash.ts';
import type { QuoteRef } from './custom-id.ts';

/** Seven characters that stand for the id, which may be too long for a button. */
export function articleRef(article: Article): string {
  return shortHash(article.id);
}

/** The article of articleRef, or undefined where it is no longer there. */
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
