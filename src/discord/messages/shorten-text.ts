import type { Article } from '../../domain/article.ts';
import { findParagraph } from '../../domain/article.ts';
import type { Excerpt } from '../../domain/reply.ts';
import type { Span } from '../../domain/span.ts';
import { escapeMarkdown, quoteMarkdown } from './escape-markdown.ts';

/** What turns the direction of a line round until it is taken back; of use in a quotation only. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/gu;

/** One line, at most `max` characters, cut at the end of a word where there is one, with … when cut. */
export function shortenAtWord(text: string, max: number): string {
  const line = text.replace(DIRECTION, '').replace(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const head = line.slice(0, max - 1);
  const space = head.lastIndexOf(' ');
  const cut = space > max / 2 ? head.slice(0, space) : withoutHalfCharacter(head);
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Escaped for Discord and at most `max` characters after that: escapes count too. */
export function shortenEscaped(text: string, max: number): string {
  let room = max;
  let shown = escapeMarkdown(shortenAtWord(text, room));
  while (shown.length > max) {
    room = Math.max(1, room - (shown.length - max));
    shown = escapeMarkdown(shortenAtWord(text, room));
  }
  return shown;
}

/** How a quotation was made to fit: not at all, at a sentence end, or, for one very long sentence, inside it. */
export type Cut = 'whole' | 'sentence' | 'inside';

export interface Shortened {
  readonly excerpt: Excerpt;
  readonly cut: Cut;
}

/**
 * The longest beginning of the excerpt whose quoted block has at most `max` characters, ending where a sentence
 * ends. Nothing inside is left out, so that what is shown is still a quotation.
 */
export function shortenExcerpt(excerpt: Excerpt, article: Article, max: number): Shortened {
  const fits = (end: number) => shownLength(clip(excerpt, { start: excerpt.start, end })) <= max;
  if (fits(excerpt.end)) return { excerpt, cut: 'whole' };
  const sentences = findParagraph(article, excerpt.paragraph)?.sentences ?? [];
  const end = sentences
    .map((sentence) => sentence.end)
    .filter((candidate) => candidate > excerpt.start && candidate < excerpt.end)
    .findLast(fits);
  if (end !== undefined) return { excerpt: clip(excerpt, { start: excerpt.start, end }), cut: 'sentence' };
  return { excerpt: clip(excerpt, insideSentence(excerpt, max)), cut: 'inside' };
}

/** The part of the excerpt inside `span` (offsets into Article.text), with the highlights that lie in it. */
export function clip(excerpt: Excerpt, span: Span): Excerpt {
  const shift = span.start - excerpt.start;
  const length = span.end - span.start;
  return {
    ...excerpt,
    start: span.start,
    end: span.end,
    text: excerpt.text.slice(shift, shift + length),
    highlights: excerpt.highlights
      .map((highlight) => ({
        start: Math.max(0, highlight.start - shift),
        end: Math.min(length, highlight.end - shift),
      }))
      .filter((highlight) => highlight.start < highlight.end),
  };
}

/** For a sentence that does not fit by itself: up to the last word that does. */
function insideSentence(excerpt: Excerpt, max: number): Span {
  let low = 0;
  let high = Math.min(excerpt.text.length, max);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const part = clip(excerpt, { start: excerpt.start, end: excerpt.start + middle });
    if (shownLength(part) <= max) low = middle;
    else high = middle - 1;
  }
  const head = excerpt.text.slice(0, low);
  const space = head.search(/\s\S*$/u);
  const kept = space > low / 2 ? head.slice(0, space) : withoutHalfCharacter(head);
  return { start: excerpt.start, end: excerpt.start + kept.length };
}

function shownLength(excerpt: Excerpt): number {
  return quoteMarkdown(excerpt.text, excerpt.highlights).length;
}

/** Never the first half of a surrogate pair alone. */
function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
