import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What an answer needs, with the names that Discord's settings show. */
const NEEDED = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'View Channel', where: 'everywhere', reply: false },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages', where: 'channel', reply: false },
  {
    bit: PermissionFlagsBits.SendMessagesInThreads,
    name: 'Send Messages in Threads',
    where: 'thread',
    reply: false,
  },
  { bit: PermissionFlagsBits.EmbedLinks, name: 'Embed Links', where: 'everywhere', reply: false },
  {
    bit: PermissionFlagsBits.ReadMessageHistory,
    name: 'Read Message History',
    where: 'everywhere',
    reply: true,
  },
] as const;

/** For the invite link: everything in NEEDED. */
export const INVITE_PERMISSIONS: bigint = NEEDED.reduce((sum, { bit }) => sum | bit, 0n);

export interface Place {
  readonly thread: boolean;
  /** Whether a message is replied to, which reading the history is needed for; interactions are not. */
  readonly reply: boolean;
}

/** Names of the permissions that are missing, in the words of Discord's settings; empty when all are there. */
export function missingPermissions(field: bigint, place: Place): readonly string[] {
  if ((field & PermissionFlagsBits.Administrator) !== 0n) return [];
  return NEEDED.filter(
    ({ where }) => where === 'everywhere' || where === (place.thread ? 'thread' : 'channel'),
  )
    .filter(({ reply }) => place.reply || !reply)
    .filter(({ bit }) => (field & bit) === 0n)
    .map(({ name }) => name);
}
