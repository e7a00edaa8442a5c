import type { HtmlElement, HtmlNode } from './html-document.ts';
import { isElement } from './html-document.ts';

/** Elements whose content is not text of the page. */
export const UNREAD: ReadonlySet<string> = new Set(
  'script,style,noscript,template,svg,canvas,iframe,object,embed,audio,video,input,select,textarea,button,head,map'.split(
    ',',
  ),
);

/** Elements that a page shows as blocks of their own; they part what stands before and after them. */
export const BLOCK =
  'address,article,aside,blockquote,body,caption,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,' +
  'h1,h2,h3,h4,h5,h6,header,hr,li,main,menu,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';
export const BLOCK_NAMES: ReadonlySet<string> = new Set(BLOCK.split(','));

export interface InlineText {
  readonly text: string;
  /** Characters that are links. */
  readonly linked: number;
  readonly footnoteMarks: number;
  /** What is no part of the text, piece by piece, with the reason. */
  readonly dropped: readonly { readonly text: string; readonly reason: string }[];
}

/** Stands for what is not read, such as a picture; it parts words and is nothing beside anything else. */
const GAP = '\uffff';

/**
 * The text of neighbouring inline nodes. Footnote marks, editors' marks, the arrows back from a note and what is
 * struck out are left out.
 */
export function readInline(nodes: readonly HtmlNode[]): InlineText {
  let text = '';
  let linked = 0;
  let footnoteMarks = 0;
  const dropped: { text: string; reason: string }[] = [];
  const visit = (node: HtmlNode): void => {
    if (node.nodeType === 3) text += node.textContent ?? '';
    if (!isElement(node)) return;
    const name = node.localName;
    if (name === 'br') text += ' ';
    else if (UNREAD.has(name) || name === 'img' || isBackLink(node)) text += GAP;
    else if (isFootnoteMark(node)) footnoteMarks += 1;
    else if (STRUCK.has(name)) {
      dropped.push({ text: node.textContent ?? '', reason: 'struck out' });
      text += GAP;
    } else if (isEditorsMark(node)) dropped.push({ text: node.textContent ?? '', reason: "editor's mark" });
    else {
      const before = text.length;
      if (BLOCK_NAMES.has(name)) text += ' ';
      for (const child of node.childNodes) visit(child);
      if (BLOCK_NAMES.has(name)) text += ' ';
      if (name === 'a' && node.hasAttribute('href')) linked += text.length - before;
    }
  };
  for (const node of nodes) visit(node);
  text = text.replace(/(?<=[\p{L}\p{N}])\uffff+(?=[\p{L}\p{N}])/gu, ' ').replaceAll(GAP, '');
  return { text, linked, footnoteMarks, dropped: dropped.filter((piece) => piece.text.trim() !== '') };
}

const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike']);

/** The lines of a `<pre>` as a browser shows them. */
export function readPreformatted(element: HtmlElement): string {
  let text = '';
  const visit = (node: HtmlNode): void => {
    if (node.nodeType === 3) text += node.textContent ?? '';
    if (!isElement(node) || UNREAD.has(node.localName)) return;
    if (node.localName === 'br') text += '\n';
    const block = BLOCK_NAMES.has(node.localName);
    if (block && text !== '' && !text.endsWith('\n')) text += '\n';
    for (const child of node.childNodes) visit(child);
    if (block && !text.endsWith('\n')) text += '\n';
  };
  for (const child of element.childNodes) visit(child);
  return text.replace(/^\n/, '').trimEnd();
}

/** `<sup><a href="#fn1">[1]</a></sup>`, `[n 3]`, `[note 2]` */
function isFootnoteMark(element: HtmlElement): boolean {
  if (element.localName !== 'sup' || element.querySelector('a[href*="#"]') === null) return false;
  return /^\s*[[(]?(?:(?:n|nb|note)\s?)?(?:\d{1,3}|[a-z*†‡])[\])]?(?:\s*:\s*\d+)?\s*$/i.test(
    element.textContent ?? '',
  );
}

/** What editors of a wiki say to each other inside the text: '[edit]', '[update]', '[citation needed]'. */
function isEditorsMark(element: HtmlElement): boolean {
  if (element.localName !== 'sup' && element.localName !== 'span') return false;
  const text = element.textContent ?? '';
  if (text.length > 60) return false;
  return /^\s*\[\s*(?:edit(?: source)?|update|citation needed|clarification needed|when\?|who\?|by whom\?|which\?|dubious.{0,20}|better source needed|original research\??|page needed|verification needed|failed verification)\s*\]\s*$/i.test(
    text,
  );
}

function isBackLink(element: HtmlElement): boolean {
  return (
    element.localName === 'a' &&
    (element.getAttribute('href') ?? '').startsWith('#') &&
    /^\s*(?:[↑↩^]\ufe0e?)+\s*$/u.test(element.textContent ?? '')
  );
}
