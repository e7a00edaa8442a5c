/** The permission bits that the stand-in enforces. Source: Discord, 'Bitwise Permission Flags'. */
export const Permission = {
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  useApplicationCommands: 1n << 31n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What @everyone may do in a new guild, as far as it matters here, and so the bot where a test says nothing. */
export const everyonePermissions = Object.values(Permission)
  .filter((bit) => bit !== Permission.manageMessages)
  .reduce((sum, bit) => sum | bit, 0n);

export function allows(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted;
}

/**
 * The bot's own overwrite in a channel. discord.js computes (@everyone's permissions & ~deny) | allow, so this makes
 * `channel.permissionsFor(me)` equal to `wanted` exactly.
 */
export function botOverwrite(botId: string, wanted: bigint): Record<string, unknown> {
  return {
    id: botId,
    type: 1,
    allow: (wanted & ~everyonePermissions).toString(),
    deny: (everyonePermissions & ~wanted).toString(),
  };
}
