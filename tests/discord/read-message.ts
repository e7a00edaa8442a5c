import type { APIEmbed } from 'discord-api-types/v10';

interface ShownMessage {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
}

/** The question that an answer restates. */
export function restatedQuestion(message: ShownMessage): string | undefined {
  const title = message.embeds?.[0]?.title ?? /^\*\*(.+)\*\*$/mu.exec(message.content ?? '')?.[1];
  return title === undefined ? undefined : unescapeMarkdown(title);
}

/** The quotations in a message of the bot, as the article has them. */
export function shownQuotations(message: ShownMessage): readonly string[] {
  const text = message.embeds?.[0]?.description ?? message.content ?? '';
  return (text.match(/^> .*(?:\n> .*)*/gmu) ?? []).map(readQuotation);
}

/** The text that quoteMarkdown was given. */
export function readQuotation(shown: string): string {
  return unescapeMarkdown(
    shown
      .split('\n')
      .map((line) => (line.startsWith('> ') ? line.slice(2) : line))
      .join('\n')
      .replaceAll('**', ''),
  );
}

/** The text that escapeMarkdown was given. */
export function unescapeMarkdown(shown: string): string {
  return shown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}
