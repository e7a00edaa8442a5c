import type { CardJudge } from '../../domain/ports/card-judge.ts';
import { overlaps } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import { makeQuestion } from './make-question.ts';
import type { Material } from './material.ts';
import type { Proposal } from './proposal.ts';

/** Whether a card is kept, and what spoke for or against it. */
export interface Judgement {
  readonly kept: boolean;
  readonly reason: string;
}

/** From this share of its words, weighed by rarity, a sentence that came back says much the same. */
const RIVAL_SHARE = 0.6;

/**
 * Keeps a card whose blank can be found again from the sentence's own words and has one right answer: its very sentence
 * comes back first, the reader, where there is one, points at the blank, and no other sentence that comes back says
 * the same of something else.
 */
export async function judgeProposal(
  proposal: Proposal,
  material: Material,
  judge: CardJudge,
): Promise<Judgement> {
  const { card, unit, answer } = proposal;
  const { sentence } = unit;
  const verdict = await judge.judge({
    articleId: card.answer.articleId,
    question: makeQuestion(proposal),
    sentence,
    answer,
  });
  const [first, ...others] = verdict.found;
  if (!first || !overlaps(first, sentence))
    return { kept: false, reason: 'the search finds another sentence for it' };
  if (others.some((other) => isRival(other, proposal, material)))
    return { kept: false, reason: 'another sentence gives another answer' };
  if (!verdict.read) return { kept: true, reason: 'the search finds the sentence again' };
  if (!verdict.pointed || !overlaps(verdict.pointed, answer))
    return { kept: false, reason: 'the reader points at other words' };
  return { kept: true, reason: 'the search finds the sentence again, and the reader points at the answer' };
}

function isRival(
  place: { readonly start: number; readonly end: number },
  { unit, answer }: Proposal,
  material: Material,
): boolean {
  const { text, mentionsIn } = material;
  const rival = text.sentences.find((sentence) => overlaps(sentence, place));
  if (!rival || rival === unit.sentence) return false;
  const others = mentionsIn(rival).filter(
    ({ family, key }) => family === answer.family && key !== answer.key,
  );
  if (others.length === 0 || mentionsIn(rival).some(({ key }) => key === answer.key)) return false;
  const own = new Set(analyseTerms(answer.text).map(({ stem }) => stem));
  const asked = [...unit.sentence.stems].filter((stem) => !own.has(stem));
  const weigh = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + text.rarity(stem), 0);
  return weigh(asked.filter((stem) => rival.stems.has(stem))) >= RIVAL_SHARE * weigh(asked);
}
