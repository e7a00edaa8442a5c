import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Citation } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** What a reader needs to check the quotation; `marker` is its place among those shown, counted from 1. */
export function citeExcerpt(article: Article, paragraph: number, span: Span, marker: number): Citation {
  const locator = findParagraph(article, paragraph)?.locator;
  return {
    marker: `[${marker}]`,
    title: article.title,
    paragraph,
    ...(locator === undefined ? {} : { locator }),
    ...(article.url === undefined
      ? {}
      : { url: textFragmentUrl(article.url, article.text.slice(span.start, span.end)) }),
    ...(article.licence === undefined ? {} : { licence: article.licence }),
  };
}
