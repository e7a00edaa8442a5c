import type { Quiz, QuizScore } from '../../../domain/quiz.ts';
import { missedCards, scoreQuiz } from '../../../study/quiz/score-quiz.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { namePeople } from './name-people.ts';
import { quizId } from './quiz-ids.ts';

/** Places that are listed. */
const PLACES = 10;

const ENDINGS = {
  played: 'quiz.endPlayed',
  stopped: 'quiz.endStopped',
  deserted: 'quiz.endDeserted',
  gone: 'quiz.endGone',
} as const satisfies Record<NonNullable<Quiz['ending']>, PlainWordKey>;

/** How a quiz ended, the scores, and a button that asks again what was missed. */
export function renderEnd(words: Words, quiz: Quiz): MessageView {
  const { ending = 'played' } = quiz;
  const canAskAgain = ending !== 'gone' && missedCards(quiz).length > 0;
  return createView(words, 'neutral', {
    title: words('quiz.overTitle'),
    blocks: [textBlock(words(ENDINGS[ending])), textBlock(listScores(words, quiz))],
    buttons: canAskAgain
      ? [{ label: words('quiz.againButton'), id: quizId({ act: 'again', quizId: quiz.id }) }]
      : [],
  });
}

/** For whoever asks in between, or afterwards. */
export function renderScores(words: Words, quiz: Quiz): MessageView {
  return createView(words, 'neutral', {
    title: words(quiz.phase === 'over' ? 'quiz.overTitle' : 'quiz.scoresTitle'),
    blocks: [textBlock(listScores(words, quiz))],
  });
}

/** A line a place; those who share it stand together. */
function listScores(words: Words, quiz: Quiz): string {
  const places = new Map<number, QuizScore[]>();
  for (const score of scoreQuiz(quiz)) places.set(score.place, [...(places.get(score.place) ?? []), score]);
  if (places.size === 0) return words('quiz.nobody');
  return [...places]
    .slice(0, PLACES)
    .map(([place, scores]) => {
      const names = namePeople(
        words,
        scores.map(({ personId }) => personId),
      );
      // The point behind a number at the start of a line would make a list of it.
      return words('quiz.score', { place: `${place}\u2060`, names, count: scores[0]?.right ?? 0 });
    })
    .join('\n');
}
