import type { LibraryFor } from '../../domain/library.ts';
import type { Words } from '../../words/words.ts';
import type { Logger } from '../bot-options.ts';
import type { ChannelTransport } from '../channel-transport.ts';
import type { Timekeeper } from '../timekeeper.ts';

/** What it takes to show in a channel what goes on there. */
export interface ScreenParts {
  readonly channels: ChannelTransport;
  readonly libraryFor: LibraryFor;
  readonly wordsIn: (serverId: string) => Promise<Words>;
  readonly time: Timekeeper;
  readonly log: Logger;
}

/** Milliseconds between two edits that only count. */
export const COUNT_EVERY = 1_000;
