import { describeWait } from '../../conversation/describe-mistake.ts';
import type { PlainWordKey } from '../../words/word-keys.ts';
import type { Words } from '../../words/words.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { MessageView } from './message-view.ts';
import { wordMessage } from './message-view.ts';

/** A permission by the name that Discord's settings show. */
export type PermissionName = Extract<
  PlainWordKey,
  | 'discord.viewChannel'
  | 'discord.sendMessages'
  | 'discord.sendMessagesInThreads'
  | 'discord.embedLinks'
  | 'discord.readMessageHistory'
  | 'discord.createPublicThreads'
>;

/** `seconds` until the next question is taken. */
export function cooldownWord(words: Words, seconds: number): MessageView {
  return wordMessage(words, describeWait(words, seconds));
}

/** A mistake that the asker can mend, in its own words. */
export function mistakeWord(words: Words, message: string): MessageView {
  return wordMessage(words, escapeMarkdown(message).slice(0, 1000));
}

/** Said in private, so that the asker can do something about it. */
export function missingPermissionsWord(
  words: Words,
  names: readonly PermissionName[],
  channelId: string,
): MessageView {
  const permissions = inBold(words, names);
  return wordMessage(words, words('discord.missingPermissions', { channel: `<#${channelId}>`, permissions }));
}

/** A locked thread takes no message of a bot without Manage Threads. */
export function lockedThreadWord(words: Words, channelId: string): MessageView {
  return wordMessage(words, words('discord.lockedThread', { channel: `<#${channelId}>` }));
}

/** Over an answer that had to be private. */
export function privateInsteadWord(words: Words, names: readonly PermissionName[]): string {
  return words('discord.privateInstead', { permissions: inBold(words, names) });
}

/** Over an answer without the thread that was asked for. */
export function noThreadWord(words: Words): string {
  return words('discord.noThread', { permission: inBold(words, ['discord.createPublicThreads']) });
}

function inBold(words: Words, names: readonly PermissionName[]): string {
  return names.map((name) => `**${words(name)}**`).join(', ');
}
