import { describeWait } from '../../conversation/describe-mistake.ts';
import { WORDS as SHARED } from '../../conversation/words.ts';
import { OPENING_THREADS } from '../check-permissions.ts';
import type { MessageView } from './message-view.ts';
import { wordMessage } from './message-view.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** The words of every surface, and those about what only Discord has. */
export const WORDS = {
  ...SHARED,
  anotherVersion:
    'That button is from another version of me, or its message was changed. Ask again to get a fresh one.',
  emptyArticle: 'There is no paragraph in it.',
  emptyMention:
    'Ask me something in the same message, for example: **@me who signed the treaty?** `/help` shows the rest.',
  hiddenMessage:
    'Discord does not show me that message. Open its menu, then Apps, then *Ask about this*, or repeat the question to me.',
  noHeadings: 'It has no headings.',
  noSummary:
    'I write nothing myself, so I cannot sum it up: a summary would be my words, not the article’s. This is what each section begins with:',
  noSummaryOfAll:
    'I write nothing myself, so I cannot sum articles up. `/outline` shows what is in one of them, `/sources` which there are.',
  questionDeleted: 'The question was deleted, and the answer with it.',
  roleMention:
    'Discord shows me no text where only my role is mentioned. Mention me myself: **@me who signed the treaty?**',
  statement:
    'I answer questions. To see which passages come near to what somebody says, open the menu of the message, then Apps, then *Find a source*.',
  emptyTerm: 'Which word? Look a name or a term up, for example: `/lookup term: treaty`.',
  notYours: 'Only who asked privately can open this. Ask the same with `/ask` to get your own.',
  notYoursToDelete: 'Only who asked for it, or who manages messages here, can delete this.',
  quoteTooShort: 'That is too short to check: give me at least three words of the quotation.',
  sharedAlready: 'This has been shared already.',
  shareRefused: 'I could not share this: Discord did not let me post here.',
  shareUnsure: 'Discord did not say whether this was shared. Look at the channel before you share it again.',
  unknownArticle: `${SHARED.unknownArticle} \`/sources\` lists those that I have.`,
  unknownCommand: 'I do not know that command. `/help` shows those that I do.',
} as const;

/** A message of fixed words and nothing else. */
export function word(name: keyof typeof WORDS): MessageView {
  return wordMessage(WORDS[name]);
}

/** `seconds` until the next question is taken. */
export function cooldownWord(seconds: number): MessageView {
  return wordMessage(describeWait(seconds));
}

/** A mistake that the asker can mend, in its own words. */
export function mistakeWord(message: string): MessageView {
  return wordMessage(escapeMarkdown(message).slice(0, 1000));
}

/** `names` as Discord's settings show them; said in private, so that the asker can do something about it. */
export function missingPermissionsWord(names: readonly string[], channelId: string): MessageView {
  const list = names.map((name) => `**${name}**`).join(', ');
  return wordMessage(
    `I may not answer in <#${channelId}>: there I lack ${list}. Somebody who manages the server can give me that in the channel's settings. Until then, ask me here or privately with \`/ask\`.`,
  );
}

/** A locked thread takes no message of a bot without Manage Threads. */
export function lockedThreadWord(channelId: string): MessageView {
  return wordMessage(
    `<#${channelId}> is locked, so I cannot answer there. Ask me here, or in a channel that is open.`,
  );
}

/** Over an answer that had to be private. */
export function privateInsteadWord(names: readonly string[]): string {
  return `I may not post in this channel (I lack ${names.map((name) => `**${name}**`).join(', ')}), so only you see this.`;
}

/** Over an answer without the thread that was asked for. */
export function noThreadWord(): string {
  return `I cannot open a thread here. In a server's channel I need **${OPENING_THREADS.name}** for that.`;
}
