import type { DeskRef } from '../desk.ts';

/** The article files that servers have added. An id or a server that no file can be named after has none. */
export interface ServerShelf {
  /** Servers that have a place on the shelf, with articles or without. */
  servers(): Promise<readonly string[]>;
  /** Every id of the server, sorted; what was set aside is not among them. */
  list(serverId: string): Promise<readonly string[]>;
  /** The file's bytes; undefined when there is none. */
  read(ref: DeskRef): Promise<Uint8Array | undefined>;
  /** Writes it whole or not at all. @returns false when the id is taken */
  create(ref: DeskRef, markdown: string): Promise<boolean>;
  /** Puts this in the place of what was there, in one step. */
  replace(ref: DeskRef, markdown: string): Promise<void>;
  /** Out of the corpus, to where it can be brought back from, in one step. @returns false when it is not there */
  setAside(ref: DeskRef): Promise<boolean>;
  /** @returns false when nothing was set aside under that id */
  bringBack(ref: DeskRef): Promise<boolean>;
  /** What was set aside; undefined when there is none. */
  readAside(ref: DeskRef): Promise<Uint8Array | undefined>;
  /** Every article that was set aside, of all servers. */
  listAside(): Promise<readonly DeskRef[]>;
  /** Deletes what was set aside. */
  discard(ref: DeskRef): Promise<void>;
  removeServer(serverId: string): Promise<void>;
  /** Deletes what a process that was killed has half written. */
  tidy(): Promise<void>;
}
