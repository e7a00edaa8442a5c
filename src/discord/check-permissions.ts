import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Layout } from '../domain/layout.ts';

/** What an answer needs, with the names that Discord's settings show. */
const NEEDED = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'View Channel', when: 'always' },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages', when: 'channel' },
  { bit: PermissionFlagsBits.SendMessagesInThreads, name: 'Send Messages in Threads', when: 'thread' },
  { bit: PermissionFlagsBits.EmbedLinks, name: 'Embed Links', when: 'embeds' },
  { bit: PermissionFlagsBits.ReadMessageHistory, name: 'Read Message History', when: 'reply' },
] as const;

/** What an answer goes without: a thread is not opened. */
export const OPENING_THREADS = {
  bit: PermissionFlagsBits.CreatePublicThreads,
  name: 'Create Public Threads',
} as const;

/** What thanks go unnoticed without, and signs where no word can be said. */
const REACTING = { bit: PermissionFlagsBits.AddReactions } as const;

/** For the invite link: everything that the bot can use. */
export const INVITE_PERMISSIONS: bigint = [...NEEDED, OPENING_THREADS, REACTING].reduce(
  (sum, { bit }) => sum | bit,
  0n,
);

export function mayOpenThreads(field: bigint): boolean {
  return (field & (OPENING_THREADS.bit | PermissionFlagsBits.Administrator)) !== 0n;
}

export interface Place {
  readonly thread: boolean;
  /** Whether a message is replied to, which reading the history is needed for; interactions are not. */
  readonly reply: boolean;
  /** Components V2 stands where embeds may not. */
  readonly layout: Layout;
}

/** Names of the permissions that are missing, in the words of Discord's settings; empty when all are there. */
export function missingPermissions(field: bigint, place: Place): readonly string[] {
  if ((field & PermissionFlagsBits.Administrator) !== 0n) return [];
  return NEEDED.filter(({ when }) => isNeeded(when, place))
    .filter(({ bit }) => (field & bit) === 0n)
    .map(({ name }) => name);
}

function isNeeded(when: (typeof NEEDED)[number]['when'], { thread, reply, layout }: Place): boolean {
  switch (when) {
    case 'always':
      return true;
    case 'channel':
      return !thread;
    case 'thread':
      return thread;
    case 'embeds':
      return layout === 'embeds';
    case 'reply':
      return reply;
  }
}
