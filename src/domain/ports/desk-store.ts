import type { DeskRef } from '../desk.ts';

/** That somebody has sent an article, or a newer edition of one. */
export interface Addition extends DeskRef {
  /** Absent once that person's data was deleted. */
  readonly by?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** An article that was taken away and waits for the end of its day. */
export interface Removal extends DeskRef {
  readonly title: string;
  /** Absent once that person's data was deleted. */
  readonly by?: string;
  /** ISO 8601. */
  readonly removedAt: string;
}

/** What the desk has to remember beside the files. Every method rejects when the store cannot be used just now. */
export interface DeskStore {
  saveAddition(addition: Addition): Promise<void>;
  /** Those of the server, the latest first. */
  additions(serverId: string): Promise<readonly Addition[]>;
  /** Those that somebody sent, in whatever server, the latest first. */
  additionsBy(personId: string): Promise<readonly Addition[]>;
  /** Those of the server since that moment (ISO 8601). */
  countAdditions(serverId: string, since: string): Promise<number>;
  /** In place of one of the same article. */
  saveRemoval(removal: Removal): Promise<void>;
  /** One server's, or all of them, the latest first. */
  removals(serverId?: string): Promise<readonly Removal[]>;
  dropRemoval(ref: DeskRef): Promise<void>;
  /** Forgets all that is known of the article. */
  removeArticle(ref: DeskRef): Promise<void>;
  /** All of a server's; of a person's only who it was. @returns how many rows were touched */
  removeOf(owner: { readonly serverId: string } | { readonly personId: string }): Promise<number>;
}
