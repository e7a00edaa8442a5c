import type { MessageView } from './messages/message-view.ts';
import type { ChannelTransport } from './channel-transport.ts';
import { createCooldown } from './cooldown.ts';

/** Shown under a message when a private word cannot be given, or was given a moment ago. */
export const SIGNS = { wait: '⏳', noEntry: '🚫' } as const;

/** Why somebody is told something in private; each is limited by itself. */
export type NoticeKind = 'wait' | 'restarting' | 'full' | 'forbidden' | 'locked' | 'closed';

export interface Notice {
  readonly kind: NoticeKind;
  readonly body: MessageView;
  readonly sign: (typeof SIGNS)[keyof typeof SIGNS];
}

/** Who is told, and below which message a sign goes. */
interface Recipient {
  readonly channel_id: string;
  readonly id: string;
  readonly author: { readonly id: string };
}

export type TellPrivately = (to: Recipient, notice: Notice) => Promise<void>;

/** The same notice again within so many seconds is a nuisance. */
const QUIET_SECONDS = 300;

/**
 * In private, because nobody else is concerned, and the same only once in a while; otherwise, and when direct
 * messages are closed, a sign under the message.
 */
export function createTellPrivately(channels: ChannelTransport, clock: () => number): TellPrivately {
  const recently = createCooldown({ burst: 1, seconds: QUIET_SECONDS, clock });
  return async ({ channel_id: channelId, id, author }, { kind, body, sign }) => {
    const isNew = recently(`${kind} ${author.id}`) === 0;
    if (isNew && (await channels.sendPrivately(author.id, body))) return;
    await channels.react(channelId, id, sign);
  };
}
