/** What one server may have; 0 of anything is none of it. */
export interface DeskLimits {
  readonly articles: number;
  /** Words of all of its articles together. */
  readonly words: number;
  /** Additions and replacements within 24 hours. */
  readonly addsADay: number;
}
