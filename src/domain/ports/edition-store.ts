import type { DeskRef } from '../desk.ts';
import type { Edition } from '../edition.ts';

/** The earlier texts of articles. Every method rejects when the store cannot be used just now. */
export interface EditionStore {
  /** In place of one of the same article with the same text. */
  save(edition: Edition): Promise<void>;
  /** The latest first. */
  editionsOf(ref: DeskRef): Promise<readonly Edition[]>;
  /** Every article that there is an earlier text of. */
  articles(): Promise<readonly DeskRef[]>;
  removeArticle(ref: DeskRef): Promise<void>;
  removeOf(owner: { readonly serverId: string }): Promise<number>;
}
