import type { ImportBlock } from '../draft.ts';

/** '3. We will not hide problems', '2.1. General rules', 'IV. Fares' */
const NUMBERED = /^(?:(\d{1,3}(?:\.\d{1,3})*)\.?|[IVX]{1,5}\.)\s+\p{Lu}[^\n]*$/u;
/** Longer is a sentence. Characters. */
const LONGEST = 80;

/**
 * Short numbered lines above unnumbered text are headings; points of a list, which follow each other, are not. A
 * deeper number ('2.1') is a heading wherever it stands alone.
 */
export function findNumberedHeadings(blocks: readonly ImportBlock[]): readonly ImportBlock[] {
  return blocks.map((block, index): ImportBlock => {
    const text = numberedLine(block);
    const next = blocks[index + 1];
    if (text === undefined || block.kind !== 'paragraph' || next === undefined) return block;
    const depth = NUMBERED.exec(text)?.[1]?.split('.').length ?? 1;
    const opens =
      next.kind === 'paragraph' && !/^\(?\d+[.)]\s/.test(next.text) && next.text.length > text.length;
    const follows = numberedLine(blocks[index - 1]) !== undefined;
    if (depth < 2 && (!opens || follows)) return block;
    return { kind: 'heading', level: Math.min(6, depth + 1), text, line: block.line };
  });
}

function numberedLine(block: ImportBlock | undefined): string | undefined {
  if (block?.kind !== 'paragraph' || block.role !== undefined) return undefined;
  const { text } = block;
  return text.length <= LONGEST && NUMBERED.test(text) && !/[.!?:;,]["”]?$/.test(text) ? text : undefined;
}
