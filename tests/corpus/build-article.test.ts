import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { DraftBlock } from '../../src/corpus/build-article.ts';
import { findParagraph, headingOf } from '../../src/domain/article.ts';
import { anyText } from '../arbitraries.ts';

const about = { id: 'a', title: 'A', aliases: {} };
const anyBlock: fc.Arbitrary<DraftBlock> = fc.record({
  kind: fc.constantFrom('heading' as const, 'paragraph' as const),
  text: anyText,
});

describe('buildArticle', () => {
  it('joins blocks by a blank line and counts paragraphs from 1, headings apart', () => {
    const article = buildArticle(about, [
      { kind: 'paragraph', text: 'Before any heading.' },
      { kind: 'heading', level: 2, text: 'Ships' },
      { kind: 'paragraph', text: 'They sail. They sink.' },
    ]);
    expect(article.text).toBe('Before any heading.\n\nShips\n\nThey sail. They sink.');
    expect(article.blocks).toEqual([
      { kind: 'paragraph', number: 1, start: 0, end: 19, sentences: [{ start: 0, end: 19 }] },
      { kind: 'heading', level: 2, start: 21, end: 26 },
      {
        kind: 'paragraph',
        number: 2,
        start: 28,
        end: 49,
        heading: 1,
        sentences: [
          { start: 28, end: 38 },
          { start: 39, end: 49 },
        ],
      },
    ]);
    const second = findParagraph(article, 2);
    expect(second && headingOf(article, second)).toBe('Ships');
  });

  it('skips blank blocks without counting them', () => {
    const article = buildArticle(about, [
      { kind: 'paragraph', text: ' ' },
      { kind: 'paragraph', text: 'One.' },
    ]);
    expect(article.blocks).toHaveLength(1);
    expect(findParagraph(article, 1)?.start).toBe(0);
  });

  it('gives every block offsets that name exactly its text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), (drafts) => {
        const article = buildArticle(about, drafts);
        const kept = drafts.filter(({ text }) => text.trim() !== '');
        expect(article.blocks.map(({ start, end }) => article.text.slice(start, end))).toEqual(
          kept.map(({ text }) => text),
        );
        expect(article.text).toBe(kept.map(({ text }) => text).join('\n\n'));
        for (const block of article.blocks) {
          if (block.kind === 'heading') continue;
          for (const sentence of block.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(block.start);
            expect(sentence.end).toBeLessThanOrEqual(block.end);
          }
        }
      }),
    );
  });
});
