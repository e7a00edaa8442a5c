import type { Article } from '../domain/article.ts';
import type { Citation } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';
import { textFragmentUrl } from '../text/text-fragment.ts';

/** What a reader needs to check the quotation; `marker` is its place among those shown, counted from 1. */
export function citeExcerpt(article: Article, paragraph: number, span: Span, marker: number): Citation {
  return {
    marker: `[${marker}]`,
    title: article.title,
    paragraph,
    ...(article.url === undefined
      ? {}
      : { url: textFragmentUrl(article.url, article.text.slice(span.start, span.end)) }),
    ...(article.licence === undefined ? {} : { licence: article.licence }),
  };
}
