import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Discord } from '../../discord-standin/driver.ts';
import type { InteractionHandle } from '../../discord-standin/interaction-handle.ts';
import { plainTextOf } from '../bot-under-test.ts';

export type SlashOptions = Readonly<Record<string, string | number>>;

/** What several people do and see in a channel. */
export interface ChannelView {
  readonly slash: (user: string, name: string, options?: SlashOptions, more?: object) => InteractionHandle;
  readonly press: (
    user: string,
    message: APIMessage | undefined,
    label: string,
    more?: object,
  ) => InteractionHandle;
  /** What the press was answered with, in private. */
  readonly told: (handle: InteractionHandle) => Promise<string>;
  /** The bot's messages that everybody sees, oldest first. */
  readonly posted: () => readonly APIMessage[];
  /** Waits until the last of them says that. */
  readonly shows: (text: string | RegExp) => Promise<APIMessage>;
}

/** @param posted what counts as the bot's messages */
export function createChannelView(discord: Discord, posted: ChannelView['posted']): ChannelView {
  return {
    slash: (user, name, options = {}, more = {}) =>
      discord.slash({ user: discord.user(user), name, options, ...more }),
    press: (user, message, label, more = {}) =>
      discord.click({ user: discord.user(user), message, label, ...more }),
    async told(handle) {
      await handle.settled();
      expect(handle.ephemeral).toBe(true);
      return plainTextOf(handle.message);
    },
    posted,
    async shows(text) {
      await expect.poll(() => plainTextOf(posted().at(-1)), { timeout: 5000 }).toMatch(text);
      const last = posted().at(-1);
      if (!last) throw new Error('Nothing was posted.');
      return last;
    },
  };
}

/** Begins what the command begins, which ada is told in private, and waits until everybody sees that. */
export async function beginIn(
  { slash, shows }: ChannelView,
  command: string,
  options: SlashOptions,
  shown: string,
): Promise<APIMessage> {
  const begun = await slash('ada', command, options).settled();
  expect(plainTextOf(begun.message)).toContain('has begun');
  expect(begun.ephemeral).toBe(true);
  return shows(shown);
}
