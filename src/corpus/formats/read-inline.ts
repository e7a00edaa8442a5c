import type { HtmlElement, HtmlNode } from './html-document.ts';
import { isElement } from './html-document.ts';

/** Elements whose content is not text of the page. */
export const UNREAD: ReadonlySet<string> = new Set(
  'script,style,noscript,template,svg,canvas,iframe,object,embed,audio,video,input,select,textarea,button,head,map'.split(
    ',',
  ),
);

export interface InlineText {
  readonly text: string;
  /** Characters that are links. */
  readonly linked: number;
  readonly footnoteMarks: number;
}

/** The text of neighbouring inline nodes; footnote marks and the arrows back from a note are left out. */
export function readInline(nodes: readonly HtmlNode[]): InlineText {
  let text = '';
  let linked = 0;
  let footnoteMarks = 0;
  const visit = (node: HtmlNode): void => {
    if (node.nodeType === 3) text += node.textContent ?? '';
    if (!isElement(node) || UNREAD.has(node.localName) || isBackLink(node)) return;
    if (node.localName === 'br') text += ' ';
    else if (isFootnoteMark(node)) footnoteMarks += 1;
    else {
      const before = text.length;
      for (const child of node.childNodes) visit(child);
      if (node.localName === 'a' && node.hasAttribute('href')) linked += text.length - before;
    }
  };
  for (const node of nodes) visit(node);
  return { text, linked, footnoteMarks };
}

/** `<sup><a href="#fn1">[1]</a></sup>` */
function isFootnoteMark(element: HtmlElement): boolean {
  if (element.localName !== 'sup' || element.querySelector('a[href^="#"]') === null) return false;
  return /^\s*[[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*$/i.test(element.textContent ?? '');
}

function isBackLink(element: HtmlElement): boolean {
  return (
    element.localName === 'a' &&
    (element.getAttribute('href') ?? '').startsWith('#') &&
    /^\s*(?:[↑↩^]\ufe0e?)+\s*$/u.test(element.textContent ?? '')
  );
}
