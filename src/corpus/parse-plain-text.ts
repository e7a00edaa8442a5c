import type { DraftBlock } from './build-article.ts';

/**
 * Plain text is either blocks between blank lines (a block's lines are soft-wrapped and joined by one
 * space) or, when it has no blank line between its text, one paragraph a line.
 */
export function parsePlainText(body: string): readonly DraftBlock[] {
  const lines = body.split('\n').map((line) => line.trim());
  const blocks = joinBlocks(lines);
  const paragraphs = blocks.length > 1 ? blocks : lines;
  return paragraphs.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}

function joinBlocks(lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line === '') open = false;
    else if (open) blocks.push(`${blocks.pop() ?? ''} ${line}`);
    else {
      blocks.push(line);
      open = true;
    }
  }
  return blocks;
}
