import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeEdition } from '../../src/desk/describe-edition.ts';
import { resolveQuotation } from '../../src/desk/resolve-quotation.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { Edition, QuotationState, QuotedPlace } from '../../src/domain/edition.ts';
import { isVerbatim } from '../../src/domain/library.ts';
import type { Excerpt } from '../../src/domain/reply.ts';
import { shortHash } from '../../src/text/short-hash.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { ALPHA } from './desk-under-test.ts';

const BELL = 'The bell of Gannet Bay weighs nine tons. It was cast in 1851 by Ida Holm. Nobody rings it now.';
const FOG = 'Fog signals sound every forty seconds through the night.';
const BOAT = 'The ferry to Skarra leaves every hour from the first of May.';

function edition(...paragraphs: readonly string[]): Article {
  return articleFrom('bay.md', `# The bay\n\n${paragraphs.join('\n\n')}\n`);
}

function quoteOf(article: Article, words: string): QuotedPlace {
  const start = article.text.indexOf(words);
  const end = start + words.length;
  const block = paragraphsOf(article).find((each) => start >= each.start && end <= each.end);
  if (start < 0 || !block) throw new Error(`The article does not say "${words}".`);
  return { paragraph: block.number, start, end, hash: shortHash(words) };
}

function resolve(words: string, former: readonly Article[], current: Article): QuotationState {
  const editions = former.map((article, index): Edition => {
    const replacedAt = `2026-05-0${9 - index}T10:00:00.000Z`;
    return { serverId: ALPHA, id: article.id, replacedAt, article };
  });
  const [quoted] = former.filter(({ text }) => text.includes(words)).slice(-1);
  return resolveQuotation(quoteOf(quoted ?? current, words), { current, former: editions });
}

/** The excerpt with its highlights in brackets. */
function marked({ text, highlights }: Excerpt): string {
  return [...highlights]
    .reverse()
    .reduce(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    );
}

describe('a quotation', () => {
  it('of the text that is there is what it was', () => {
    const state = resolve('It was cast in 1851 by Ida Holm.', [edition(FOG)], edition(FOG, BELL));
    expect(state).toMatchObject({
      kind: 'current',
      quoted: { text: 'It was cast in 1851 by Ida Holm.', paragraph: 2 },
    });
  });

  it('still stands where its sentence does, at its new place', () => {
    const words = 'cast in 1851 by Ida Holm';
    const before = edition(BELL, FOG);
    for (const [current, paragraph] of [
      [edition(BOAT, BELL, FOG), 2],
      [edition(FOG, BOAT, BELL), 3],
      [edition(BELL.replace('nine', 'ten'), FOG), 1],
      [edition('The bell is heavy.', 'It was cast in 1851 by Ida Holm. Nobody rings it now.', FOG), 2],
    ] as const)
      expect(resolve(words, [before], current)).toMatchObject({
        kind: 'stands',
        quoted: { text: words, paragraph: 1 },
        now: { text: words, paragraph },
        replacedAt: '2026-05-09T10:00:00.000Z',
      });
  });

  it('whose passage has changed is shown as it was, with the words that went and came', () => {
    const current = edition(BELL.replace('nine tons', 'about ten tons').replace('1851', '1852'), FOG);
    const state = resolve('The bell of Gannet Bay weighs nine tons.', [edition(BELL, FOG)], current);
    if (state.kind !== 'changed' || !state.now) throw new Error(`It is ${state.kind}.`);
    expect(marked(state.quoted)).toBe('The bell of Gannet Bay weighs [nine] tons.');
    expect(marked(state.now)).toBe('The bell of Gannet Bay weighs [about] [ten] tons.');
  });

  it('whose passage is gone is shown as it was, and beside nothing', () => {
    for (const current of [edition(FOG), edition(BOAT, FOG), edition('The bell was sold.', FOG)]) {
      const state = resolve('The bell of Gannet Bay weighs nine tons.', [edition(BELL, FOG)], current);
      expect(state).toMatchObject({
        kind: 'changed',
        quoted: { text: 'The bell of Gannet Bay weighs nine tons.' },
      });
      expect(state).not.toHaveProperty('now');
    }
  });

  it('is never taken for a lookalike', () => {
    const lookalike =
      'The bell of Linden Bay weighs nine tons. It was cast in 1851 by Ida Holm. Nobody rings it now.';
    const before = edition(BELL, FOG);
    // The same sentence twice, or in a short one that may stand anywhere: nobody can tell which it was.
    for (const [words, current] of [
      [
        'It was cast in 1851 by Ida Holm.',
        edition(`${FOG} It was cast in 1851 by Ida Holm.`, `${BOAT} It was cast in 1851 by Ida Holm.`),
      ],
      ['Nobody rings it now.', edition(FOG, `${BOAT} Nobody rings it now.`)],
    ] as const)
      expect(resolve(words, [before], current)).not.toMatchObject({ kind: 'stands' });
    expect(
      resolve('The bell of Gannet Bay weighs nine tons.', [before], edition(lookalike, FOG)),
    ).toMatchObject({
      kind: 'changed',
    });
    const quote = quoteOf(before, 'Nobody rings it now.');
    for (const forged of [
      { ...quote, hash: shortHash('Nobody rings it now') },
      { ...quote, start: quote.start + 1 },
      { ...quote, paragraph: 2 },
      { ...quote, start: -1, end: 1e9 },
      { ...quote, start: quote.end, end: quote.start },
    ])
      expect(resolveQuotation(forged, { current: before, former: [] })).toEqual({ kind: 'unknown' });
  });

  it('is of the edition that it was quoted from, however many came after', () => {
    const editions = ['nine', 'ten', 'eleven', 'twelve'].map((count) =>
      edition(BELL.replace('nine', count), FOG),
    );
    const [first, second, third, current] = editions;
    if (!first || !second || !third || !current) throw new Error('There are four.');
    for (const [article, count] of [
      [first, 'nine'],
      [second, 'ten'],
      [third, 'eleven'],
    ] as const) {
      const words = `The bell of Gannet Bay weighs ${count} tons.`;
      const state = resolveQuotation(quoteOf(article, words), {
        current,
        former: [third, second, first].map((each) => ({
          serverId: ALPHA,
          id: 'bay',
          replacedAt: '',
          article: each,
        })),
      });
      expect(state).toMatchObject({
        kind: 'changed',
        quoted: { text: words },
        now: { text: expect.stringContaining('twelve') as unknown },
      });
    }
  });

  it('is word for word what an edition says, whatever the editions are', () => {
    const sentence = fc.constantFrom(...`${BELL} ${FOG} ${BOAT} It rang. Yes.`.split(/(?<=\.) /));
    const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, text, fc.nat(), (one, other, chosen) => {
        const [older, current] = [one, other].map((each) => edition(...each.map((parts) => parts.join(' '))));
        if (!older || !current) throw new Error('There are two.');
        const sentences = paragraphsOf(older).flatMap((block) =>
          block.sentences.map((span) => ({ block, span })),
        );
        const { block, span } = sentences[chosen % sentences.length] ?? {};
        if (!block || !span) throw new Error('There is a sentence.');
        const words = older.text.slice(span.start, span.end);
        const quote = { paragraph: block.number, ...span, hash: shortHash(words) };
        const former = [{ serverId: ALPHA, id: older.id, replacedAt: '', article: older }];
        const state = resolveQuotation(quote, { current, former });
        if (state.kind === 'unknown') throw new Error('It was quoted from an edition that is there.');
        expect(state.quoted.text).toBe(words);
        if (state.kind === 'stands') expect(state.now.text).toBe(words);
        if (state.kind !== 'current') expect(isVerbatim(state.quoted, older)).toBe(true);
        if (state.kind !== 'current' && state.now) expect(isVerbatim(state.now, current)).toBe(true);
      }),
    );
  });
});

describe('a newer edition', () => {
  it('is told by the paragraphs that came, went, changed and moved', () => {
    const older = edition(BELL, FOG, BOAT, 'A footbridge was planned in 1910.');
    const newer = edition(BOAT, BELL.replace('nine', 'ten'), FOG, 'Tickets are sold on board.');
    expect(describeEdition(older, newer)).toEqual({
      added: [4],
      removed: [4],
      changed: [{ from: 1, to: 2 }],
      moved: [{ from: 2, to: 3 }],
    });
    expect(describeEdition(older, older)).toEqual({ added: [], removed: [], changed: [], moved: [] });
  });

  it('is told of at once, however long both are', () => {
    const many = (word: string) => edition(...Array.from({ length: 3000 }, (_, n) => `${word} number ${n}.`));
    const { added, removed } = describeEdition(many('Bell'), many('Boat'));
    expect([added.length, removed.length]).toEqual([3000, 3000]);
  });

  it('has every paragraph of both in one place', () => {
    const text = fc.array(fc.constantFrom(BELL, FOG, BOAT, `${FOG} ${BOAT}`, 'Yes.'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { added, removed, changed, moved } = describeEdition(edition(...one), edition(...other));
        const pairs = [...changed, ...moved];
        const kept = one.length - removed.length - pairs.length;
        expect(kept).toBe(other.length - added.length - pairs.length);
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(new Set([...added, ...pairs.map(({ to }) => to)]).size).toBe(added.length + pairs.length);
        expect(new Set([...removed, ...pairs.map(({ from }) => from)]).size).toBe(
          removed.length + pairs.length,
        );
      }),
    );
  });
});
