import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/domain/span.ts';
import { chooseRounds, shuffle } from '../../../src/study/quiz/choose-rounds.ts';
import { createRandom } from '../../../src/domain/seeded-random.ts';
import { makeCard, makeOrderCard, quote } from '../../doubles/make-card.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => makeCard(at));
const startsOf = (cards: readonly { readonly quotation: { readonly start: number } }[]) =>
  cards.map(({ quotation }) => quotation.start).sort((a, b) => a - b);

describe('chooseRounds', () => {
  it('takes one card from each stretch of the article', () => {
    const chosen = chooseRounds(numbered(50), { count: 5, mode: 'choice', seed: 1 });
    expect(startsOf(chosen).map((start) => Math.floor(start / 1000))).toEqual([0, 1, 2, 3, 4]);
  });

  it('mixes kinds where the article has several', () => {
    const cards = [
      ...numbered(20),
      ...Array.from({ length: 20 }, (_, at) =>
        makeCard(at + 20, { id: `s-${at}`, kind: 'speaker', quotation: quote(`Words ${at}`, at * 100 + 60) }),
      ),
    ];
    const kinds = chooseRounds(cards, { count: 6, mode: 'choice', seed: 3 }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'speaker').length).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === 'cloze').length).toBeGreaterThan(1);
  });

  it('never takes two on one sentence or with one answer', () => {
    const card = fc
      .tuple(fc.nat(30), fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([at, person, worth]) =>
        makeCard(at, { id: `${at}-${person}`, worth, answer: quote(`P${person}`, at * 100) }),
      );
    fc.assert(
      fc.property(fc.array(card, { maxLength: 40 }), fc.integer(), (cards, seed) => {
        const chosen = chooseRounds(cards, { count: 8, mode: 'choice', seed });
        for (const [at, one] of chosen.entries()) {
          for (const other of chosen.slice(at + 1)) {
            expect(overlaps(one.quotation, other.quotation)).toBe(false);
            expect(one.answer.text).not.toBe(other.answer.text);
          }
        }
      }),
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const choose = (seed: number) =>
      chooseRounds(numbered(60), { count: 6, mode: 'choice', seed }).map(({ id }) => id);
    expect(choose(5)).toEqual(choose(5));
    expect(choose(5)).not.toEqual(choose(6));
  });

  it('asks what came first in both modes, and nothing else of its two sentences', () => {
    const cards = [makeOrderCard(0), makeCard(0), makeCard(1), makeCard(2), makeCard(3, { kind: 'order' })];
    for (const mode of ['choice', 'type'] as const)
      for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const ids = chooseRounds(cards, { count: 5, mode, seed }).map(({ id }) => id);
        expect(ids).toContain('card-2');
        expect(ids).not.toContain('card-3');
        expect(ids.includes('order-0')).toBe(!ids.includes('card-0') && !ids.includes('card-1'));
      }
  });

  it('leaves out what cannot be typed or has nothing to choose from', () => {
    const cards = [makeCard(0, { kind: 'altered' }), makeCard(1, { distractors: [] }), makeCard(2)];
    const choose = (mode: 'choice' | 'type') =>
      chooseRounds(cards, { count: 3, mode, seed: 1 }).map(({ id }) => id);
    expect(new Set(choose('type'))).toEqual(new Set(['card-1', 'card-2']));
    expect(choose('choice')).toEqual(['card-2']);
  });

  it('has fewer rounds where the article has fewer cards', () => {
    expect(chooseRounds(numbered(2), { count: 10, mode: 'choice', seed: 1 })).toHaveLength(2);
    expect(chooseRounds([], { count: 10, mode: 'choice', seed: 1 })).toEqual([]);
  });
});

describe('shuffle', () => {
  it('keeps every item once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        expect([...shuffle(items, createRandom(seed))].sort()).toEqual([...items].sort());
      }),
    );
  });
});
