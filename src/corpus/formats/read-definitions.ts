import type { HtmlElement } from './html-document.ts';
import { isElement } from './html-document.ts';

/** The meaning of one or more terms; a term without a meaning is its own element. */
export interface Definition {
  /** The `dd`, or the last `dt` where there is none. */
  readonly element: HtmlElement;
  readonly terms: readonly HtmlElement[];
}

/** The entries of a `dl`; HTML lets a `div` group each of them. */
export function readDefinitions(list: HtmlElement): readonly Definition[] {
  const definitions: Definition[] = [];
  let terms: HtmlElement[] = [];
  const close = (): void => {
    const last = terms.at(-1);
    if (last) definitions.push({ element: last, terms: terms.slice(0, -1) });
    terms = [];
  };
  let defined = false;
  const visit = (parent: HtmlElement): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (child.localName === 'dt') {
        if (defined) terms = [];
        defined = false;
        terms.push(child);
      } else if (child.localName === 'dd') {
        definitions.push({ element: child, terms: defined ? [] : terms });
        defined = true;
      } else visit(child);
    }
  };
  visit(list);
  if (!defined) close();
  return definitions;
}
