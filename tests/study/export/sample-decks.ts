import type { BasicFlashcard, ClozeFlashcard, FlashcardDeck } from '../../../src/domain/flashcard.ts';
import { spanOf } from './span-of.ts';

export const NOW = new Date('2026-11-25T10:00:00Z');

const CITATION = {
  plain: 'Ada Moor, “The harbour of Ellerby”, 2024-11-30, ¶ 1, https://example.org/ellerby?a=1&b=2',
  markdown: 'Ada Moor, [“The harbour of Ellerby”](https://example.org/ellerby?a=1&b=2), ¶ 1',
  url: 'https://example.org/ellerby?a=1&b=2',
};

const DUG = 'Ellerby was dug by convicts, and convicts filled it.';

export const CLOZE: ClozeFlashcard = {
  kind: 'cloze',
  id: 'card-1',
  text: DUG,
  blanks: [spanOf(DUG, 'convicts'), spanOf(DUG, 'convicts', 1)],
  tags: ['article::ellerby', 'kind::cloze', 'type::term'],
  citation: CITATION,
};

export const BASIC: BasicFlashcard = {
  kind: 'basic',
  id: 'card-2',
  front: 'Who said this?\n\n_____ wants to dredge.',
  back: 'Marta Quill',
  quotation: 'Marta Quill wants to dredge.',
  tags: ['two words'],
  citation: { plain: '“Ellerby”, ¶ 2', markdown: '“Ellerby”, ¶ 2' },
};

/** Everything that a format could take for its own. */
const HOSTILE: BasicFlashcard = {
  kind: 'basic',
  id: 'card-3',
  front: '=HYPERLINK("https://evil.example","<b>x</b>"), {{c1::y}} [sound:x.mp3] \\(z\\) [latex]w[/latex]',
  back: '+1-@SUM(A1) *a* _b_ `c` # d\n# e',
  tags: [],
  citation: { plain: '<img src=x onerror=alert(1)>', markdown: 'plain', url: 'javascript:alert(1)' },
};

export const HARBOUR: FlashcardDeck = { id: 'ellerby', title: 'The harbour: Ellerby', cards: [CLOZE, BASIC] };
export const ODD: FlashcardDeck = { id: 'odd', title: 'A::B "C"', cards: [HOSTILE] };
