import { blockMarkdown, smallPrint } from './block-markdown.ts';
import { wordsIn } from '../../words/words.ts';
import { LIMITS } from './message-body.ts';
import { textBlock } from './message-view.ts';
import type { MessageView, ViewBlock } from './message-view.ts';
import { shortenAtWord, shortenEscaped } from './shorten-text.ts';

/** Characters kept for what a layout puts between blocks. */
const SLACK = 100;

/**
 * The view within what one message takes in either layout. What is there for comfort goes first: the sentences around
 * the quotations, then whole blocks from the end. No quotation is cut.
 */
export function fitView(view: MessageView): MessageView {
  const short = shortenEnds(view);
  const room = LIMITS.together - SLACK - lengthOf(short.notices) - endsLength(short);
  if (blocksLength(short.blocks) <= room) return short;
  const bare = short.blocks.map(withoutNeighbours);
  if (blocksLength(bare) <= room) return { ...short, blocks: bare };
  const leftOut = textBlock(smallPrint(wordsIn(view.language)('discord.moreThanFits')));
  const kept: ViewBlock[] = [];
  for (const block of bare) {
    if (blocksLength([...kept, block, leftOut]) > room) break;
    kept.push(block);
  }
  return { ...short, blocks: [...kept, leftOut] };
}

function shortenEnds(view: MessageView): MessageView {
  return {
    ...view,
    ...(view.footer !== undefined && { footer: shortenAtWord(view.footer, 400) }),
  };
}

/** Title and footer as both layouts show them. */
function endsLength({ title = '', footer = '' }: MessageView): number {
  return shortenEscaped(title, LIMITS.title).length + shortenEscaped(footer, 500).length;
}

function withoutNeighbours(block: ViewBlock): ViewBlock {
  if (block.kind === 'text') return block;
  const { kind, text, bold, source, buttons } = block;
  return { kind, text, bold, source, buttons };
}

function blocksLength(blocks: readonly ViewBlock[]): number {
  return lengthOf(blocks.map(blockMarkdown));
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 2, 0);
}
