import type { CardJudge } from '../../domain/ports/card-judge.ts';
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
}

/** Sentences judged at most for each card that is wanted. */
const TRIALS = 6;

/**
 * The best cards on what came first whose events are distinct: from each sentence's own words, without its date, the
 * search and the reader come back to it and to no other that says the same. A sentence stands in one of them, whatever
 * else is asked of it.
 */
export async function chooseOrder(choice: OrderChoice): Promise<readonly ChosenCard[]> {
  const { proposals, material, judge, limit } = choice;
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
    if (isUsed) continue;
    const first = await judgeOnce(proposal);
    const second = first.kept ? await judgeOnce({ ...proposal, ...proposal.later }) : first;
    if (second.kept) chosen.push({ ...proposal, reason: second.reason });
  }
  return chosen.map(({ card, reasons, reason }) => ({ card, reasons: [...reasons, reason] }));
}
