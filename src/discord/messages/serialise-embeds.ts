import { MessageFlags } from 'discord-api-types/v10';
import { blockMarkdown } from './block-markdown.ts';
import { COLOURS, LIMITS, NO_PINGS } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import { menusOf } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { serialiseButtons, serialiseMenus } from './serialise-controls.ts';
import { shortenEscaped } from './shorten-text.ts';

/** One embed, buttons below it; an edit with it also removes what stood there before. */
export function serialiseEmbeds(view: MessageView): MessageBody {
  const description = view.blocks.map(blockMarkdown).join('\n\n');
  const isWord = view.tone === 'word';
  const title = shortenEscaped(view.title ?? '', LIMITS.title);
  return {
    content: [...view.notices, ...(isWord ? [description] : [])].join('\n').slice(0, LIMITS.content),
    embeds:
      view.tone === 'word'
        ? []
        : [
            {
              color: COLOURS[view.tone],
              ...(title !== '' && { title }),
              description,
              ...(view.footer !== undefined && { footer: { text: view.footer } }),
            },
          ],
    components: [
      ...serialiseMenus(menusOf(view)),
      // What is about a quotation stands apart from what is about the whole.
      ...serialiseButtons(view.blocks.flatMap((block) => (block.kind === 'quotation' ? block.buttons : []))),
      ...serialiseButtons(view.buttons),
    ],
    allowed_mentions: NO_PINGS,
    ...privacyOf(view),
  };
}

/** Plain content, for where embeds are refused. */
export function serialiseContent(markdown: string, view: MessageView): MessageBody {
  return {
    content: markdown,
    embeds: [],
    components: [],
    allowed_mentions: NO_PINGS,
    ...privacyOf(view),
  };
}

function privacyOf({ isPrivate }: MessageView): { flags?: MessageFlags } {
  return isPrivate === true ? { flags: MessageFlags.Ephemeral } : {};
}
