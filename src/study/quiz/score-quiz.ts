import type { Card } from '../../domain/card.ts';
import type { Quiz, QuizRound, QuizScore } from '../../domain/quiz.ts';

/** The standings, best first; among equals in the order in which they joined. Points count once their round is revealed. */
export function scoreQuiz(quiz: Quiz): readonly QuizScore[] {
  const answers = revealedRounds(quiz).flatMap((round) => round.answers);
  const people = [...new Set(answers.map(({ personId }) => personId))];
  const scores = people.map((personId) => {
    const own = answers.filter((answer) => answer.personId === personId);
    return {
      personId,
      right: own.filter(({ verdict }) => verdict === 'right').length,
      near: own.filter(({ verdict }) => verdict === 'near').length,
      answered: own.length,
    };
  });
  return scores
    .map((score) => ({ ...score, place: 1 + scores.filter(({ right }) => right > score.right).length }))
    .sort((a, b) => a.place - b.place);
}

/** Cards that somebody who answered missed, or that nobody answered, in the order in which they were asked. */
export function missedCards(quiz: Quiz): readonly Card[] {
  return revealedRounds(quiz)
    .filter(({ answers }) => answers.length === 0 || answers.some(({ verdict }) => verdict !== 'right'))
    .map(({ card }) => card);
}

function revealedRounds(quiz: Quiz): readonly QuizRound[] {
  return quiz.rounds.filter(({ revealedAt }) => revealedAt !== undefined);
}
