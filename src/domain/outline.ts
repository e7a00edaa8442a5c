import type { Article, HeadingBlock, ParagraphBlock } from './article.ts';

/** A heading with the paragraphs that stand under it, up to the next heading of any level. */
export interface Section {
  /** Absent for what stands before the first heading. */
  readonly heading?: HeadingBlock;
  /** In order; empty where only further headings follow. */
  readonly paragraphs: readonly ParagraphBlock[];
}

/** The sections in reading order; together they have every heading and every paragraph once. */
export function outlineOf({ blocks }: Pick<Article, 'blocks'>): readonly Section[] {
  const sections: { heading?: HeadingBlock; paragraphs: ParagraphBlock[] }[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === 'heading') sections.push({ heading: block, paragraphs: [] });
    else if (last) last.paragraphs.push(block);
    else sections.push({ paragraphs: [block] });
  }
  return sections;
}

/** What a section begins with: its first prose, since a caption or a row says little by itself. */
export function leadOf({ paragraphs }: Section): ParagraphBlock | undefined {
  return paragraphs.find(({ role }) => role === undefined) ?? paragraphs[0];
}
