import type { Article } from '../../domain/article.ts';
import type { ImportBlock } from '../draft.ts';
import { flattenBlocks } from '../flatten-blocks.ts';

/** Whether the article that was read back holds exactly the blocks that were meant, in order. */
export function checkArticle(article: Article, meant: readonly ImportBlock[]): boolean {
  const wanted = flattenBlocks(meant);
  return (
    wanted.length === article.blocks.length &&
    wanted.every((block, index) => {
      const found = article.blocks[index];
      return found?.kind === block.kind && article.text.slice(found.start, found.end) === block.text;
    })
  );
}
