import { ComponentType } from 'discord-api-types/v10';
import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Library } from '../../domain/library.ts';
import { decodeCustomId, encodeCustomId } from '../messages/custom-id.ts';
import { embedMessage } from '../messages/message-body.ts';
import type { Row } from '../messages/message-body.ts';
import type { Plan } from './plan.ts';
import { shownQuotations } from '../messages/read-message.ts';
import type { ShownMessage } from '../messages/read-message.ts';
import { shortenAtWord } from '../messages/shorten-text.ts';
import { word } from '../messages/words.ts';

type ShownRows = APIMessageComponentInteraction['message']['components'];

/**
 * The private answer for everybody, as it was shown, with the name of who shares it. It is posted again only while
 * every quotation in it still stands in an article.
 */
export function shareAnswer(
  message: ShownMessage & { readonly components?: ShownRows },
  library: Library,
  sharer: string,
): Plan {
  const [embed] = message.embeds ?? [];
  const texts = library.sources().entries.map(({ article }) => article.text);
  const stands = shownQuotations(message).every((quotation) =>
    texts.some((text) => text.includes(quotation)),
  );
  if (!embed || !stands) return { kind: 'now', private: true, body: word('gone') };
  const before = embed.footer?.text;
  const footer = shortenAtWord(`Shared by ${sharer}`, 100);
  const { title, description, color } = embed;
  const shown = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(color !== undefined && { color }),
  };
  const asBefore = { ...shown, ...(before !== undefined && { footer: { text: before } }) };
  const rows = message.components ?? [];
  return {
    kind: 'share',
    body: embedMessage(
      { ...shown, footer: { text: before === undefined ? footer : `${before} · ${footer}` } },
      rebuildRows(rows, forEverybody),
    ),
    after: {
      ...embedMessage(asBefore, rebuildRows(rows, withoutShare)),
      content: '-# Shared with this channel.',
    },
    undone: embedMessage(
      asBefore,
      rebuildRows(rows, (customId) => customId),
    ),
  };
}

function withoutShare(customId: string): string | undefined {
  return decodeCustomId(customId)?.state.action === 'share' ? undefined : customId;
}

/** The same buttons for everybody: without the asker in their state. */
function forEverybody(customId: string): string | undefined {
  const id = withoutShare(customId) === undefined ? undefined : decodeCustomId(customId);
  return id && encodeCustomId({ state: id.state });
}

function rebuildRows(
  rows: NonNullable<ShownRows>,
  rename: (customId: string) => string | undefined,
): readonly Row[] {
  return rows.flatMap((row): readonly Row[] => {
    if (row.type !== ComponentType.ActionRow) return [];
    const components = row.components.flatMap((component) => {
      if (component.type !== ComponentType.Button || !('custom_id' in component)) return [];
      const customId = rename(component.custom_id);
      const { type, style, label } = component;
      return customId === undefined
        ? []
        : [{ type, style, custom_id: customId, ...(label !== undefined && { label }) }];
    });
    return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
  });
}
