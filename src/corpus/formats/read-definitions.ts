import type { HtmlElement } from './html-document.ts';
import { isElement } from './html-document.ts';

/** The meaning of one or more terms; a term without a meaning is its own element. */
export interface Definition {
  /** The `dd`, or the last `dt` where there is none. */
  readonly element: HtmlElement;
  readonly terms: readonly HtmlElement[];
}

/** The entries of a `dl`. */
export function readDefinitions(list: HtmlElement): readonly Definition[] {
  const definitions: Definition[] = [];
  let terms: HtmlElement[] = [];
  let defined = false;
  for (const entry of entriesOf(list)) {
    if (entry.localName === 'dt') {
      if (defined) terms = [];
      defined = false;
      terms.push(entry);
    } else {
      definitions.push({ element: entry, terms: defined ? [] : terms });
      defined = true;
    }
  }
  const last = terms.at(-1);
  if (!defined && last) definitions.push({ element: last, terms: terms.slice(0, -1) });
  return definitions;
}

/** Every `dt` and `dd`, in order; HTML lets a `div` group them. */
function* entriesOf(parent: HtmlElement): Generator<HtmlElement> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    if (child.localName === 'dt' || child.localName === 'dd') yield child;
    else yield* entriesOf(child);
  }
}
