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
  altered: 0.55,
  order: 0.55,
  own: 0,
};
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
  let trials = 0;
  for (const proposal of rankProposals(proposals)) {
    if (chosen.length >= limit || trials >= TRIALS * limit) break;
    if (proposal.card.worth < LEAST_WORTH[proposal.card.kind] || isTooMuch(proposal, chosen)) continue;
    trials += 1;
    const { kept, reason } = await judgeProposal(proposal, material, judge);
    if (kept) chosen.push({ ...proposal, reasons: [...proposal.reasons, reason] });
  }
  return chosen.map(({ card, reasons }) => ({ card, reasons }));
}

function rankProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...proposals].sort(
    (a, b) => b.card.worth - a.card.worth || a.card.quotation.start - b.card.quotation.start,
  );
}

function isTooMuch(
  { card, unit, answer }: Proposal,
  chosen: readonly (ChosenCard & Pick<Proposal, 'unit' | 'answer'>)[],
): boolean {
  const sameSentence = chosen.filter((other) => overlaps(other.unit, unit));
  if (sameSentence.length >= 2) return true;
  if (sameSentence.some((other) => other.card.kind === card.kind || other.answer.key === answer.key))
    return true;
  const same = chosen.filter((other) => other.card.kind === card.kind && other.answer.key === answer.key);
  return same.length >= SAME_ANSWER[card.kind];
}
