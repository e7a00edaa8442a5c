import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Citation } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';

/** Longer quotations are named by their first and last words. */
const WHOLE_FRAGMENT_CHARACTERS = 80;
const FRAGMENT_WORDS = 5;

export function citeExcerpt(article: Article, paragraph: number, span: Span, marker: number): Citation {
  const locator = findParagraph(article, paragraph)?.locator;
  return {
    marker: `[${marker}]`,
    title: article.title,
    paragraph,
    ...(locator === undefined ? {} : { locator }),
    ...(article.url === undefined
      ? {}
      : { url: linkToText(article.url, article.text.slice(span.start, span.end)) }),
    ...(article.licence === undefined ? {} : { licence: article.licence }),
  };
}

/** Adds a text fragment that makes a browser scroll to the quotation (https://wicg.github.io/scroll-to-text-fragment/). */
export function linkToText(url: string, quotation: string): string {
  const base = url.replace(/#.*$/, '');
  const words = quotation.split(/\s+/).filter((word) => word !== '');
  if (quotation.length <= WHOLE_FRAGMENT_CHARACTERS || words.length <= 2 * FRAGMENT_WORDS) {
    return `${base}#:~:text=${encodeFragment(words.join(' '))}`;
  }
  const first = words.slice(0, FRAGMENT_WORDS).join(' ');
  const last = words.slice(-FRAGMENT_WORDS).join(' ');
  return `${base}#:~:text=${encodeFragment(first)},${encodeFragment(last)}`;
}

/** Commas, hyphens and ampersands have a meaning in a fragment; brackets end a Markdown link. */
function encodeFragment(text: string): string {
  // A lone surrogate has no UTF-8 form.
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~_.]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
