import type { LibraryFor } from '../../domain/library.ts';
import type { Words } from '../../words/words.ts';
import type { Logger } from '../bot-options.ts';
import type { ChannelTransport } from '../channel-transport.ts';
import type { MessageView } from '../messages/message-view.ts';
import type { Timekeeper } from '../timekeeper.ts';

/** What it takes to show in a channel what goes on there. */
export interface ScreenParts {
  readonly channels: ChannelTransport;
  readonly libraryFor: LibraryFor;
  readonly wordsIn: (serverId: string) => Promise<Words>;
  /** As the server wants its messages laid out. */
  readonly layOut: (view: MessageView, serverId: string) => Promise<MessageView>;
  readonly time: Timekeeper;
  readonly log: Logger;
}

/** Milliseconds between two edits that only count. */
export const COUNT_EVERY = 1_000;
