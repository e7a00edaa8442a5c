import type { Card } from '../../../domain/card.ts';
import type { Library } from '../../../domain/library.ts';
import { createRandom } from '../../../domain/seeded-random.ts';
import type { Grade, GradeCount, Memory } from '../../../domain/study.ts';
import type { NextCard } from '../../../study/repetition/choose-next.ts';
import { isDue } from '../../../study/repetition/choose-next.ts';
import { dayOf } from '../../../study/repetition/day-of.ts';
import type { ReviewOutcome } from '../../../study/repetition/schedule-review.ts';
import { shortHash } from '../../../text/short-hash.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';
import { smallPrint } from '../../messages/block-markdown.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MessageView } from '../../messages/message-view.ts';
import { askCard, revealCard, tellOrder } from '../show-card.ts';
import type { OpenStudy } from './open-study.ts';
import { refOf, studyId } from './study-ids.ts';

const TWO: readonly Grade[] = ['again', 'good'];

const NAMES = {
  two: {
    again: 'study.gradeAgain',
    hard: 'study.gradeHard',
    good: 'study.gradeKnew',
    easy: 'study.gradeEasy',
  },
  four: {
    again: 'study.gradeAgain',
    hard: 'study.gradeHard',
    good: 'study.gradeGood',
    easy: 'study.gradeEasy',
  },
} as const satisfies Record<string, Record<Grade, PlainWordKey>>;

/** The next card, or that there is none for now. @param notice what was done just before */
export function renderNext(words: Words, next: NextCard, study: OpenStudy, notice?: string): MessageView {
  const notices = notice === undefined ? [] : [notice];
  const undo = study.reviews.length === 0 ? [] : [undoButton(words)];
  if (next.kind === 'done')
    return createView(words, 'neutral', {
      title: words('study.title'),
      notices,
      blocks: [textBlock(doneText(words, next)), ...waiting(words, next, study).map(textBlock)],
      buttons: [...undo, { label: words('study.statsButton'), id: studyId({ act: 'stats' }) }],
    });
  const reviews = next.studied?.memory.reviews ?? 0;
  return createView(words, 'neutral', {
    title: words('study.title'),
    notices,
    blocks: [
      ...askCard(words, next.card, isSwapped(next.card, reviews)),
      textBlock(smallPrint(countText(words, study))),
    ],
    buttons: [
      {
        label: words('study.showButton'),
        id: studyId({ act: 'show', ref: refOf(next.card.id, reviews) }),
        style: 'primary',
      },
      ...undo,
    ],
  });
}

export interface AnswerRequest {
  readonly card: Card;
  readonly memory: Memory | undefined;
  readonly outcomes: readonly ReviewOutcome[];
  readonly grades: GradeCount;
  readonly now: number;
  readonly library: Library;
  readonly asker: string;
}

/** The quotation, a button for each grade with what it brings, and why. */
export function renderAnswer(words: Words, request: AnswerRequest): MessageView {
  const { card, memory, grades, library, asker } = request;
  const scale = grades === 2 ? 'two' : 'four';
  const outcomes = request.outcomes.filter(({ grade }) => grades === 4 || TWO.includes(grade));
  const reviews = memory?.reviews ?? 0;
  const swapped = isSwapped(card, reviews);
  const ref = refOf(card.id, reviews);
  return createView(words, 'neutral', {
    title: words('study.title'),
    blocks: [
      ...askCard(words, card, swapped),
      ...(card.kind === 'order' ? [textBlock(tellOrder(words, card, swapped))] : []),
      ...revealCard(words, card, library, { asker }),
      textBlock(outcomes.map((outcome) => smallPrint(whyText(words, outcome, request, scale))).join('\n')),
    ],
    buttons: outcomes.map(({ grade, interval }) => ({
      label: `${words(NAMES[scale][grade])} · ${intervalText(words, interval)}`,
      id: studyId({ act: 'grade', ref, grade }),
      ...(grade === 'good' && { style: 'primary' as const }),
    })),
  });
}

/** Which of two events stands first is for chance, and another matter each time: nobody shall learn 'the first'. */
function isSwapped({ id, kind }: Card, reviews: number): boolean {
  return kind === 'order' && createRandom(Number.parseInt(shortHash(`${id} ${reviews}`), 36))() < 0.5;
}

/** `4 days`, `10 min`. */
export function intervalText(words: Words, { unit, count }: ReviewOutcome['interval']): string {
  return words(unit === 'days' ? 'study.days' : 'study.minutes', { count });
}

/** In words, since how sure the model is may be no more than a guess. */
function whyText(
  words: Words,
  { grade, reason }: ReviewOutcome,
  { memory, now }: AnswerRequest,
  scale: keyof typeof NAMES,
): string {
  const named = { grade: words(NAMES[scale][grade]) };
  if (reason.kind === 'step') return words('study.whyStep', named);
  const days = memory ? dayOf(now) - dayOf(memory.lastReview) : 0;
  const why =
    reason.kind === 'first' || days === 0
      ? words('study.whyFirst', named)
      : words('study.whyRecall', { ...named, count: days });
  if (reason.moved === 0) return why;
  return `${why} ${words('study.whyMoved', { count: Math.abs(reason.moved) })}`;
}

function countText(words: Words, { studied, cards, now, preferences, reviews }: OpenStudy): string {
  const known = new Set(cards.map(({ id }) => id));
  const due = studied.filter((entry) => known.has(entry.cardId) && isDue(entry, now)).length;
  const begunToday = reviews.filter(({ before, at }) => !before && dayOf(at) === dayOf(now)).length;
  const fresh = cards.length - studied.filter(({ cardId }) => known.has(cardId)).length;
  const left = Math.min(fresh, Math.max(0, preferences.newPerDay - begunToday));
  return `${words('study.due', { count: due })} · ${words('study.newLeft', { count: left })}`;
}

function doneText(words: Words, { nextDue }: NextCard & { readonly kind: 'done' }): string {
  if (nextDue === undefined) return words('study.done');
  return words('study.doneUntil', { moment: `<t:${Math.ceil(nextDue / 1000)}:R>` });
}

function waiting(
  words: Words,
  { newWaiting }: NextCard & { readonly kind: 'done' },
  { resting }: OpenStudy,
): readonly string[] {
  return [
    ...(newWaiting === 0 ? [] : [words('study.newWaiting', { count: newWaiting })]),
    ...(resting === 0 ? [] : [words('study.resting', { count: resting })]),
  ];
}

function undoButton(words: Words): ButtonView {
  return { label: words('study.undoButton'), id: studyId({ act: 'undo' }) };
}
