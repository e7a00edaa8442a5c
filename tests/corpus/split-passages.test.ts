import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { DraftBlock } from '../../src/corpus/build-article.ts';
import { splitPassages, splitterVersion } from '../../src/corpus/split-passages.ts';
import type { SplitOptions } from '../../src/corpus/split-passages.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import { anyText } from '../arbitraries.ts';
import { articleFrom } from './parse-text.ts';

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
/** The worst that a tokenizer can do: a token for every character. */
const countCharacters = (text: string): number =>
  Array.from(text).filter((character) => /\S/u.test(character)).length;

function textsOf(article: Article, options: Partial<SplitOptions> = {}): readonly string[] {
  return splitPassages(article, { countTokens: countWords, maxTokens: 12, joinTokens: 6, ...options }).map(
    ({ start, end }) => article.text.slice(start, end),
  );
}

const anyArticle: fc.Arbitrary<Article> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const),
      text: anyText,
    }) satisfies fc.Arbitrary<DraftBlock>,
    { maxLength: 6 },
  )
  .map((drafts) => buildArticle({ id: 'any', title: 'Any', aliases: {} }, drafts));

describe('splitPassages', () => {
  it('joins short paragraphs of a section while they fit', () => {
    const article = articleFrom('a.md', 'One two.\n\nThree four.\n\nFive six seven.');
    expect(textsOf(article)).toEqual(['One two.\n\nThree four.', 'Five six seven.']);
  });

  it('never joins paragraphs over a heading, not even one of the same name', () => {
    const article = articleFrom('a.md', '# Same\n\nOne.\n\n# Same\n\nTwo.');
    expect(textsOf(article)).toEqual(['One.', 'Two.']);
  });

  it('cuts a long paragraph at the end of a sentence', () => {
    const article = articleFrom(
      'a.md',
      'One two three four five six. Seven eight nine ten eleven twelve thirteen.',
    );
    expect(textsOf(article)).toEqual([
      'One two three four five six.',
      'Seven eight nine ten eleven twelve thirteen.',
    ]);
  });

  it('cuts a sentence that is too long between words', () => {
    const article = articleFrom('a.md', 'a b c d e f g h i j k l m n o p.');
    expect(textsOf(article)).toEqual(['a b c d e f g h i j k l', 'm n o p.']);
  });

  it('names passages, their paragraphs and their heading', () => {
    const article = articleFrom('a.md', '# Top\n\nOne two.\n\nThree four.');
    expect(splitPassages(article, { countTokens: countWords, maxTokens: 12, joinTokens: 6 })).toEqual([
      {
        id: 'a#0',
        articleId: 'a',
        start: 5,
        end: 26,
        paragraphs: [1, 2],
        heading: 'Top',
        sentences: [
          { start: 5, end: 13, paragraph: 1 },
          { start: 15, end: 26, paragraph: 2 },
        ],
      },
    ]);
  });

  it('has a version that changes with its sizes', () => {
    const version = splitterVersion({ maxTokens: 12, joinTokens: 6 });
    expect(splitterVersion({ maxTokens: 12, joinTokens: 7 })).not.toBe(version);
    expect(splitterVersion({ maxTokens: 13, joinTokens: 6 })).not.toBe(version);
  });

  it('puts every character of every paragraph into exactly one passage, in order', () => {
    fc.assert(
      fc.property(anyArticle, fc.integer({ min: 1, max: 60 }), (article, maxTokens) => {
        const passages = splitPassages(article, {
          countTokens: countCharacters,
          maxTokens,
          joinTokens: maxTokens,
        });
        const quoted = passages
          .flatMap(({ sentences }) => sentences)
          .map(({ start, end }) => article.text.slice(start, end))
          .join('');
        const written = paragraphsOf(article)
          .map(({ start, end }) => article.text.slice(start, end))
          .join('');
        expect(quoted.replace(/\s+/gu, '')).toBe(written.replace(/\s+/gu, ''));
        let at = 0;
        for (const { start, end } of passages.flatMap(({ sentences }) => sentences)) {
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
        }
      }),
    );
  });

  it('makes no passage longer than the model takes, and halves no pair of surrogates', () => {
    fc.assert(
      fc.property(anyArticle, fc.integer({ min: 1, max: 60 }), (article, maxTokens) => {
        for (const passage of splitPassages(article, {
          countTokens: countCharacters,
          maxTokens,
          joinTokens: maxTokens,
        })) {
          const text = article.text.slice(passage.start, passage.end);
          expect(countCharacters(text)).toBeLessThanOrEqual(maxTokens);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('keeps each sentence of a passage inside the paragraph that it names', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const paragraphs = new Map(paragraphsOf(article).map((paragraph) => [paragraph.number, paragraph]));
        for (const passage of splitPassages(article, {
          countTokens: countWords,
          maxTokens: 40,
          joinTokens: 20,
        })) {
          for (const sentence of passage.sentences) {
            const paragraph = paragraphs.get(sentence.paragraph);
            expect(sentence.start).toBeGreaterThanOrEqual(paragraph?.start ?? Number.NaN);
            expect(sentence.end).toBeLessThanOrEqual(paragraph?.end ?? Number.NaN);
          }
        }
      }),
    );
  });
});
