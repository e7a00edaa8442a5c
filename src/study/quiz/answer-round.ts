import type { Quiz, QuizAnswer, QuizRound, Verdict } from '../../domain/quiz.ts';
import { deadlineOf } from './run-quiz.ts';

/** What somebody gave for a round: an option that was pressed, or the verdict on what was typed. */
export type GivenAnswer = { readonly option: number } | { readonly verdict: Verdict };

export interface AnswerAttempt {
  readonly personId: string;
  /** Index of the round that the press was for: an old message may still show its buttons. */
  readonly round: number;
  /** When it was pressed, which may be a moment before it arrives. */
  readonly at: number;
  readonly given: GivenAnswer;
}

/** `unknown`: no such round or option, as a forged press may ask for. */
export type AnswerOutcome =
  | { readonly kind: 'taken'; readonly verdict: Verdict }
  | { readonly kind: 'already' }
  | { readonly kind: 'late' }
  | { readonly kind: 'unknown' };

/** Whether an answer to the round can be taken from this person now; without one, what to say instead. */
export function refuseAnswer(
  quiz: Quiz,
  { personId, round, at }: Pick<AnswerAttempt, 'personId' | 'round' | 'at'>,
): Exclude<AnswerOutcome, { kind: 'taken' }> | undefined {
  const asked = quiz.rounds[round];
  if (!asked || round > quiz.current) return { kind: 'unknown' };
  if (asked.answers.some((answer) => answer.personId === personId)) return { kind: 'already' };
  const deadline = deadlineOf(quiz);
  const isOpen = round === quiz.current && quiz.phase === 'asking';
  return isOpen && (deadline === undefined || at < deadline) ? undefined : { kind: 'late' };
}

/** The quiz with the answer in it, or as it was where the answer cannot be taken. */
export function answerRound(
  quiz: Quiz,
  attempt: AnswerAttempt,
): { readonly quiz: Quiz; readonly outcome: AnswerOutcome } {
  const refusal = refuseAnswer(quiz, attempt);
  const round = quiz.rounds[attempt.round];
  if (refusal || !round) return { quiz, outcome: refusal ?? { kind: 'unknown' } };
  const verdict = judge(round, attempt.given);
  if (!verdict) return { quiz, outcome: { kind: 'unknown' } };
  const answer: QuizAnswer = {
    personId: attempt.personId,
    at: attempt.at,
    verdict,
    ...('option' in attempt.given ? { option: attempt.given.option } : {}),
  };
  const rounds = quiz.rounds.with(attempt.round, { ...round, answers: [...round.answers, answer] });
  return { quiz: { ...quiz, rounds }, outcome: { kind: 'taken', verdict } };
}

function judge(round: QuizRound, given: GivenAnswer): Verdict | undefined {
  const typed = round.options.length === 0;
  if ('verdict' in given) return typed ? given.verdict : undefined;
  if (typed || !round.options[given.option]) return undefined;
  return given.option === round.rightOption ? 'right' : 'wrong';
}
