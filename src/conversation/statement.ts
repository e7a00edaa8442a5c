/** Something to say: the point of it first, to be emphasised, then what it means. */
export interface Statement {
  readonly lead: string;
  readonly detail?: string;
}
