import type { Emphasis, LinkReference, Nodes, Strong } from 'mdast';

export interface InlineMarkdown {
  /** The Markdown that the nodes' positions refer to. */
  readonly source: string;
  /** Gets the text of each piece that is struck out. */
  readonly onStruck: (text: string) => void;
}

/** Stands where text was struck out until the spaces around it are made one; no text has this character. */
const STRUCK = '\uffff';

/**
 * The text of inline nodes without their mark-up. What only looks like mark-up keeps its characters: a tag that
 * HTML does not have, a star between two numbers, a numbered source in brackets.
 */
export function readInlineMarkdown(nodes: readonly Nodes[], context: InlineMarkdown): string {
  const childText = (children: readonly Nodes[]): string => readInlineMarkdown(children, context);
  return nodes
    .map((node): string => {
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
          return readMarkdownHtml(node.value);
        case 'footnoteReference':
          return '';
        case 'delete':
          context.onStruck(childText(node.children));
          return STRUCK;
        case 'emphasis':
        case 'strong': {
          const mark = markInsideWords(node, context.source);
          return mark + childText(node.children) + mark;
        }
        case 'linkReference':
          return isNumberedSource(node) ? `[${childText(node.children)}]` : childText(node.children);
        default:
          return 'children' in node ? childText(node.children) : '';
      }
    })
    .join('');
}

/** The stars of '2*a and 3*b': between word characters at both ends and around a space they are multiplication. */
function markInsideWords(node: Emphasis | Strong, source: string): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || source[start] !== '*') return '';
  const isWord = (at: number): boolean => /[\p{L}\p{N})]/u.test(source[at] ?? '');
  const inside = source.slice(start, end);
  if (!isWord(start - 1) || !/[\p{L}\p{N}(]/u.test(source[end] ?? '') || !/\s/.test(inside)) return '';
  return node.type === 'strong' ? '**' : '*';
}

/** '[1]' with a definition is how texts name their sources. */
function isNumberedSource(node: LinkReference): boolean {
  return node.referenceType === 'shortcut' && /^\d{1,3}$/.test(node.identifier);
}

/** Tags that a browser knows, and so would not show. */
const HTML_ELEMENT =
  /^<\/?(?:a|abbr|address|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|menu|meta|nav|noscript|object|ol|optgroup|option|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)(?=[\s/>])/i;

/** Inline elements part no words: 'H<sub>2</sub>O'. */
const INLINE_ELEMENT =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])/i;

/** The text of raw HTML in Markdown: comments and known tags go, `vector<int>` keeps its characters. */
export function readMarkdownHtml(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, (tag) => {
    if (INLINE_ELEMENT.test(tag)) return '';
    return HTML_ELEMENT.test(tag) || /^<[!?]/.test(tag) ? ' ' : tag;
  });
}
