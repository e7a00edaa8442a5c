import type { Span } from '../span.ts';

/** A card's sentence made a question, its blank standing as 'who', 'when', 'how many'; spans are into Article.text. */
export interface CardTrial {
  readonly articleId: string;
  readonly question: string;
  readonly sentence: Span;
  readonly answer: Span;
}

/** What the search and the reader make of such a question, in the article alone. */
export interface CardVerdict {
  /** Sentences that came back, best first, up to five. */
  readonly found: readonly Span[];
  /** What the reader points at in the card's own sentence; absent where it points at nothing. */
  readonly pointed?: Span;
  /** Whether a reader read at all; without one the search judges alone. */
  readonly read: boolean;
}

/** Gives the retriever and the reader a say in whether a card can be answered from its sentence's own words. */
export interface CardJudge {
  judge(trial: CardTrial): Promise<CardVerdict>;
}
