import { allComponents } from '../discord-standin/message-components.ts';
import { stringOf } from '../discord-standin/json.ts';

/** A message of the bot in either layout, as it is sent or as Discord gives it back. */
interface ShownMessage {
  readonly content?: string | null;
  readonly embeds?:
    | readonly {
        readonly title?: string;
        readonly description?: string;
        readonly footer?: { readonly text: string };
      }[]
    | null;
  readonly components?: readonly object[];
}

/** Everything that a reader sees of a message, as it was written. */
export function textOf(message: ShownMessage | undefined): string {
  const embed = message?.embeds?.[0];
  const displays = allComponents(message?.components)
    .filter((component) => component['type'] === 10)
    .map((component) => stringOf(component['content']));
  return [message?.content, embed?.title, embed?.description, ...displays, embed?.footer?.text]
    .filter(Boolean)
    .join('\n');
}

/** The question that an answer restates. */
export function restatedQuestion(message: ShownMessage): string | undefined {
  const title = message.embeds?.[0]?.title ?? /^(?:### (.+)|\*\*(.+)\*\*)$/mu.exec(textOf(message));
  if (typeof title === 'string') return unescapeMarkdown(title);
  const shown = title?.[1] ?? title?.[2];
  return shown === undefined ? undefined : unescapeMarkdown(shown);
}

/** The quotations in a message of the bot, as the article has them. */
export function shownQuotations(message: ShownMessage): readonly string[] {
  return (textOf(message).match(/^> .*(?:\n> .*)*/gmu) ?? []).map(readQuotation);
}

/** The labels of its buttons, in reading order. */
export function buttonLabels(message: ShownMessage | undefined): readonly string[] {
  return allComponents(message?.components)
    .filter((component) => component['type'] === 2)
    .map((component) => stringOf(component['label']) ?? '');
}

/** The values of its menu. */
export function menuValues(message: ShownMessage | undefined): readonly string[] {
  const menu = allComponents(message?.components).find((component) => component['type'] === 3);
  const options: unknown = menu?.['options'];
  return (Array.isArray(options) ? (options as readonly { readonly value: string }[]) : []).map(
    ({ value }) => value,
  );
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
