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
  /** The same for who takes which stand. */
  readonly stand: number;
  /** Cards of one sentence at most. */
  readonly ways: 1 | 2;
  /** Whether it may ask for what another card asks for. */
  readonly repeats: boolean;
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
/** Below so many different answers there is no quiz worth the name: fair cards with others do. */
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
  const answers = (): number => new Set(chosen.map(({ answer }) => answer.key)).size;
  const passes = choosePasses(material, { cards: () => chosen.length, answers });
  for (const pass of passes) {
    for (const proposal of ranked) {
      if (chosen.length >= limit || pass.isEnough() || tried.size >= TRIALS * limit) break;
      if (tried.has(proposal) || !isWorth(proposal, pass) || isTooMuch(proposal, chosen, pass)) continue;
      tried.add(proposal);
      const { kept, reason } = await judgeProposal(proposal, material, judge);
      if (kept) chosen.push({ ...proposal, reasons: [...proposal.reasons, reason] });
    }
  }
  return chosen.map(({ card, reasons }) => ({ card, reasons })).sort((a, b) => b.card.worth - a.card.worth);
}

/** First what is good; where that makes few, second ways to ask for it, and then what is fair, or of a book even dull. */
function choosePasses(
  { text: { sentences } }: Material,
  { cards, answers }: { readonly cards: () => number; readonly answers: () => number },
): readonly Pass[] {
  const isBook = sentences.length >= BOOK;
  const isShort = sentences.length <= SHORT;
  const good = { worth: GOOD, guessed: GOOD_GUESSED, stand: GOOD, ways: 1, repeats: true } as const;
  const hasEnough = (): boolean => cards() >= (isBook ? WANTED_OF_BOOK : WANTED);
  const fair = isShort ? FAIR_OF_SHORT : FAIR;
  return [
    { ...good, isEnough: () => false },
    { ...good, ...((isBook || isShort) && { stand: STAND, ways: 2 }), isEnough: hasEnough },
    isBook
      ? { worth: DULL, guessed: DULL, stand: DULL, ways: 2, repeats: true, isEnough: hasEnough }
      : {
          worth: fair,
          guessed: isShort ? fair : GOOD_GUESSED,
          stand: fair,
          ways: 1,
          repeats: false,
          isEnough: () => answers() >= FEW,
        },
  ];
}

function isWorth({ card: { kind, type, worth } }: Proposal, least: Pass): boolean {
  if (kind === 'speaker') return worth >= least.stand;
  return worth >= (GUESSED.has(type) ? least.guessed : least.worth);
}

function rankProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...proposals].sort(
    (a, b) => b.card.worth - a.card.worth || a.card.quotation.start - b.card.quotation.start,
  );
}

function isTooMuch(
  { card, unit, answer }: Proposal,
  chosen: readonly (ChosenCard & Pick<Proposal, 'unit' | 'answer'>)[],
  { ways, repeats }: Pass,
): boolean {
  if (!repeats && chosen.some((other) => other.answer.key === answer.key)) return true;
  const sameSentence = chosen.filter((other) => overlaps(other.unit, unit));
  if (sameSentence.length >= ways) return true;
  if (sameSentence.some((other) => other.card.kind === card.kind)) return true;
  const same = chosen.filter((other) => other.card.kind === card.kind && other.answer.key === answer.key);
  return same.length >= SAME_ANSWER[card.kind];
}
