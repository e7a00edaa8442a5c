import type { HtmlDocument, HtmlElement } from './html-document.ts';
import { collapseSpace } from './html-document.ts';
import { regionOf } from './html-regions.ts';

/** Places where pages print who wrote them, the most certain first. */
const PLACES = [
  '[itemprop~="author"] [itemprop="name"], [itemprop~="author"], [rel~="author"]',
  '.byline .author, .byline .name, .byline, .author-name, .authorname, .p-author, .post-author',
  '[class*="byline"], .meta-author, .auteur, .author .fn, .author, .vcard .fn',
];
const LONGEST_NAME = 60;

/** A name in the places where pages print it: 'By Ida Holm'; readers' comments have authors, too, and are none. */
export function readByline(document: HtmlDocument): string | undefined {
  for (const places of PLACES) {
    for (const element of document.querySelectorAll(places)) {
      if (isElsewhere(element)) continue;
      const name = tidyName(collapseSpace(element.textContent ?? '').slice(0, 200));
      if (isName(name)) return name;
    }
  }
  return undefined;
}

/** Whether it stands among readers' comments or teasers of other articles. */
function isElsewhere(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at?.nodeType === 1; at = at.parentNode) {
    const region = regionOf(at);
    if (region === 'reader comments' || region === 'related articles') return true;
  }
  return false;
}

/** 'By Ida Holm | 3 May' and 'Ida Holm —' are 'Ida Holm'. */
export function tidyName(text: string): string {
  return text
    .replace(/^(?:(?:written|posted|reported) )?(?:by|par|von|por|di)\b:?\s+/i, '')
    .replace(/\s*(?:[|/•·–—]|\s-\s).*$/u, '')
    .trim();
}

/** Two to ten words, each capitalised but for particles; no dates, no addresses. */
function isName(text: string): boolean {
  if (text.length > LONGEST_NAME || /[\d@:!?]|https?/.test(text)) return false;
  const words = text.split(' ');
  const isNameWord = (word: string): boolean =>
    /^\p{Lu}[\p{L}\p{M}.'’,-]*$/u.test(word) ||
    /^(?:and|et|und|y|with|de|da|di|del|der|van|von|la|le|bin|al|&),?$/.test(word);
  return words.length >= 2 && words.length <= 10 && words.every(isNameWord);
}
