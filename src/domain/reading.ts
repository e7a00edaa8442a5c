/** Paragraphs a day. */
export const PER_DAY = { least: 1, most: 5, usual: 2 } as const;

/** A time of each day, where some people live. */
export interface Schedule {
  /** After midnight, by the clock on the wall. */
  readonly minutes: number;
  /** As IANA names it: `Europe/Berlin`. */
  readonly zone: string;
}

/** What is posted at one time. Times are milliseconds since 1970, ids Discord's and empty until they are known. */
export interface Portion {
  /** Numbers of its first and last paragraph, in the edition that it is posted from. */
  readonly from: number;
  readonly to: number;
  /** Of the text of each of its paragraphs: where to go on when the article is changed. */
  readonly hashes: readonly string[];
  /** How many portions there are with it, as far as could be told then. */
  readonly last: number;
  /** When it fell due. */
  readonly at: number;
  /** When the one after it comes; absent for the last, and until it is posted whole. */
  readonly nextAt?: number;
  /** How many of its messages stand in the channel. */
  readonly sent: number;
  /** Its message with the buttons, which is the last of them. */
  readonly messageId: string;
}

/**
 * `quiet`: it waits because nobody pressed; `paused`: somebody said so; `gone`: its article cannot be read there now;
 * `over`: it has come to its end.
 */
export const READING_PHASES = ['reading', 'quiet', 'paused', 'gone', 'over'] as const;
export type ReadingPhase = (typeof READING_PHASES)[number];

/** What is told once, when it happens: `ended`, that a changed article has nothing more to read. */
export const READING_NOTICES = ['quiet', 'paused', 'gone', 'stopped', 'ended'] as const;
export type ReadingNotice = (typeof READING_NOTICES)[number];

/** An article that a channel reads together, as plain data: what has to be kept for it to go on after a restart. */
export interface Reading extends Schedule {
  readonly id: string;
  readonly serverId: string;
  /** Where it was begun. */
  readonly channelId: string;
  /** Where it is posted: a thread, or the same channel. Empty until that is known. */
  readonly threadId: string;
  /** The message that says that it has begun. */
  readonly announcementId: string;
  /** Empty once its host has asked to be forgotten. */
  readonly hostId: string;
  readonly articleId: string;
  readonly perDay: number;
  readonly phase: ReadingPhase;
  readonly portions: readonly Portion[];
  /** Portions since somebody pressed. */
  readonly unpressed: number;
  /** When the next portion falls due. */
  readonly nextAt: number;
  readonly startedAt: number;
  /** The last one, with its message. */
  readonly notice?: { readonly kind: ReadingNotice; readonly messageId: string };
}

interface KeptReading {
  readonly readingId: string;
  readonly serverId: string;
  readonly articleId: string;
}

/** A reading that a person began, or a portion that they have read, for whoever wants to see what is kept of them. */
export type KeptReadingPart =
  | (KeptReading & { readonly hostedAt: number })
  | (KeptReading & {
      /** Counted from 1. */
      readonly portion: number;
      readonly at: number;
    });

/** Whether nothing is left to be said: another may begin in its channel. */
export function isSettled({ phase, notice }: Reading): boolean {
  return phase === 'over' && notice?.messageId !== '';
}
