import type { Reading } from '../../../domain/reading.ts';

/** Which reading it is: an old message may still show the buttons of another. */
export interface ReadingPlace {
  /** Where it was begun. */
  readonly channelId: string;
  readonly readingId: string;
}

export type Begun =
  | { readonly kind: 'begun'; readonly reading: Reading }
  /** One goes on there. */
  | { readonly kind: 'busy' }
  /** Discord did not let the first portion be posted. */
  | { readonly kind: 'unposted' }
  | { readonly kind: 'failed' };

/** Leads the readings of all channels. What it posts is kept before it is posted, so that nothing shows twice. */
export interface ReadingMaster {
  begin(reading: Reading): Promise<Begun>;
  /** What is read in that channel or thread, or was read there last. @returns failed when that cannot be read just now */
  find(channelId: string): Promise<Reading | 'failed' | undefined>;
  /** Somebody has read that portion, or takes it back. */
  press(
    place: ReadingPlace,
    portion: number,
    personId: string,
  ): Promise<'read' | 'unread' | 'unknown' | 'failed'>;
  /** How many have read it; undefined when that cannot be read just now. */
  readers(readingId: string, portion: number): Promise<number | undefined>;
  /** Somebody has pressed something else: it is not deserted. */
  stir(place: ReadingPlace): Promise<void>;
  /** @returns false when it could not be kept */
  pause(place: ReadingPlace): Promise<boolean>;
  stop(place: ReadingPlace): Promise<boolean>;
  /** @returns how it is then; undefined when it could not be kept */
  goOn(place: ReadingPlace): Promise<Reading | undefined>;
  /** Goes on with what was read when the process ended. */
  resume(): Promise<void>;
  /** Lets go of all timers; what is being posted is finished. */
  close(): Promise<void>;
}
