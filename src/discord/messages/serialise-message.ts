import { wordsIn } from '../../words/words.ts';
import { blockMarkdown } from './block-markdown.ts';
import { fitView } from './fit-view.ts';
import type { Layout } from '../../domain/layout.ts';
import { LIMITS } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import { word } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { serialiseComponents, serialiseText } from './serialise-components.ts';
import { attachmentsOf } from './serialise-files.ts';
import { serialiseContent, serialiseEmbeds } from './serialise-embeds.ts';
import { shortenEscaped } from './shorten-text.ts';

/** The message in that layout. */
export function serialiseMessage(view: MessageView, layout: Layout): MessageBody {
  const fitting = fitView(view);
  const body = layout === 'components' ? serialiseComponents(fitting) : serialiseEmbeds(fitting);
  return { ...body, ...attachmentsOf(view) };
}

/**
 * The message from its full form to the simplest, for when Discord refuses one: plain text, then an honest word. All
 * are of the same layout, because an edit cannot take Components V2 away again.
 */
export function formsOf(view: MessageView, layout: Layout): readonly [MessageBody, ...MessageBody[]] {
  const asText = layout === 'components' ? serialiseText : serialiseContent;
  const full = serialiseMessage(view, layout);
  const last = asText(plainText(word(wordsIn(view.language), 'conversation.failed')), view);
  return view.tone === 'word' ? [full, last] : [full, asText(plainText(view), view), last];
}

/** Whole blocks are left out at the end when it gets too long, so that no quotation is cut. */
function plainText({ notices, title, blocks, language }: MessageView): string {
  const heading = title === undefined ? [] : [`**${shortenEscaped(title, LIMITS.title)}**`];
  let content = '';
  for (const block of [...notices, ...heading, ...blocks.map(blockMarkdown)]) {
    const longer = content === '' ? block : `${content}\n${block}`;
    if (longer.length > LIMITS.content) break;
    content = longer;
  }
  return content === '' ? wordsIn(language)('discord.doesNotFit') : content;
}
