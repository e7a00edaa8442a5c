import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerbatim } from '../../src/domain/library.ts';
import type { QuoteCheck } from '../../src/domain/quote-check.ts';
import { createCheckQuote } from '../../src/library/check-quote.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import { readWords } from '../../src/text/read-words.ts';
import { anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { indexOver } from '../library-over.ts';

const TROOPS = articleFrom(
  'troops.md',
  `---
title: Of troops
---

North Korea has sent more than 10,000 troops, Ukraine’s envoy said. “They are well trained,” he added.

The budget grew by 3.5% to $41 million in 2024. The US rejected that; it told us so on −5 °C cold Monday.`,
);
const SEALS = articleFrom(
  'seals.txt',
  'The grey seals of Hollow Island rest on the northern rocks in winter.',
);
const articles = [TROOPS, SEALS];
const retriever = createRetriever(await indexOver(articles), { isKnownWord: () => false });
const byId = new Map(articles.map((article) => [article.id, article]));
const checkQuote = createCheckQuote({ articles: byId, retriever });

function check(claim: string): QuoteCheck {
  const found = checkQuote(claim);
  if ('excerpt' in found) {
    const article = articles.find(({ id }) => id === found.excerpt.articleId);
    expect(isVerbatim(found.excerpt, article)).toBe(true);
  }
  return found;
}

/** The emphasised words of the article. */
function marked(found: QuoteCheck): readonly string[] {
  if (!('excerpt' in found)) return [];
  const { text, highlights } = found.excerpt;
  return highlights.map(({ start, end }) => text.slice(start, end));
}

describe('a quotation that stands there', () => {
  it.each([
    ['North Korea has sent more than 10,000 troops', false],
    ['Has sent more than 10,000 troops', false],
    ["more than 10,000 troops, Ukraine's envoy said", false],
    ['"They are well trained," he added', false],
    ['“They are well trained”, he added', true],
    ['more than 10,000 troops Ukraine’s envoy', true],
    ['grew by  3.5% to\n$41 million in 2024', false],
  ])('is exact: %s', (claim, marksDiffer) => {
    expect(check(claim)).toMatchObject({ kind: 'exact', marksDiffer });
  });

  it('is shown in its whole sentence, with its words in bold, and cited', () => {
    const found = check('sent more than 10,000 troops');
    expect(marked(found)).toEqual(['sent more than 10,000 troops']);
    expect(found).toMatchObject({
      excerpt: { paragraph: 1, articleId: 'troops', citation: { title: 'Of troops' } },
    });
  });
});

describe('a quotation with other words', () => {
  it.each([
    ['North Korea has sent more than 12,000 troops', '12,000', '10,000'],
    ['South Korea has sent more than 10,000 troops', 'South', 'North'],
    ['The budget grew by 35% to $41 million in 2024', '35%', '3.5%'],
    ['The budget grew by 3.5 to $41 million in 2024', '3.5', '3.5%'],
    ['The budget grew by 3.5% to €41 million in 2024', '€41', '$41'],
    ['North Korea has sent 10,000 troops', '', 'more than'],
    ['North Korea has not sent more than 10,000 troops', 'not', ''],
    ['The us rejected that; it told us so', 'us', 'US'],
    ['so on 5 °C cold Monday', '5 °C', '−5 °C'],
  ])('is altered: %s', (claim, claimed, actual) => {
    const found = check(claim);
    expect(found.kind).toBe('altered');
    if (found.kind === 'altered') expect(found.changes).toEqual([{ claimed, actual }]);
    expect(marked(found).join(' ')).toBe(actual);
  });
});

describe('what cannot be told', () => {
  it('is not in the articles when too little of it is', () => {
    expect(check('South Korea built seven ships of glass for the emperor')).toEqual({ kind: 'absent' });
  });

  it.each(['', 'troops', 'two words', '!?', '**'])('is too short: %j', (claim) => {
    expect(check(claim)).toEqual({ kind: 'short' });
  });
});

describe('any quotation', () => {
  const paragraphs = [TROOPS, SEALS].flatMap(({ text, blocks }) =>
    blocks.map(({ start, end }) => readWords(text.slice(start, end)).map((word) => ({ word, text, start }))),
  );
  const run = fc
    .record({
      paragraph: fc.constantFrom(...paragraphs),
      from: fc.nat(),
      length: fc.integer({ min: 3, max: 12 }),
    })
    .map(({ paragraph, from, length }) => {
      const start = from % Math.max(1, paragraph.length - 3);
      const words = paragraph.slice(start, start + length);
      const [first] = words;
      const last = words.at(-1);
      return first && last
        ? { claim: first.text.slice(first.start + first.word.start, last.start + last.word.end), words }
        : { claim: '', words };
    })
    .filter(({ words }) => words.length >= 3);

  it('that is taken from an article is exact', () => {
    fc.assert(
      fc.property(run, ({ claim }) => {
        expect(check(claim).kind).toBe('exact');
      }),
      { numRuns: 300 },
    );
  });

  it('is no longer exact after one digit is another, and not by case or spaces alone', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 1, max: 9 }), ({ claim }, by) => {
        const digit = /\d/u.exec(claim);
        fc.pre(digit !== null);
        const changed = claim.replace(/\d/u, (found) => String((Number(found) + by) % 10));
        expect(check(changed).kind).not.toBe('exact');
      }),
    );
  });

  it('is checked without an error, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (claim) => {
        expect(['exact', 'altered', 'absent', 'short']).toContain(check(claim).kind);
      }),
      { numRuns: 200 },
    );
  });
});
