import type { Library } from '../domain/library.ts';
import type { ChannelWire } from './channel-wire.ts';
import type { Cooldown } from './cooldown.ts';
import type { InteractionWire } from './interaction-wire.ts';
import type { Self } from './read-event.ts';
import type { WorkQueue } from './work-queue.ts';

/** What the handlers of one running bot share. */
export interface BotContext {
  readonly getLibrary: () => Library;
  readonly interactions: InteractionWire;
  readonly channels: ChannelWire;
  readonly queue: WorkQueue;
  readonly cooldown: Cooldown;
  readonly clock: () => number;
  readonly stopping: () => boolean;
  /** Undefined before READY. */
  readonly self: () => Self | undefined;
  /** Permissions in a server's channel as far as they are known: undefined in direct messages and unknown channels. */
  readonly permissionsIn: (
    channelId: string,
  ) => { readonly field: bigint; readonly thread: boolean } | undefined;
}
