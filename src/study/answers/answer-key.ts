import type { TermType } from '../../domain/card.ts';

/** What a typed answer is held against. */
export interface AnswerKey {
  /** The right answer as it stands in the article. */
  readonly text: string;
  readonly type: TermType;
  /** The sentence that it stands in: its other words may be typed along with the answer. */
  readonly sentence: string;
  /** Terms of the same type in the article, the right one aside; none of them is right. */
  readonly others: readonly string[];
}
