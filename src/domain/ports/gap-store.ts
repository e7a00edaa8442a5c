import type { Gap, GapListener } from '../gap.ts';
import type { Author } from './settings-store.ts';

/** Whose gaps: an asker's in one server (the hash is the server's own), or a server's. */
export type GapOwner = { readonly askerHash: string } | { readonly serverId: string };

/** Questions that the articles do not answer. Every method rejects when the store cannot be used just now. */
export interface GapStore {
  /** Whole or not at all, in place of one with the same id. */
  save(gap: Gap): Promise<void>;
  find(id: string): Promise<Gap | undefined>;
  remove(id: string): Promise<void>;
  /** Those of a server since that moment (ISO 8601) that nobody has dismissed, oldest first. */
  list(serverId: string, since: string): Promise<readonly Gap[]>;
  /** Ids of another server are passed over. @returns how many were dismissed */
  dismiss(serverId: string, ids: readonly string[], author: Author): Promise<number>;
  /** @returns false when it is not there any more */
  askToBeTold(id: string, listener: GapListener): Promise<boolean>;
  /** Those of a server whose asker wants to be told and was not yet, dismissed ones too, oldest first. */
  waiting(serverId: string): Promise<readonly Gap[]>;
  /**
   * Takes the right to tell: true for the first, false for everyone after, so that it is told once. Whom it is told to
   * is forgotten with it.
   */
  setTold(id: string, at: string): Promise<boolean>;
  /** All that one asker has asked, dismissed ones too, oldest first. */
  listOf(askerHash: string): Promise<readonly Gap[]>;
  /** Ids of the gaps that a person has dismissed, in order. */
  dismissedBy(by: string): Promise<readonly string[]>;
  /** Takes a person's id out of what was dismissed, which stays so. @returns of how many */
  forgetAuthor(by: string): Promise<number>;
  /** Servers that have any, in order. */
  servers(): Promise<readonly string[]>;
  /** @returns how many were removed */
  removeBefore(moment: string): Promise<number>;
  /** @returns how many were removed */
  removeOf(owner: GapOwner): Promise<number>;
}
