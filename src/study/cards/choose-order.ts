import type { CardJudge } from '../../domain/ports/card-judge.ts';
import type { Span } from '../../domain/span.ts';
import { overlaps } from '../../domain/span.ts';
import type { ChosenCard } from './choose-cards.ts';
import { judgeProposal } from './judge-proposal.ts';
import type { Judgement } from './judge-proposal.ts';
import type { Material } from './material.ts';
import type { Proposal } from './proposal.ts';
import type { OrderProposal } from './propose-order.ts';

export interface OrderChoice {
  /** Best first. */
  readonly proposals: readonly OrderProposal[];
  readonly material: Material;
  readonly judge: CardJudge;
  /** Cards at most. */
  readonly limit: number;
  /** Quotations of the cards that there are already. */
  readonly taken: readonly Span[];
}

/** Cards of one sentence at most, whatever they ask. */
const OF_A_SENTENCE = 2;
/** Sentences judged at most for each card that is wanted. */
const TRIALS = 6;

/**
 * The best cards on what came first whose events are distinct: from each sentence's own words, without its date, the
 * search and the reader come back to it and to no other that says the same. A sentence stands in one of them.
 */
export async function chooseOrder(choice: OrderChoice): Promise<readonly ChosenCard[]> {
  const { proposals, material, judge, limit, taken } = choice;
  const chosen: (OrderProposal & { readonly reason: string })[] = [];
  const judged = new Map<Proposal['unit'], Judgement>();
  const judgeOnce = async (proposal: Proposal): Promise<Judgement> => {
    const known = judged.get(proposal.unit) ?? (await judgeProposal(proposal, material, judge));
    judged.set(proposal.unit, known);
    return known;
  };
  for (const proposal of proposals) {
    if (chosen.length >= limit || judged.size >= TRIALS * limit) break;
    const units = [proposal.unit, proposal.later.unit];
    const isUsed = chosen.some(({ unit, later }) => units.includes(unit) || units.includes(later.unit));
    if (isUsed || units.some((unit) => isFull(unit, taken))) continue;
    const first = await judgeOnce(proposal);
    const second = first.kept ? await judgeOnce({ ...proposal, ...proposal.later }) : first;
    if (second.kept) chosen.push({ ...proposal, reason: second.reason });
  }
  return chosen.map(({ card, reasons, reason }) => ({ card, reasons: [...reasons, reason] }));
}

function isFull(unit: Span, taken: readonly Span[]): boolean {
  return taken.filter((quotation) => overlaps(quotation, unit)).length >= OF_A_SENTENCE;
}
