import type { Quiz, QuizEnding, QuizRound } from '../../domain/quiz.ts';

/** How long a revealed round stands before a timed quiz goes on by itself. */
const READING_MS = 12_000;
/** How long a quiz without a limit waits for somebody to press before it goes on by itself. */
const IDLE_MS = 15 * 60_000;
/** Rounds in a row without an answer after which nobody is taken to play. */
const DESERTED_AFTER = 2;

/** When answers to the open round stop counting; undefined without a limit or an open round. */
export function deadlineOf(quiz: Quiz): number | undefined {
  const askedAt = quiz.rounds[quiz.current]?.askedAt;
  if (quiz.phase !== 'asking' || quiz.seconds === 0 || askedAt === undefined) return undefined;
  return askedAt + quiz.seconds * 1000;
}

/** When the quiz goes on by itself unless somebody leads it on before; undefined when it is over. */
export function dueAt(quiz: Quiz): number | undefined {
  const round = quiz.rounds[quiz.current];
  if (quiz.phase === 'over' || !round) return undefined;
  if (quiz.phase === 'revealed') {
    return (round.revealedAt ?? quiz.startedAt) + (quiz.seconds === 0 ? IDLE_MS : READING_MS);
  }
  const last = round.answers.reduce(
    (latest, { at }) => Math.max(latest, at),
    round.askedAt ?? quiz.startedAt,
  );
  return deadlineOf(quiz) ?? last + IDLE_MS;
}

/** Ends the open round: from here on its answers are late. */
export function revealRound(quiz: Quiz, now: number): Quiz {
  if (quiz.phase !== 'asking') return quiz;
  return { ...changeCurrent(quiz, { revealedAt: now }), phase: 'revealed' };
}

/** Asks the round after a revealed one; past the last, or when nobody plays any more, the quiz is over. */
export function nextRound(quiz: Quiz, now: number): Quiz {
  if (quiz.phase !== 'revealed') return quiz;
  if (quiz.current + 1 >= quiz.rounds.length) return finishQuiz(quiz, 'played');
  if (isDeserted(quiz)) return finishQuiz(quiz, 'deserted');
  return { ...changeCurrent({ ...quiz, current: quiz.current + 1 }, { askedAt: now }), phase: 'asking' };
}

export function finishQuiz(quiz: Quiz, ending: QuizEnding): Quiz {
  return quiz.phase === 'over' ? quiz : { ...quiz, phase: 'over', ending };
}

/** What time alone brings: the same quiz while nothing is due, one step further otherwise. */
export function advanceQuiz(quiz: Quiz, now: number): Quiz {
  const due = dueAt(quiz);
  if (due === undefined || now < due) return quiz;
  return quiz.phase === 'asking' ? revealRound(quiz, now) : nextRound(quiz, now);
}

/** After a restart the open round has its whole time again: nobody could press while the bot was away. */
export function resumeQuiz(quiz: Quiz, now: number): Quiz {
  if (quiz.phase === 'over') return quiz;
  return changeCurrent(quiz, quiz.phase === 'asking' ? { askedAt: now } : { revealedAt: now });
}

function isDeserted(quiz: Quiz): boolean {
  const played = quiz.rounds.slice(0, quiz.current + 1).slice(-DESERTED_AFTER);
  return played.length === DESERTED_AFTER && played.every(({ answers }) => answers.length === 0);
}

function changeCurrent(quiz: Quiz, change: Partial<QuizRound>): Quiz {
  return {
    ...quiz,
    rounds: quiz.rounds.map((round, index) => (index === quiz.current ? { ...round, ...change } : round)),
  };
}
