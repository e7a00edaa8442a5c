import type { Span } from '../../domain/span.ts';
import { replaceSpans } from './replace-spans.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Braces and colons make holes in Anki, brackets sounds and formulae.
  '{': '&#123;',
  '}': '&#125;',
  '[': '&#91;',
  ']': '&#93;',
};

/** Plain text as a field of a note: nothing in it is markup, a hole, a sound, a picture or a formula. */
export function toAnkiHtml(text: string): string {
  return (
    text
      .replace(/[&<>"'{}[\]]/gu, (character) => ENTITIES[character] ?? character)
      .replaceAll('::', '&#58;&#58;')
      // MathJax reads the text that is shown, so that an entity does not stop it; an element in between does.
      .replace(/\\(?=[()]|&#9[13];)/gu, '\\<span></span>')
      .replace(/\r\n?|\n/gu, '<br>')
  );
}

/** The text with every hole as the note's first, so that all are hidden on one card. */
export function toAnkiCloze(text: string, blanks: readonly Span[]): string {
  return replaceSpans(text, blanks, (hidden) => `{{c1::${toAnkiHtml(hidden)}}}`, toAnkiHtml);
}
