import type { CardKind, TermType } from '../../domain/card.ts';
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

/** A walk through the proposals, best first. */
interface Pass {
  readonly worth: number;
  /** The same for what is a trifle, or guessed. */
  readonly guessed: number;
  /** Cards of one sentence at most. */
  readonly ways: 1 | 2;
  readonly isEnough: () => boolean;
}

export interface Choice {
  readonly proposals: readonly Proposal[];
  readonly material: Material;
  readonly judge: CardJudge;
  /** Cards at most. */
  readonly limit: number;
}

/** From this worth on a card is made wherever it can be. */
const GOOD = 0.62;
/** Exact figures are a trifle unless much speaks for them, and which place or body it was is guessed at once. */
const GUESSED: ReadonlySet<TermType> = new Set(['number', 'place', 'organisation']);
const GOOD_GUESSED = 0.75;
/** Below it a card is dull, and made only of a book. */
const FAIR = 0.55;
/** A short article has few facts, and what it counts is among them. */
const FAIR_OF_SHORT = 0.49;
const DULL = 0.22;
/** Who takes which stand is what a report is about, and asked from here on where there are few cards. */
const STAND = 0.53;
/** Up to so many sentences an article has too few facts for a deck: each may be asked for in two ways. */
const SHORT = 100;
/** Below so many, a good fact is asked for in a second way, and a sentence for a second fact. */
const WANTED = 30;
/** Below so many different answers there is no quiz worth the name: fair cards with others do, but no exact figures. */
const FEW = 10;
/** A book, from so many sentences on, is read for weeks: it has cards for as long. */
const BOOK = 500;
const WANTED_OF_BOOK = 100;
/** Cards that may ask for the same thing, of each kind. */
const SAME_ANSWER: Readonly<Record<CardKind, number>> = {
  cloze: 2,
  speaker: 16,
  altered: 2,
  order: 2,
  own: Infinity,
};
/** Judged at most for each card that is wanted: the reader takes some 100 ms a card. */
const TRIALS = 3;

/**
 * The best proposals that pass the judge, best first: one a sentence, and one for a fact. Where that makes few, there
 * are fair ones, too, and second ways to ask for the same.
 */
export async function chooseCards({
  proposals,
  material,
  judge,
  limit,
}: Choice): Promise<readonly ChosenCard[]> {
  const chosen: (ChosenCard & Pick<Proposal, 'unit' | 'answer'>)[] = [];
  const tried = new Set<Proposal>();
  const ranked = rankProposals(proposals);
  const isBook = material.text.sentences.length >= BOOK;
  const isShort = material.text.sentences.length <= SHORT;
  const wanted = isBook ? WANTED_OF_BOOK : WANTED;
  const answers = (): number => new Set(chosen.map(({ answer }) => answer.key)).size;
  const passes: readonly Pass[] = [
    { worth: GOOD, guessed: GOOD_GUESSED, ways: 1, isEnough: () => false },
    {
      worth: GOOD,
      guessed: GOOD_GUESSED,
      ways: isShort || isBook ? 2 : 1,
      isEnough: () => chosen.length >= wanted,
    },
    isBook
      ? { worth: DULL, guessed: DULL, ways: 2, isEnough: () => chosen.length >= wanted }
      : {
          worth: isShort ? FAIR_OF_SHORT : FAIR,
          guessed: isShort ? FAIR_OF_SHORT : GOOD_GUESSED,
          ways: 1,
          isEnough: () => answers() >= FEW,
        },
  ];
  for (const pass of passes) {
    const { worth, ways, isEnough } = pass;
    for (const proposal of ranked) {
      if (chosen.length >= limit || isEnough() || tried.size >= TRIALS * limit) break;
      if (tried.has(proposal) || !isWorth(proposal, pass) || isTooMuch(proposal, chosen, ways)) continue;
      if (worth < GOOD && !isBook && chosen.some(({ answer }) => answer.key === proposal.answer.key))
        continue;
      tried.add(proposal);
      const { kept, reason } = await judgeProposal(proposal, material, judge);
      if (kept) chosen.push({ ...proposal, reasons: [...proposal.reasons, reason] });
    }
  }
  return chosen.map(({ card, reasons }) => ({ card, reasons })).sort((a, b) => b.card.worth - a.card.worth);
}

function isWorth({ card: { kind, type, worth } }: Proposal, { worth: least, guessed, ways }: Pass): boolean {
  if (kind === 'speaker' && ways === 2) return worth >= Math.min(STAND, least);
  return worth >= (GUESSED.has(type) ? guessed : least);
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
  if (sameSentence.length >= ways) return true;
  if (sameSentence.some((other) => other.card.kind === card.kind)) return true;
  const same = chosen.filter((other) => other.card.kind === card.kind && other.answer.key === answer.key);
  return same.length >= SAME_ANSWER[card.kind];
}
