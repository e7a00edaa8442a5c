import { parseHTML } from 'linkedom';
import { importFailed } from '../../domain/import-failed.ts';
import { MAX_HTML_DEPTH, MAX_HTML_ELEMENTS } from '../import/import-limits.ts';

/** The little of the DOM that is used here; the project has no DOM types. */
export interface HtmlNode {
  /** 1 is an element, 3 a text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlElement | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  insertBefore(node: HtmlNode, before: HtmlNode | null): void;
  appendChild(node: HtmlNode): void;
}

export interface HtmlDocument {
  readonly body: HtmlElement;
  readonly documentElement: HtmlElement;
  createElement(name: string): HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

/**
 * Parses a page or a part of one. Nothing is run and nothing is fetched.
 * @throws VerbatimError import-failed when the page is larger or deeper than any honest one
 */
export function parseHtml(html: string, name: string): HtmlDocument {
  const elements = html.match(/<[a-z]/gi)?.length ?? 0;
  if (elements > MAX_HTML_ELEMENTS) {
    throw importFailed(
      name,
      `the page has ${elements.toLocaleString('en')} elements, and at most ${MAX_HTML_ELEMENTS.toLocaleString('en')} are read`,
      'Save the part that matters as text and add that.',
    );
  }
  // The parser needs the frame of a page to be there.
  const whole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html) ? html : framed(html);
  const { document } = parseHTML(whole) as unknown as { readonly document: HtmlDocument };
  if (depthOf(document.documentElement) > MAX_HTML_DEPTH) {
    throw importFailed(
      name,
      `its elements are nested more than ${MAX_HTML_DEPTH} deep`,
      'Save the part that matters as text and add that.',
    );
  }
  return document;
}

function framed(html: string): string {
  const head = /<head[\s>][\s\S]*?<\/head\s*>/i.exec(html)?.[0] ?? '';
  const rest = html.replace(head, '').replace(/<!doctype[^>]*>|<\/?(?:html|body)(?:\s[^>]*)?>/gi, '');
  return `<!doctype html><html>${head}<body>${rest}</body></html>`;
}

/** Without recursion: the depth is what is in doubt. */
function depthOf(root: HtmlNode): number {
  let deepest = 0;
  const open: { readonly node: HtmlNode; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let entry = open.pop(); entry !== undefined && deepest <= MAX_HTML_DEPTH; entry = open.pop()) {
    deepest = Math.max(deepest, entry.depth);
    for (const child of entry.node.childNodes) {
      if (child.nodeType === 1) open.push({ node: child, depth: entry.depth + 1 });
    }
  }
  return deepest;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

/** As a browser shows it: white space of the source is one space. No-break spaces stay. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}
