import type { CardPassage } from '../../domain/card.ts';
import { frameCard, framePassage } from './card-frame.ts';
import { quoteMention } from './choose-distractors.ts';
import { findEvents, isPrecise } from './find-events.ts';
import type { DatedEvent } from './find-events.ts';
import { beginsOrEnds, leadToEachOther } from './lead-to-each-other.ts';
import type { Material } from './material.ts';
import { describeWorth } from './measure-worth.ts';
import type { Proposal } from './proposal.ts';

/** Two events of which one came first; the proposal's own sentence tells of that one. */
export interface OrderProposal extends Proposal {
  readonly later: Pick<Proposal, 'unit' | 'answer'>;
}

/** An event below this is not worth asking about. */
const LEAST_WORTH = 0.6;

/** Cards that ask which of two dated events came first, the best first; a sentence may stand in several of them. */
export function proposeOrder(material: Material): readonly OrderProposal[] {
  const events = findEvents(material).filter(
    (event) => event.worth.worth >= LEAST_WORTH && !beginsOrEnds(event, material),
  );
  const farthest = farthestOf(material);
  return events
    .flatMap((earlier) =>
      events
        .filter((later) => areApart(earlier, later, farthest) && !leadToEachOther(earlier, later, material))
        .map((later) => propose(earlier, later, material)),
    )
    .sort((a, b) => b.card.worth - a.card.worth || a.unit.start - b.unit.start);
}

/** Years between two events at most: a share of what the article tells of, and at least twelve. */
function farthestOf({ mentions }: Material): number {
  const years = mentions.filter(({ family }) => isPrecise(family)).map(({ value = 0 }) => value);
  return Math.max(SPAN.least, SPAN.share * (Math.max(...years) - Math.min(...years)));
}

const SPAN = { share: 0.35, least: 12 } as const;
/** And whatever the article tells of: of our time people know more. */
const FARTHEST = { since1850: 50, before: 120 } as const;
/** Years between two events at least. */
const NEAREST = { year: 2, dayOrMonth: 0.75 } as const;

/** Dates of one precision, so that none lies within the other, not nearly the same, and not of two ages. */
function areApart(earlier: DatedEvent, later: DatedEvent, farthest: number): boolean {
  if (later.date.family !== earlier.date.family) return false;
  const years = yearsBetween(earlier, later);
  const nearest = later.date.family === 'date:year' ? NEAREST.year : NEAREST.dayOrMonth;
  const known = (later.date.value ?? 0) >= 1850 ? FARTHEST.since1850 : FARTHEST.before;
  return years >= nearest && years <= Math.min(farthest, known);
}

function yearsBetween(earlier: DatedEvent, later: DatedEvent): number {
  return (later.date.value ?? 0) - (earlier.date.value ?? 0);
}

/** How much more a pair of one chapter is worth: what is asked is how its story goes. */
const ONE_STORY = 0.03;
/** How much less a pair is worth for each year in between: the farther, the plainer. */
const A_YEAR = 0.001;

function worthOf(earlier: DatedEvent, later: DatedEvent): number {
  const isOneStory = earlier.unit.sentence.heading === later.unit.sentence.heading;
  const least = Math.min(earlier.worth.worth, later.worth.worth);
  return Math.max(
    0,
    Math.min(1, least + (isOneStory ? ONE_STORY : 0) - A_YEAR * yearsBetween(earlier, later)),
  );
}

function propose(earlier: DatedEvent, later: DatedEvent, { text: { article } }: Material): OrderProposal {
  const { unit, date, blanks } = earlier;
  const second: CardPassage = {
    ...framePassage(article, { quotation: later.unit, answer: quoteMention(later.date, article.id) }),
    blanks: later.blanks,
  };
  const card = {
    ...frameCard(article, {
      kind: 'order',
      quotation: unit,
      answer: quoteMention(date, article.id),
      later: second,
    }),
    type: date.type,
    blanks,
    distractors: [],
    worth: worthOf(earlier, later),
  };
  return {
    card,
    unit,
    answer: date,
    later: { unit: later.unit, answer: later.date },
    reasons: ['asks which came first', ...describeWorth(earlier.worth)],
  };
}
