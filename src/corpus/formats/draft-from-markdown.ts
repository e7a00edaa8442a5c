import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseMarkdown } from '../parse-markdown.ts';
import type { Draft, ImportBlock } from '../import/draft.ts';

/**
 * Markdown stays as its author wrote it: each block is kept as a slice of the source, so that cleaning can
 * only take whole blocks out.
 * @param firstLine line of the file that the body starts at, counted from 1
 */
export function draftFromMarkdown(body: string, firstLine = 1): Draft {
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const lines = body.split('\n');
  const blocks = root.children.map((node): ImportBlock => {
    const start = node.position?.start.line ?? 1;
    const markdown = lines.slice(start - 1, node.position?.end.line ?? start).join('\n');
    const line = firstLine + start - 1;
    if (node.type !== 'paragraph' && node.type !== 'heading') return { kind: 'raw', markdown, line };
    const text = parseMarkdown(markdown)
      .map((block) => block.text)
      .join(' ');
    return { kind: 'raw', markdown, text, line };
  });
  const heading = root.children.find(
    (node, index) => node.type === 'heading' && (node.depth === 1 || index === 0),
  );
  const title = blocks.find((_, index) => root.children[index] === heading);
  return {
    blocks,
    source: body,
    metadata: heading && title?.kind === 'raw' && title.text ? { title: title.text } : {},
    removed: [],
    notes: [],
  };
}
