import type { ParagraphRole } from '../domain/article.ts';
import type { DraftBlock } from './build-article.ts';
import type { ImportBlock } from './draft.ts';

/** The headings and paragraphs that the blocks of a source become: a table is a paragraph a row. */
export function flattenBlocks(blocks: readonly ImportBlock[]): readonly DraftBlock[] {
  return blocks.flatMap(flattenBlock).filter(({ text }) => text.trim() !== '');
}

function flattenBlock(block: ImportBlock): readonly DraftBlock[] {
  const paragraph = (text: string, role?: ParagraphRole): DraftBlock => ({
    kind: 'paragraph',
    text,
    ...(role === undefined ? {} : { role }),
    ...(block.locator === undefined ? {} : { locator: block.locator }),
  });
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: block.text }];
    case 'paragraph':
      return [paragraph(block.text, block.role)];
    case 'item':
    case 'code':
      return [paragraph(block.text, block.kind)];
    case 'footnote':
      return [paragraph(block.text, 'reference')];
    case 'table':
      return rowTexts(block.rows).map((text) => paragraph(text, 'row'));
    case 'raw':
      return block.parts;
  }
}

/** Each row below the first as a line that can stand alone: 'Year: 2024; Troops: 10,000'. */
function rowTexts([head, ...rows]: readonly (readonly string[])[]): readonly string[] {
  if (!head) return [];
  if (rows.length === 0) return [head.filter((cell) => cell !== '').join('; ')];
  return rows.map((cells) =>
    cells
      .map((cell, column) => ({ cell, label: head[column] ?? '' }))
      .filter(({ cell }) => cell !== '')
      .map(({ cell, label }) => (label === '' ? cell : `${label}: ${cell}`))
      .join('; '),
  );
}
