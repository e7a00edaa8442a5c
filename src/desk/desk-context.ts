import type { DeskProgress } from '../domain/desk.ts';
import type { DeskParts } from './desk-parts.ts';
import type { ShelfReader } from './read-shelf.ts';
import type { TakeTurn } from './take-turns.ts';

/** What the desk's use cases share. */
export interface DeskContext extends DeskParts {
  readonly reader: ShelfReader;
  /** Between a look at the shelf and the change that rests on it nobody else changes it. */
  readonly inTurn: TakeTurn;
  /** @returns whether the index has all that is in the corpus now */
  readonly reindex: (onProgress?: (progress: DeskProgress) => void) => Promise<boolean>;
}
