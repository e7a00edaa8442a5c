import { openPractice } from '../src/app/open-practice.ts';
import { drawPng } from '../src/adapters/draw-png.ts';
import { renderReveal, renderRound } from '../src/discord/features/quiz/render-round.ts';
import { renderEnd } from '../src/discord/features/quiz/render-scores.ts';
import { renderStats } from '../src/discord/features/study/render-stats.ts';
import type { Library } from '../src/domain/library.ts';
import type { Quiz, QuizRound } from '../src/domain/quiz.ts';
import { answerRound } from '../src/study/quiz/answer-round.ts';
import { chooseRounds } from '../src/study/quiz/choose-rounds.ts';
import { revealRound, finishQuiz } from '../src/study/quiz/run-quiz.ts';
import { startQuiz } from '../src/study/quiz/start-quiz.ts';
import { wordsIn } from '../src/words/words.ts';
import type { Picture } from './picture.ts';

const words = wordsIn('en');
const NOW = Date.UTC(2026, 2, 2, 10);
const SEED = 4;

const always = () => true;

/** A quiz of three rounds whose first two people have answered, one of them rightly. */
async function playQuiz(library: Library): Promise<{ readonly quiz: Quiz; readonly round: QuizRound }> {
  const [entry] = library.sources().entries;
  if (!entry) throw new Error('There is no article to ask about.');
  const { id } = entry.article;
  const cards = (await openPractice('corpus/demo').cardsOf(library, id)).filter(
    ({ kind }) => kind === 'cloze',
  );
  const chosen = chooseRounds(cards, { count: 3, mode: 'choice', seed: SEED });
  const frame = {
    id: '0123456789',
    hostId: '4',
    articleId: id,
    mode: 'choice',
    seconds: 30,
    seed: SEED,
  } as const;
  const quiz = [0, 1, 2].reduce(
    (asked, person) => {
      const right = asked.rounds[0]?.rightOption ?? 0;
      const option = person < 2 ? right : (right + 1) % 4;
      return answerRound(asked, { personId: String(4 + person), round: 0, at: NOW + 1, given: { option } })
        .quiz;
    },
    startQuiz(frame, chosen, NOW),
  );
  const [round] = quiz.rounds;
  if (!round) throw new Error('The quiz has no round.');
  return { quiz, round };
}

/** A round of a quiz, its reveal, the end, and the chart of practice. */
export const PRACTICE_PICTURES: readonly Picture[] = [
  {
    name: 'quiz-round',
    render: async (_subject, library) => {
      const { quiz, round } = await playQuiz(library);
      return renderRound(words, quiz, round);
    },
    subjects: [''],
    shows: always,
  },
  {
    name: 'quiz-reveal',
    render: async (_subject, library) => {
      const { quiz, round } = await playQuiz(library);
      return renderReveal(words, { quiz: revealRound(quiz, NOW), round, library });
    },
    subjects: [''],
    shows: always,
  },
  {
    name: 'quiz-scores',
    render: async (_subject, library) =>
      renderEnd(words, finishQuiz(revealRound((await playQuiz(library)).quiz, NOW), 'played')),
    subjects: [''],
    shows: always,
  },
  {
    name: 'study-stats',
    render: () =>
      renderStats(words, {
        stats: {
          dueNow: 4,
          thisWeek: 22,
          nextWeek: 13,
          begun: 41,
          learnt: 33,
          retention: { known: 58, asked: 63 },
          forecast: [4, 2, 5, 3, 1, 6, 1, 2, 0, 3, 4, 1, 1, 2],
        },
        preferences: { newPerDay: 10 },
        now: NOW,
        drawPng,
      }),
    subjects: [''],
    shows: always,
  },
];
