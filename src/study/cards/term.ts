import type { TermType } from '../../domain/card.ts';
import type { Span } from '../../domain/span.ts';

/** Something of an article that a card can ask for, where it stands. */
export interface Mention extends Span {
  readonly text: string;
  readonly paragraph: number;
  readonly type: TermType;
  /**
   * What may stand in each other's place: `date:year`, `number:%`, `place:city`. A distractor is of the same family.
   */
  readonly family: string;
  /** The same for every mention of the same thing: 'Paik' and 'Wooyeal Paik' have one. */
  readonly key: string;
  /** A number as such, a date as days or years; absent for names and terms. */
  readonly value?: number;
  /** How much it tells, in [0, 1], before the article is looked at. */
  readonly weight: number;
}

/** Whether two things are of one size: within a factor of five, years within 120 of each other. */
export function sameMagnitude(a: Mention, b: Mention): boolean {
  if (a.value === undefined || b.value === undefined) return a.value === b.value;
  if (a.type === 'date') return Math.abs(a.value - b.value) <= 120;
  if (a.value === 0 || b.value === 0) return false;
  const ratio = a.value / b.value;
  return ratio >= 0.2 && ratio <= 5;
}
