import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { DraftBlock } from './build-article.ts';

/** The blocks of a Markdown text with all mark-up stripped: links as their text, soft wraps as one space. */
export function parseMarkdown(body: string): readonly DraftBlock[] {
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return root.children.flatMap(toBlocks);
}

function toBlocks(node: RootContent): readonly DraftBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: inlineText(node.children) }];
    case 'paragraph':
      return paragraph(inlineText(node.children));
    case 'code':
      return paragraph(node.value.replace(/\r\n?/g, '\n'));
    case 'table':
      return tableRows(node);
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(toBlocks));
    case 'blockquote':
    case 'footnoteDefinition':
      return (node.children as readonly (BlockContent | DefinitionContent)[]).flatMap(toBlocks);
    case 'html':
      return paragraph(collapse(node.value.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, ' ')));
    // Definitions, thematic breaks and the like say nothing that could be quoted.
    default:
      return [];
  }
}

function paragraph(text: string): readonly DraftBlock[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text }];
}

/** Each row as a line that can stand alone: 'Year: 2024; Troops: 10,000'. */
function tableRows(table: Table): readonly DraftBlock[] {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => inlineText(cell.children)));
  if (!head) return [];
  if (rows.length === 0) return paragraph(head.join('; '));
  return rows.flatMap((cells) =>
    paragraph(
      cells
        .map((cell, column) => ({ cell, label: head[column] ?? '' }))
        .filter(({ cell }) => cell !== '')
        .map(({ cell, label }) => (label === '' ? cell : `${label}: ${cell}`))
        .join('; '),
    ),
  );
}

function inlineText(nodes: readonly PhrasingContent[]): string {
  return collapse(nodes.map(nodeText).join(''));
}

function nodeText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? node.children.map(nodeText).join('') : '';
  }
}

/** Soft-wrapped lines joined by one space; other white space stays as the author typed it. */
function collapse(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim();
}
