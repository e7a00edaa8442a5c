/** Bits of Discord's permission field that an answer needs, with the names that Discord's settings show. */
const NEEDED = [
  { bit: 1n << 10n, name: 'View Channel', where: 'everywhere', reply: false },
  { bit: 1n << 11n, name: 'Send Messages', where: 'channel', reply: false },
  { bit: 1n << 38n, name: 'Send Messages in Threads', where: 'thread', reply: false },
  { bit: 1n << 14n, name: 'Embed Links', where: 'everywhere', reply: false },
  { bit: 1n << 16n, name: 'Read Message History', where: 'everywhere', reply: true },
] as const;

const ADMINISTRATOR = 1n << 3n;

/** For the invite link: everything in NEEDED. */
export const INVITE_PERMISSIONS: bigint = NEEDED.reduce((sum, { bit }) => sum | bit, 0n);

export interface Place {
  readonly thread: boolean;
  /** Whether a message is replied to, which reading the history is needed for; interactions are not. */
  readonly reply: boolean;
}

/** Names of the permissions that are missing, in the words of Discord's settings; empty when all are there. */
export function missingPermissions(field: bigint, place: Place): readonly string[] {
  if ((field & ADMINISTRATOR) !== 0n) return [];
  return NEEDED.filter(
    ({ where }) => where === 'everywhere' || where === (place.thread ? 'thread' : 'channel'),
  )
    .filter(({ reply }) => place.reply || !reply)
    .filter(({ bit }) => (field & bit) === 0n)
    .map(({ name }) => name);
}
