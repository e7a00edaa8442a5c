import type { Card } from '../../domain/card.ts';
import type { Unit } from './make-units.ts';
import type { Mention } from './term.ts';

/** A card before anybody has judged it. */
export interface Proposal {
  readonly card: Card;
  readonly unit: Unit;
  readonly answer: Mention;
  /** Why it was made and how it was weighed, in words. */
  readonly reasons: readonly string[];
}
