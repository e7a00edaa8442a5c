import type { Article } from '../../domain/article.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import type { Draft, ImportBlock } from './draft.ts';

/**
 * Whether the article that was read back holds exactly the texts that were meant, in order. For Markdown
 * that was kept as it is, only whole blocks may be missing, as many as were taken out.
 */
export function checkArticle(article: Article, draft: Draft, after: readonly ImportBlock[]): boolean {
  const texts = article.blocks.map((block) => article.text.slice(block.start, block.end));
  if (draft.source !== undefined) return checkRaw(texts, draft.source, draft.blocks.length - after.length);
  let at = 0;
  for (const block of after) {
    const wanted = expectedTexts(block);
    for (const cells of wanted) {
      const text = texts[at];
      at += 1;
      if (text === undefined) return false;
      if (typeof cells === 'string' ? text !== cells : !cells.every((cell) => text.includes(cell)))
        return false;
    }
  }
  return at === texts.length;
}

/** One entry for each block of the article: its text, or for the row of a table the cells that it has to hold. */
function expectedTexts(block: ImportBlock): readonly (string | readonly string[])[] {
  switch (block.kind) {
    case 'table':
      return block.rows.slice(1);
    case 'raw':
      return [];
    case 'heading':
    case 'paragraph':
    case 'item':
    case 'code':
    case 'footnote':
      return [block.text];
  }
}

function checkRaw(texts: readonly string[], source: string, blocksGone: number): boolean {
  const all = parseMarkdown(source)
    .map((block) => block.text)
    .filter((text) => text.trim() !== '');
  let at = 0;
  for (const text of all) if (texts[at] === text) at += 1;
  return at === texts.length && all.length - texts.length === blocksGone;
}
