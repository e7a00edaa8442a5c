import type { Locator } from './article.ts';
import type { Span } from './span.ts';

/** Where an excerpt comes from, as a reader can check it. */
export interface Citation {
  /** `[1]`, `[2]`, … in the order shown. */
  readonly marker: string;
  readonly title: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** Where to look in the source, beside the paragraph: a page, or a time and who speaks. */
  readonly locator?: Locator;
  /** With a `#:~:text=` fragment that leads to the quotation. */
  readonly url?: string;
  readonly licence?: string;
  /** Of the article, where it is not English: what is quoted from it is never a sure answer. */
  readonly language?: string;
}

/** A quotation inside one paragraph: `article.text.slice(start, end) === text`. */
export interface Excerpt extends Span {
  readonly articleId: string;
  readonly paragraph: number;
  readonly text: string;
  /** The exact answer, where a reader points at one, relative to `text`. */
  readonly answer?: Span;
  /** Words to emphasise, relative to `text`, ascending, without overlap. */
  readonly highlights: readonly Span[];
  readonly citation: Citation;
}

/** A weak answer is shown with the warning that it may not be one. */
export type Confidence = 'strong' | 'weak';

/** The article says it: the first excerpt is the answer, the others bear on it. */
export interface Answer {
  readonly kind: 'answer';
  readonly question: string;
  readonly confidence: Confidence;
  /** Confidence signal in (0, 1): higher is surer. For comparing questions, not a percentage. */
  readonly score: number;
  readonly excerpts: readonly [Excerpt, ...Excerpt[]];
}

/**
 * Why nothing was quoted: nothing matched at all, what matched is too weak to be an answer,
 * or there is no article to ask.
 */
export type AbstentionReason = 'no-hits' | 'weak-hits' | 'empty-corpus';

/** The article does not say it, as far as can be told. */
export interface Abstention {
  readonly kind: 'abstention';
  readonly question: string;
  readonly reason: AbstentionReason;
  readonly score: number;
  /** The first three of the ranking before the decision: closest, not an answer. */
  readonly nearest: readonly Excerpt[];
  /** Set when the question seems to be in another language than the articles; its English name. */
  readonly questionLanguage?: string;
}

/** To abstain is a value, not an exception. */
export type Reply = Answer | Abstention;

/** The excerpts that a reply shows, whichever kind it is. */
export function shownExcerpts(reply: Reply): readonly Excerpt[] {
  switch (reply.kind) {
    case 'answer':
      return reply.excerpts;
    case 'abstention':
      return reply.nearest;
  }
}
