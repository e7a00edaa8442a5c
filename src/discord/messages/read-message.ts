import type { APIEmbed } from 'discord-api-types/v10';
import { readQuotation, unescapeMarkdown } from './escape-markdown.ts';
import { FOLLOW_UP } from './render-reply.ts';

/** Discord gives the bot its own messages whole, whatever the intents. */
export interface ShownMessage {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
}

/** The question that an answer restates. */
export function restatedQuestion(message: ShownMessage): string | undefined {
  const title = message.embeds?.[0]?.title ?? /^\*\*(.+)\*\*$/mu.exec(message.content ?? '')?.[1];
  return title === undefined ? undefined : unescapeMarkdown(title);
}

/**
 * What a follow-up leans on: the question of the answer that it replies to, after the one which that in turn was
 * a follow-up to, so that a chain of short questions keeps its nouns. At most about 550 characters.
 */
export function followUpContext(message: ShownMessage): string | undefined {
  const question = restatedQuestion(message);
  if (question === undefined) return undefined;
  const footer = message.embeds?.[0]?.footer?.text ?? '';
  const earlier = footer.replace(/ · Shared by .*$/u, '');
  return earlier.startsWith(FOLLOW_UP) ? `${earlier.slice(FOLLOW_UP.length)} ${question}` : question;
}

/** The quotations in a message of the bot, as the article has them. */
export function shownQuotations(message: ShownMessage): readonly string[] {
  const text = message.embeds?.[0]?.description ?? message.content ?? '';
  return (text.match(/^> .*(?:\n> .*)*/gmu) ?? []).map(readQuotation);
}
