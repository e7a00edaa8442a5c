import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWindow } from '../../src/answering/cut-window.ts';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { Span } from '../../src/domain/span.ts';
import { anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';

/** Words, as a tokenizer without pieces would count them. */
function countWords(article: Article): (span: Span) => number {
  return ({ start, end }) => article.text.slice(start, end).split(/\s+/).length;
}

const PARAGRAPH = 'One was here. Two was here. Three was here. Four was here. Five was here.';

/** The window around the words, of so many words at most. */
function cut(words: string, room: number, paragraph = PARAGRAPH): string {
  const article = articleFrom('a.md', `Before it all.\n\n${paragraph}\n\nAfter it all.`);
  const block = paragraphsOf(article)[1];
  if (!block) throw new Error('There have to be three paragraphs.');
  const start = article.text.indexOf(words);
  const window = cutWindow(
    block,
    { start, end: start + words.length },
    { room, countTokens: countWords(article) },
  );
  return article.text.slice(window.start, window.end);
}

describe('cutWindow', () => {
  it.each([
    ['the sentence alone where nothing more fits', 3, 'Three was here.'],
    ['the sentence alone, whole, where not even that fits', 1, 'Three was here.'],
    ['the sentence before ahead of the one after', 6, 'Two was here. Three was here.'],
    ['then the one after', 10, 'Two was here. Three was here. Four was here.'],
    ['then the next before', 12, 'One was here. Two was here. Three was here. Four was here.'],
    ['the paragraph and nothing beyond', 1000, PARAGRAPH],
  ])('takes %s', (_, room, expected) => {
    expect(cut('Three was here.', room)).toBe(expected);
  });

  it('goes on at one side where the other is at its end, or too long', () => {
    expect(cut('One was here.', 6)).toBe('One was here. Two was here.');
    expect(cut('Five was here.', 6)).toBe('Four was here. Five was here.');
    const long = `One ${'and on '.repeat(40)}went. Two was here. Three was here.`;
    expect(cut('Two was here.', 8, long)).toBe('Two was here. Three was here.');
  });

  it('takes the rest of a sentence that was cut into pieces for its neighbourhood', () => {
    expect(cut('was', 1)).toBe('was');
    expect(cut('Three was', 100)).toBe(PARAGRAPH);
  });

  it('covers its sentence, never passes its paragraph, and keeps to the room when the sentence does', () => {
    const bodies = fc.array(
      fc.record({ kind: fc.constantFrom('heading', 'paragraph'), text: anyText }, { noNullPrototype: true }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 60 }), (drafts, room) => {
        const article = buildArticle({ id: 'any', title: 'Any', aliases: {} }, drafts);
        const countTokens = countWords(article);
        for (const paragraph of paragraphsOf(article)) {
          for (const sentence of paragraph.sentences) {
            const window = cutWindow(paragraph, sentence, { room, countTokens });
            expect(window.start).toBeLessThanOrEqual(sentence.start);
            expect(window.end).toBeGreaterThanOrEqual(sentence.end);
            expect(window.start).toBeGreaterThanOrEqual(paragraph.start);
            expect(window.end).toBeLessThanOrEqual(paragraph.end);
            expect(countTokens(window)).toBeLessThanOrEqual(Math.max(room, countTokens(sentence)));
          }
        }
      }),
    );
  });
});
