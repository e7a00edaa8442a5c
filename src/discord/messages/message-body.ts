import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';
import { encodeCustomId } from './custom-id.ts';
import type { CustomId } from './custom-id.ts';
import { shortenEscaped } from './shorten-text.ts';

/** What Discord's REST API takes for a message, a reply to an interaction, or an edit of either. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: APIAllowedMentions;
  readonly flags?: MessageFlags;
}

/** Discord: characters that one message takes. */
export const LIMITS = {
  content: 2000,
  title: 256,
  description: 4096,
  footer: 2048,
  embedsTogether: 6000,
} as const;

/** Stripe colours: sure, unsure, silent, neutral. They are never the only sign: the words say it too. */
export const COLOURS = { strong: 0x3ba55d, weak: 0xe8a33d, silent: 0x80848e, neutral: 0x5865f2 } as const;

/** Nobody is pinged, not even the person who is answered. */
export const NO_PINGS: APIAllowedMentions = { parse: [], replied_user: false };

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message of one embed; an edit with it also removes what stood there before. */
export function embedMessage(embed: APIEmbed, rows: readonly Row[] = []): MessageBody {
  return { content: '', embeds: [embed], components: [...rows], allowed_mentions: NO_PINGS };
}

/** A short word without decoration. */
export function wordMessage(text: string): MessageBody {
  return { content: text, embeds: [], components: [], allowed_mentions: NO_PINGS };
}

export function ephemeral(body: MessageBody): MessageBody {
  return { ...body, flags: MessageFlags.Ephemeral };
}

/** A row of buttons; undefined without any, because Discord refuses an empty row. */
export function buttonRow(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];
}

export function button(label: string, id: CustomId, disabled = false): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: encodeCustomId(id),
    ...(disabled && { disabled }),
  };
}

/** The escaped text as an embed's title. */
export function titleOf(text: string): string {
  return shortenEscaped(text, LIMITS.title);
}

/**
 * The same message as plain text: for channels where embeds are not allowed, and when Discord refuses the form.
 * Whole blocks are left out at the end when it gets too long, so that no quotation is cut.
 */
export function plainMessage(body: MessageBody): MessageBody {
  const embed = body.embeds?.[0];
  if (!embed) return body;
  const blocks = [
    embed.title === undefined ? '' : `**${embed.title}**`,
    ...(embed.description ?? '').split('\n\n'),
  ];
  let content = body.content ?? '';
  for (const block of blocks.filter((text) => text !== '')) {
    const longer = content === '' ? block : `${content}\n${block}`;
    if (longer.length > LIMITS.content) break;
    content = longer;
  }
  return {
    ...wordMessage(content === '' ? 'The answer does not fit here.' : content),
    ...(body.flags && { flags: body.flags }),
  };
}
