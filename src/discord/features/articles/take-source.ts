import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandInteraction, APIAttachment } from 'discord-api-types/v10';
import { MAX_ARTICLE_BYTES } from '../../../domain/article-limits.ts';
import type { DeskSource } from '../../../domain/desk.ts';
import type { Words } from '../../../words/words.ts';
import type { ReadAttachment } from '../../read-attachment.ts';
import { textOption } from '../read-subcommand.ts';
import type { Subcommand } from '../read-subcommand.ts';

/** What somebody gave to be read; its bytes are fetched later. */
export type GivenSource = { readonly attachment: APIAttachment } | { readonly url: string };

/** @returns a sentence where it is neither one nor the other, or both */
export function givenSource(
  words: Words,
  interaction: APIApplicationCommandInteraction,
  subcommand: Subcommand,
): GivenSource | string {
  const attachment = attachmentOf(interaction, textOption(subcommand, 'file'));
  const url = textOption(subcommand, 'address');
  if (attachment && url !== '') return words('articles.sourceTwice');
  if (attachment) return { attachment };
  return url === '' ? words('articles.sourceMissing') : { url };
}

function attachmentOf({ data }: APIApplicationCommandInteraction, id: string): APIAttachment | undefined {
  if (data.type !== ApplicationCommandType.ChatInput) return undefined;
  const attachments = data.resolved?.attachments ?? {};
  return Object.hasOwn(attachments, id) ? attachments[id] : undefined;
}

/** @returns a sentence where the file cannot be had */
export async function fetchSource(
  words: Words,
  given: GivenSource,
  readAttachment: ReadAttachment,
): Promise<DeskSource | string> {
  if ('url' in given) return given;
  const { url, filename } = given.attachment;
  const bytes = await readAttachment(url);
  if (bytes === 'gone') return words('articles.fileGone');
  if (bytes === 'too-large') return words('articles.tooLarge', { most: MAX_ARTICLE_BYTES / 1024 / 1024 });
  return { name: filename, bytes };
}
