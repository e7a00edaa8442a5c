import type { MessageBody } from './message-body.ts';
import { wordMessage } from './message-body.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Short plain words for everything that is not an answer. */
export const WORDS = {
  anotherVersion:
    'That button is from another version of me, or its message was changed. Ask again to get a fresh one.',
  emptyMention:
    'Ask me something in the same message, for example: **@me who signed the treaty?** `/help` shows the rest.',
  emptyMessage: 'That message has no text that I could look for.',
  failed: 'Something went wrong on my side and I have no answer for you. Please ask again.',
  gone: 'That passage is no longer in the article: it has been changed since. What was quoted then still stands in the message above.',
  noArticle: 'There is no article to ask yet. Whoever runs me has to add one.',
  notYours: 'Only who asked privately can open this. Ask the same with `/ask` to get your own.',
  queueFull: 'Too many questions are waiting just now. Please ask again in a minute.',
  restarting: 'I am being restarted. Please ask again in a minute.',
  shareRefused: 'I could not share this: Discord did not let me post here.',
  shareUnsure: 'Discord did not say whether this was shared. Look at the channel before you share it again.',
  stopped: 'I was stopped before I could finish this. Please ask again in a minute.',
  unreadReply: 'I can read a reply only when it mentions me. Say it like this: **@me and when was that?**',
  unknownCommand: 'I do not know that command. `/help` shows those that I do.',
} as const;

export function word(name: keyof typeof WORDS): MessageBody {
  return wordMessage(WORDS[name]);
}

/** `seconds` until the next question is taken. */
export function cooldownWord(seconds: number): MessageBody {
  const wait = Math.max(1, Math.ceil(seconds));
  return wordMessage(
    `That was quick. I take your next question in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
  );
}

/** A mistake that the asker can mend, in its own words. */
export function mistakeWord(message: string): MessageBody {
  return wordMessage(escapeMarkdown(message).slice(0, 1000));
}

export function missingPermissionsWord(names: readonly string[], channelId: string): MessageBody {
  const list = names.map((name) => `**${name}**`).join(', ');
  return wordMessage(
    `I may not answer in <#${channelId}>: there I lack ${list}. Somebody who manages the server can give me that in the channel's settings. Until then, ask me here or privately with \`/ask\`.`,
  );
}

/** Over an answer that had to be private. */
export function privateInsteadWord(names: readonly string[]): string {
  return `I may not post in this channel (I lack ${names.map((name) => `**${name}**`).join(', ')}), so only you see this.`;
}
