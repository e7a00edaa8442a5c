import type { KeptReadingPart, Reading } from '../reading.ts';

/** Whose part in readings: a person's (what they have read, and that they were the host), or all of a server. */
export type ReadingOwner = { readonly personId: string } | { readonly serverId: string };

/** A portion of a reading, counted from 1. */
export interface PortionRef {
  readonly readingId: string;
  readonly portion: number;
}

/** The last reading of every channel, and who has read what. Every method rejects when the store cannot be used just now. */
export interface ReadingStore {
  /** In place of the last one of that channel. @returns false when one goes on there */
  begin(reading: Reading): Promise<boolean>;
  /** Keeps where it is, whole or not at all, but for its host. @returns false when it is not there any more */
  save(reading: Reading): Promise<boolean>;
  /** That which was begun in the channel, or is posted there; one that goes on rather than one that is over. */
  inChannel(channelId: string): Promise<Reading | undefined>;
  /** Those that are not settled, oldest first. */
  running(): Promise<readonly Reading[]>;
  /**
   * Somebody has read it, or takes that back: each press is the opposite of the one before.
   * @returns undefined when the reading is not there any more
   */
  press(portion: PortionRef, personId: string, at: number): Promise<'read' | 'unread' | undefined>;
  /** How many have read it. */
  readers(portion: PortionRef): Promise<number>;
  /** That of the last reading of the server. */
  zoneIn(serverId: string): Promise<string | undefined>;
  /** What a person began, and then what they have read, oldest first. */
  exportOf(personId: string): Promise<readonly KeptReadingPart[]>;
  /** Those of which nothing was posted since that moment, in milliseconds since 1970. @returns how many were removed */
  removeBefore(moment: number): Promise<number>;
  /** A host's readings go on without one. @returns how many presses, and readings of the server, were removed */
  removeOf(owner: ReadingOwner): Promise<number>;
}
