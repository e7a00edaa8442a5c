import type { Article, Locator } from '../domain/article.ts';
import { findParagraph, headingOf } from '../domain/article.ts';
import type { Citation, Excerpt } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** What a reader needs to check the quotation; `marker` is its place among those shown, counted from 1. */
export function citeExcerpt(article: Article, paragraph: number, span: Span, marker: number): Citation {
  const locator = locate(article, paragraph);
  return {
    marker: `[${marker}]`,
    title: article.title,
    paragraph,
    ...(locator === undefined ? {} : { locator }),
    ...(article.url === undefined
      ? {}
      : { url: textFragmentUrl(article.url, article.text.slice(span.start, span.end)) }),
    ...(article.licence === undefined ? {} : { licence: article.licence }),
    ...(article.language === undefined ? {} : { language: article.language }),
  };
}

/**
 * The span of one paragraph as a quotation.
 * @param marks what to emphasise, as offsets into Article.text within the span
 */
export function quoteSpan(
  article: Article,
  paragraph: number,
  { start, end }: Span,
  { marker = 1, marks = [] }: { readonly marker?: number; readonly marks?: readonly Span[] } = {},
): Excerpt {
  return {
    articleId: article.id,
    paragraph,
    start,
    end,
    text: article.text.slice(start, end),
    highlights: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    citation: citeExcerpt(article, paragraph, { start, end }, marker),
  };
}

/** '3.2 Fares', '§ 4 Fares', 'IV. Fares' */
const SECTION = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}(?=\.))\.?\s+\p{L}/u;

/** The place that the source gave the paragraph, and the number of its section. */
function locate(article: Article, number: number): Locator | undefined {
  const paragraph = findParagraph(article, number);
  const section = paragraph && SECTION.exec(headingOf(article, paragraph) ?? '')?.[1];
  if (section === undefined) return paragraph?.locator;
  return { ...paragraph?.locator, section };
}
