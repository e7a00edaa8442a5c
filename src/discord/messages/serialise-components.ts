import { ComponentType, MessageFlags, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIComponentInContainer,
  APIMessageTopLevelComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { blockMarkdown, quotationMarkdown, smallPrint, sourceMarkdown } from './block-markdown.ts';
import { COLOURS, LIMITS, NO_PINGS } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import { menusOf } from './message-view.ts';
import type { MessageView, QuotationBlock, ViewBlock } from './message-view.ts';
import { serialiseFiles } from './serialise-files.ts';
import { serialiseButton, serialiseButtons, serialiseMenus } from './serialise-controls.ts';
import { shortenEscaped } from './shorten-text.ts';

/** Components V2: one container with a stripe; notices stand above it. */
export function serialiseComponents(view: MessageView): MessageBody {
  return bodyOf(
    view.tone === 'word'
      ? [...noticesOf(view), ...contentsOf(view)]
      : [
          ...noticesOf(view),
          {
            type: ComponentType.Container,
            accent_color: COLOURS[view.tone],
            components: contentsOf(view),
          },
        ],
    view,
  );
}

/** The least that says the same: one text, no buttons. */
export function serialiseText(markdown: string, view: MessageView): MessageBody {
  return bodyOf([textDisplay(markdown)], view);
}

/** Discord's types know single flags only; this is two of them. */
const PRIVATE_FLAGS = (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral) as MessageFlags;

function bodyOf(components: APIMessageTopLevelComponent[], { isPrivate }: MessageView): MessageBody {
  return {
    components,
    allowed_mentions: NO_PINGS,
    flags: isPrivate === true ? PRIVATE_FLAGS : MessageFlags.IsComponentsV2,
  };
}

function noticesOf({ notices }: MessageView): APITextDisplayComponent[] {
  return notices.length === 0 ? [] : [textDisplay(notices.join('\n'))];
}

/** Title, blocks, small print, then what can be done with the whole. */
function contentsOf(view: MessageView): APIComponentInContainer[] {
  const title = shortenEscaped(view.title ?? '', LIMITS.title);
  return [
    ...(title === '' ? [] : [textDisplay(`### ${title}`)]),
    ...joinTexts(view.blocks).flatMap((block, index, all) => blockComponents(block, all[index - 1])),
    ...(view.footer === undefined ? [] : [textDisplay(smallPrint(shortenEscaped(view.footer, 500)))]),
    ...serialiseFiles(view.files),
    ...serialiseMenus(menusOf(view)),
    ...serialiseButtons(view.buttons),
  ];
}

/** Texts that follow each other are one component: a message has at most 40. */
function joinTexts(blocks: readonly ViewBlock[]): readonly ViewBlock[] {
  const joined: ViewBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', markdown: `${last.markdown}\n\n${block.markdown}` };
    else joined.push(block);
  }
  return joined;
}

/** A single button stands beside the source, so that the quotation keeps the whole width of a phone. */
function blockComponents(block: ViewBlock, previous: ViewBlock | undefined): APIComponentInContainer[] {
  if (block.kind === 'text' || block.buttons.length === 0) return [textDisplay(blockMarkdown(block))];
  const isNext = previous?.kind === 'quotation';
  return [...(isNext ? [SEPARATOR] : []), textDisplay(quotationMarkdown(block)), ...sourceComponents(block)];
}

function sourceComponents(block: QuotationBlock): APIComponentInContainer[] {
  const source = textDisplay(sourceMarkdown(block));
  const [first, ...others] = block.buttons;
  if (!first) return [source];
  if (others.length > 0) return [source, ...serialiseButtons(block.buttons)];
  return [{ type: ComponentType.Section, components: [source], accessory: serialiseButton(first) }];
}

/** Room without a line. */
const SEPARATOR = {
  type: ComponentType.Separator,
  divider: false,
  spacing: SeparatorSpacingSize.Small,
} as const;

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
