import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Layout } from '../domain/layout.ts';
import type { PermissionName } from './messages/words.ts';

/** What an answer needs. */
const NEEDED = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'discord.viewChannel', when: 'always' },
  { bit: PermissionFlagsBits.SendMessages, name: 'discord.sendMessages', when: 'channel' },
  { bit: PermissionFlagsBits.SendMessagesInThreads, name: 'discord.sendMessagesInThreads', when: 'thread' },
  { bit: PermissionFlagsBits.EmbedLinks, name: 'discord.embedLinks', when: 'embeds' },
  { bit: PermissionFlagsBits.ReadMessageHistory, name: 'discord.readMessageHistory', when: 'reply' },
] as const;

/** What an answer goes without: a thread is not opened. */
const OPENING_THREADS = { bit: PermissionFlagsBits.CreatePublicThreads } as const;

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

/** The permissions that are missing; empty when all are there. */
export function missingPermissions(field: bigint, place: Place): readonly PermissionName[] {
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
