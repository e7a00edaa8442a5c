import { describe, expect, it } from 'vitest';
import type { Card, CardKind, TermType } from '../../../src/domain/card.ts';
import { chooseCards } from '../../../src/study/cards/choose-cards.ts';
import type { Material } from '../../../src/study/cards/material.ts';
import type { Proposal } from '../../../src/study/cards/proposal.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import { materialOf } from './shipped-articles.ts';

interface Wanted {
  readonly sentence: number;
  readonly answer: string;
  readonly worth: number;
  readonly kind?: CardKind;
  readonly type?: TermType;
}

/** Sentences of one length, each with a year of its own. */
async function harbour(sentences: number): Promise<Material> {
  return materialOf(
    Array.from(
      { length: sentences },
      (_, at) => `The harbour wall was built again in ${1300 + at} by masons.`,
    ).join(' '),
  );
}

function propose(material: Material, wanted: readonly Wanted[]): readonly Proposal[] {
  return wanted.map(({ sentence, answer: words, worth, kind = 'cloze', type = 'date' }) => {
    const unit = material.units[sentence];
    const [answer] = unit ? material.mentionsIn(unit.sentence) : [];
    if (!unit || !answer) throw new Error('There is no such sentence.');
    const quoted = { ...answer, articleId: material.text.article.id };
    const card = { kind, type, worth, quotation: quoted, answer: quoted } as unknown as Card;
    return { card, unit, answer: { ...answer, key: words }, reasons: [] };
  });
}

async function kept(
  sentences: number,
  wanted: (material: Material) => readonly Wanted[],
): Promise<readonly string[]> {
  const material = await harbour(sentences);
  const proposals = propose(material, wanted(material));
  const chosen = await chooseCards({ proposals, material, judge: createKindJudge(), limit: 150 });
  return chosen.map(({ card }) => `${card.kind} ${card.worth}`);
}

const facts = (count: number, worth: number): readonly Wanted[] =>
  Array.from({ length: count }, (_, sentence) => ({ sentence, answer: `fact ${sentence}`, worth }));

describe('chooseCards', () => {
  it('asks for a fact in a second way only where there are few', async () => {
    const again: Wanted = { sentence: 0, answer: 'fact 0', worth: 0.7, kind: 'altered' };
    expect(await kept(40, () => [...facts(29, 0.8), again])).toContain('altered 0.7');
    expect(await kept(40, () => [...facts(30, 0.8), again])).not.toContain('altered 0.7');
    expect(await kept(110, () => [...facts(29, 0.8), again])).not.toContain('altered 0.7');
  });

  it.each([
    ['a place', 'place', 0.78],
    ['an exact figure', 'number', 0.76],
  ] as const)('wants more of %s', async (_, type, enough) => {
    const guessed = (worth: number): readonly Wanted[] => [
      ...facts(10, 0.8),
      { sentence: 20, answer: 'guessed', worth, type },
    ];
    expect(await kept(40, () => guessed(0.7))).toHaveLength(10);
    expect(await kept(40, () => guessed(enough))).toHaveLength(11);
  });

  it('makes fair cards only where there would be no quiz, and dull ones not at all', async () => {
    const tail = (from: number): readonly Wanted[] => [
      { sentence: from, answer: 'fair', worth: 0.56 },
      { sentence: from + 1, answer: 'dull', worth: 0.4 },
    ];
    expect(await kept(110, () => [...facts(9, 0.8), ...tail(12)])).toHaveLength(10);
    expect(await kept(110, () => [...facts(10, 0.8), ...tail(12)])).toHaveLength(10);
    expect(await kept(110, () => tail(10))).toEqual(['cloze 0.56']);
    expect(await kept(40, () => tail(10))).toEqual(['cloze 0.56']);
  });

  it('takes an exact figure to fill a deck of a short article alone', async () => {
    const fair: Wanted = { sentence: 12, answer: 'figure', worth: 0.6, type: 'number' };
    expect(await kept(110, () => [fair])).toEqual([]);
    expect(await kept(110, () => [{ ...fair, type: 'date' }])).toHaveLength(1);
    expect(await kept(40, () => [fair])).toHaveLength(1);
  });

  it('asks for stands that are fair, where there are few cards', async () => {
    const stand: Wanted = { sentence: 35, answer: 'Ida', worth: 0.54, kind: 'speaker', type: 'person' };
    expect(await kept(40, () => [...facts(29, 0.8), stand])).toContain('speaker 0.54');
    expect(await kept(40, () => [...facts(30, 0.8), stand])).not.toContain('speaker 0.54');
  });

  it('gives a book cards for weeks', async () => {
    expect(await kept(520, () => facts(110, 0.4))).toHaveLength(100);
    expect(await kept(520, () => facts(110, 0.21))).toEqual([]);
  });
});
