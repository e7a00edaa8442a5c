import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SELECTION_RULES, selectExcerpts } from '../../src/answering/select-excerpts.ts';
import type { SelectionRules } from '../../src/answering/select-excerpts.ts';
import { buildArticle } from '../../src/corpus/build-article.ts';
import { findParagraph } from '../../src/domain/article.ts';
import { overlaps } from '../../src/domain/span.ts';
import { anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { rankBy, SPLIT } from './rank-by.ts';

function quote(text: string, best: string, rules: Partial<SelectionRules> = {}): readonly string[] {
  const article = articleFrom('a.md', text);
  const ranked = rankBy([article], (sentence) => (sentence.includes(best) ? 1 : 0.1));
  return selectExcerpts(ranked, new Map([['a', article]]), { ...SELECTION_RULES, ...rules }).map(
    ({ start, end }) => article.text.slice(start, end),
  );
}

describe('the excerpt of a sentence', () => {
  it.each<[string, string, string, string]>([
    ['is the sentence alone when it can stand alone', 'Ada sailed north. Ben stayed.', 'Ben', 'Ben stayed.'],
    [
      'begins with the sentence before when it leans on that',
      'Ada sailed north. She found ice.',
      'ice',
      'Ada sailed north. She found ice.',
    ],
    [
      'begins with the sentence before after a connective',
      'Ada sailed north. However, Ben stayed.',
      'Ben',
      'Ada sailed north. However, Ben stayed.',
    ],
    [
      'goes on while a quotation is open',
      'Ada said: “The ice is thin. Turn back!” Ben agreed.',
      'thin',
      'Ada said: “The ice is thin. Turn back!”',
    ],
    [
      'begins where a quotation was opened',
      'Ada said: “The ice is thin. Turn back!” Ben agreed.',
      'Turn',
      'Ada said: “The ice is thin. Turn back!”',
    ],
    ['never passes the end of its paragraph', 'Ada sailed north.\n\nShe found ice.', 'ice', 'She found ice.'],
    [
      'does not take part of a word for a pronoun',
      'Ada sailed. Hebrides ferries ran.',
      'ran',
      'Hebrides ferries ran.',
    ],
  ])('%s', (_, text, best, expected) => {
    expect(quote(text, best)[0]).toBe(expected);
  });

  it('is the sentence alone when the rule is off', () => {
    expect(quote('Ada sailed north. She found ice.', 'ice', { extend: false })[0]).toBe('She found ice.');
  });

  it('takes in the neighbour that ranks second by little', () => {
    const article = articleFrom('a.txt', 'Ada sailed north. Ben sailed south. Cleo stayed.');
    const scores = [0.8, 0.79, 0.1];
    const ranked = rankBy([article], (_, i) => scores[i] ?? 0);
    const [first] = selectExcerpts(ranked, new Map([['a', article]]));
    expect(first && article.text.slice(first.start, first.end)).toBe('Ada sailed north. Ben sailed south.');
  });
});

describe('further excerpts', () => {
  const article = articleFrom('a.md', 'Ada sailed.\n\nBen rowed.\n\nCleo swam.\n\nDora flew.');
  const select = (scores: readonly number[], rules: Partial<SelectionRules> = {}) =>
    selectExcerpts(
      rankBy([article], (_, i) => scores[i] ?? 0),
      new Map([['a', article]]),
      { ...SELECTION_RULES, ...rules },
    ).map(({ start, end }) => article.text.slice(start, end));

  it('are shown while they rank close to the first, the best first, and no more than the limit', () => {
    expect(select([0.5, 0.9, 0.3, 0.8], { furtherShare: 0.5 })).toEqual([
      'Ben rowed.',
      'Dora flew.',
      'Ada sailed.',
    ]);
    expect(select([0.5, 0.9, 0.3, 0.8], { furtherShare: 0.8 })).toEqual(['Ben rowed.', 'Dora flew.']);
    expect(select([1, 1, 1, 1], { limit: 2 })).toHaveLength(2);
    expect(select([1, 1, 1, 1], { limit: 0 })).toEqual([]);
  });

  it('do not say again what one before says, in other punctuation or another article', () => {
    const twins = [articleFrom('a.txt', 'Ada sailed north!'), articleFrom('b.txt', '“Ada sailed north.”')];
    const chosen = selectExcerpts(
      rankBy(twins, () => 1),
      new Map(twins.map((twin) => [twin.id, twin])),
    );
    expect(chosen).toHaveLength(1);
  });
});

describe('any selection', () => {
  it('is inside one paragraph, word for word, without overlaps, and holds its sentence', () => {
    const anyRanking = fc
      .array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 })
      .chain((bodies) =>
        fc.tuple(fc.constant(bodies), fc.infiniteStream(fc.double({ min: 0.01, max: 1, noNaN: true }))),
      );
    fc.assert(
      fc.property(anyRanking, fc.nat({ max: 5 }), ([bodies, scores], limit) => {
        const articles = bodies.map((texts, i) =>
          buildArticle(
            { id: `any-${i}`, title: '', aliases: {} },
            texts.map((text) => ({ kind: 'paragraph', text })),
          ),
        );
        const ranked = rankBy(articles, () => Number(scores.next().value), SPLIT);
        const byId = new Map(articles.map((article) => [article.id, article]));
        const chosen = selectExcerpts(ranked, byId, { ...SELECTION_RULES, limit, furtherShare: 0 });
        expect(chosen.length).toBeLessThanOrEqual(limit);
        for (const [i, { article, paragraph, start, end, best }] of chosen.entries()) {
          const block = findParagraph(article, paragraph);
          expect(start).toBeGreaterThanOrEqual(block?.start ?? Number.NaN);
          expect(end).toBeLessThanOrEqual(block?.end ?? Number.NaN);
          expect(start).toBeLessThanOrEqual(best.sentence.start);
          expect(end).toBeGreaterThanOrEqual(best.sentence.end);
          for (const other of chosen.slice(0, i)) {
            expect(other.article === article && overlaps(other, { start, end })).toBe(false);
          }
        }
        if (limit > 0 && ranked.length > 0) expect(chosen.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
