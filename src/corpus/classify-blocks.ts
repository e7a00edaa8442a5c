import type { ParagraphRole } from '../domain/article.ts';
import type { DraftBlock } from './build-article.ts';

/** Headings whose paragraphs are sources, whatever they look like. */
const SOURCES =
  /^(?:\d+[.)]?\s+)?(?:references?|bibliography|works cited|literature cited|citations?|sources|further reading|external links|footnotes|endnotes)$/i;

const CONTENTS = /^(?:(?:table of )?contents|inhalt|on this page)$/i;

/** '1.2 Fares .......... 12' */
const LEADERS = /(?:\.[ \t]?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?$/i;

/** An address and nothing else. */
const ADDRESS =
  /^(?:[-*\d.[\]()]+\s+)?<?(?:https?:\/\/\S+|www\.\S+|doi:\s?\S+|10\.\d{4,}\/\S+|[^\s@]+@[^\s@]+\.[a-z]{2,})>?\.?$/i;

/**
 * Finds sources, bare addresses and lines of contents by their words and their place. What a reader of the format
 * already knew of a block stays; the rest holds for every article, however it came into the corpus.
 */
export function classifyBlocks(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const headings = new Set(
    blocks.flatMap((block) => (block.kind === 'heading' ? [titleKey(block.text)] : [])),
  );
  let sourcesLevel: number | undefined;
  let contents = false;
  return blocks.map((block): DraftBlock => {
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      contents = CONTENTS.test(block.text);
      if (SOURCES.test(block.text)) sourcesLevel = level;
      else if (sourcesLevel !== undefined && level <= sourcesLevel) sourcesLevel = undefined;
      return block;
    }
    if (block.role !== undefined && block.role !== 'item') return block;
    // The list right below such a heading; a paragraph that is none ends it.
    contents &&= block.role === 'item';
    if (contents) return { ...block, role: 'contents' };
    const role = roleOf(block.text, { headings, sources: sourcesLevel !== undefined });
    return role === undefined ? block : { ...block, role };
  });
}

interface Surroundings {
  /** Keys of the headings of the article. */
  readonly headings: ReadonlySet<string>;
  readonly sources: boolean;
}

function roleOf(text: string, { headings, sources }: Surroundings): ParagraphRole | undefined {
  if (sources || (text.length < 500 && ADDRESS.test(text))) return 'reference';
  if (text.length > 200) return undefined;
  return LEADERS.test(text) || headings.has(titleKey(text)) ? 'contents' : undefined;
}

function titleKey(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
