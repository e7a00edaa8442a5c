import type { CardKind } from '../../domain/card.ts';
import type { CardJudge } from '../../domain/ports/card-judge.ts';
import { overlaps } from '../../domain/span.ts';
import { judgeProposal } from './judge-proposal.ts';
import type { Material } from './material.ts';
import type { Proposal } from './proposal.ts';

/** A card that was kept, with what spoke for it. */
export interface ChosenCard {
  readonly card: Proposal['card'];
  readonly reasons: readonly string[];
}

export interface Choice {
  readonly proposals: readonly Proposal[];
  readonly material: Material;
  readonly judge: CardJudge;
  /** Cards at most. */
  readonly limit: number;
}

/** A card below this is dull: it is not shown to the judge. */
const LEAST_WORTH: Readonly<Record<CardKind, number>> = {
  cloze: 0.57,
  speaker: 0.55,
  altered: 0.5,
  order: 0.55,
  own: 0,
};
/** Exact figures are a trifle unless the sentence is central. */
const LEAST_WORTH_OF_NUMBER = 0.58;
/** Cards that may ask for the same thing, of each kind. */
const SAME_ANSWER: Readonly<Record<CardKind, number>> = {
  cloze: 2,
  speaker: 8,
  altered: 2,
  order: 2,
  own: Infinity,
};
/** Judged at most for each card that is wanted: the reader takes some 100 ms a card. */
const TRIALS = 3;

/** The best proposals that pass the judge, best first: one of a kind a sentence, and no answer too often. */
export async function chooseCards({
  proposals,
  material,
  judge,
  limit,
}: Choice): Promise<readonly ChosenCard[]> {
  const chosen: (ChosenCard & Pick<Proposal, 'unit' | 'answer'>)[] = [];
  const tried = new Set<Proposal>();
  const ranked = rankProposals(proposals).filter(({ card }) => card.worth >= leastWorth(card));
  // A fact is asked for in a second way where there are not enough of them.
  for (const ways of [1, 2]) {
    for (const proposal of ranked) {
      if (chosen.length >= limit || tried.size >= TRIALS * limit) break;
      if (tried.has(proposal) || isTooMuch(proposal, chosen, ways)) continue;
      tried.add(proposal);
      const { kept, reason } = await judgeProposal(proposal, material, judge);
      if (kept) chosen.push({ ...proposal, reasons: [...proposal.reasons, reason] });
    }
  }
  return chosen.map(({ card, reasons }) => ({ card, reasons })).sort((a, b) => b.card.worth - a.card.worth);
}

function leastWorth({ kind, type }: Proposal['card']): number {
  return type === 'number' ? Math.max(LEAST_WORTH[kind], LEAST_WORTH_OF_NUMBER) : LEAST_WORTH[kind];
}

function rankProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...proposals].sort(
    (a, b) => b.card.worth - a.card.worth || a.card.quotation.start - b.card.quotation.start,
  );
}

function isTooMuch(
  { card, unit, answer }: Proposal,
  chosen: readonly (ChosenCard & Pick<Proposal, 'unit' | 'answer'>)[],
  ways: number,
): boolean {
  const sameSentence = chosen.filter((other) => overlaps(other.unit, unit));
  if (sameSentence.length >= 2) return true;
  if (sameSentence.some((other) => other.card.kind === card.kind)) return true;
  if (sameSentence.filter((other) => other.answer.key === answer.key).length >= ways) return true;
  const same = chosen.filter((other) => other.card.kind === card.kind && other.answer.key === answer.key);
  return same.length >= SAME_ANSWER[card.kind];
}
