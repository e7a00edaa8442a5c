import type { StoreGuard } from '../../../conversation/store-guard.ts';
import type { QuizGame } from '../../../domain/quiz-game.ts';
import { answerRound, refuseAnswer } from '../../../study/quiz/answer-round.ts';
import {
  advanceQuiz,
  dueAt,
  finishQuiz,
  nextRound,
  resumeQuiz,
  revealRound,
} from '../../../study/quiz/run-quiz.ts';
import { describeError } from '../../classify-error.ts';
import { createLanes } from '../../lanes.ts';
import type { ScreenParts } from '../screen-parts.ts';
import { createQuizScreen } from './create-quiz-screen.ts';
import type { QuizMaster } from './quiz-master.ts';

export interface QuizParts extends ScreenParts {
  readonly guard: StoreGuard;
}

/** Milliseconds until a step is tried once more that the store did not take. */
const RETRY = 5_000;

/** The state is the store's alone: each step reads it, and what is shown follows what was kept. */
export function createQuizMaster(parts: QuizParts): QuizMaster {
  const { guard, time, log } = parts;
  let isClosed = false;
  /** One step at a time in a channel. */
  const turns = createLanes();
  const alarms = new Map<string, () => void>();
  const screen = createQuizScreen(parts, { find, update });

  const look = (channelId: string) =>
    guard.read(({ quizzes }) => quizzes.inChannel(channelId), 'failed' as const);

  async function find(channelId: string): Promise<QuizGame | undefined> {
    const game = await look(channelId);
    return game === 'failed' ? undefined : game;
  }

  /** @returns what was kept; undefined when nothing was changed, 'failed' when it could not be kept */
  function update(
    { channelId, quizId }: { readonly channelId: string; readonly quizId?: string },
    change: (game: QuizGame) => QuizGame,
    isOver = false,
  ): Promise<QuizGame | 'failed' | undefined> {
    return turns.run(channelId, async () => {
      const game = await look(channelId);
      if (game === undefined || game === 'failed') return game;
      if (quizId !== undefined && game.quiz.id !== quizId) return undefined;
      const changed = change(game);
      if (changed === game && !isOver) return undefined;
      const isKept = await guard.write(({ quizzes }) => quizzes.save(changed, isOver), 'failed' as const);
      if (isKept === 'failed') return isKept;
      return isKept ? changed : undefined;
    });
  }

  /** Takes a step, shows it, and waits for the next; one that cannot be kept is tried again. */
  async function go(channelId: string, change: (game: QuizGame) => QuizGame): Promise<void> {
    const changed = await update({ channelId }, change);
    if (changed === 'failed') {
      setAlarm(channelId, RETRY);
      return;
    }
    if (changed) await screen.show(channelId);
    await wait(channelId);
  }

  const withQuiz =
    (step: (quiz: QuizGame['quiz']) => QuizGame['quiz']) =>
    (game: QuizGame): QuizGame => {
      const quiz = step(game.quiz);
      return quiz === game.quiz ? game : { ...game, quiz };
    };

  async function wait(channelId: string): Promise<void> {
    const game = await look(channelId);
    if (game === 'failed') {
      setAlarm(channelId, RETRY);
      return;
    }
    const due = game && dueAt(game.quiz);
    if (due === undefined) alarms.get(channelId)?.();
    else setAlarm(channelId, due - time.now());
  }

  function setAlarm(channelId: string, milliseconds: number): void {
    alarms.get(channelId)?.();
    if (isClosed) return;
    const advance = withQuiz((quiz) => advanceQuiz(quiz, time.now()));
    alarms.set(
      channelId,
      time.after(milliseconds, () => {
        void go(channelId, advance).catch(tellLog);
      }),
    );
  }

  function tellLog(error: unknown): void {
    log.error({ error: describeError(error) }, 'a quiz could not go on');
  }

  return {
    find,
    async begin(game) {
      const isBegun = await guard.write(({ quizzes }) => quizzes.begin(game), 'failed' as const);
      if (isBegun === 'failed') return 'failed';
      if (!isBegun) return 'busy';
      const isShown = await screen.show(game.channelId);
      if (!isShown) return 'unposted';
      await wait(game.channelId);
      return 'begun';
    },
    async answer({ channelId, quizId }, given) {
      const attempt = { ...given, at: time.now() };
      const outcome = await turns.run(channelId, async () => {
        const game = await look(channelId);
        if (game === 'failed') return { kind: 'failed' } as const;
        if (game?.quiz.id !== quizId) return { kind: 'unknown' } as const;
        const refusal = refuseAnswer(game.quiz, attempt);
        if (refusal) return refusal;
        const { quiz, outcome: result } = answerRound(game.quiz, attempt);
        const answer = quiz.rounds[attempt.round]?.answers.at(-1);
        if (result.kind !== 'taken' || !answer) return result;
        const kept = await guard.write(
          ({ quizzes }) => quizzes.answer(quizId, attempt.round, answer),
          'failed' as const,
        );
        if (kept === 'failed') return { kind: 'failed' } as const;
        return kept ? result : ({ kind: 'already' } as const);
      });
      if (outcome.kind === 'taken') {
        screen.count(channelId);
        // Without a limit each answer puts off the end.
        await wait(channelId);
      }
      return outcome;
    },
    async lead({ channelId, quizId }, round, step) {
      const change = (game: QuizGame): QuizGame =>
        game.quiz.id !== quizId || game.quiz.current !== round
          ? game
          : withQuiz((quiz) => (step === 'reveal' ? revealRound : nextRound)(quiz, time.now()))(game);
      await go(channelId, change).catch(tellLog);
    },
    async stop({ channelId, quizId }) {
      const stopped = await update(
        { channelId, quizId },
        withQuiz((quiz) => finishQuiz(revealRound(quiz, time.now()), 'stopped')),
      );
      if (stopped === 'failed') return false;
      await screen.show(channelId);
      await wait(channelId);
      return true;
    },
    async resume() {
      const games = await guard.read(({ quizzes }) => quizzes.running(), []);
      for (const { channelId } of games) {
        await update(
          { channelId },
          withQuiz((quiz) => resumeQuiz(quiz, time.now())),
        );
        await screen.show(channelId);
        await wait(channelId);
      }
    },
    async close() {
      isClosed = true;
      for (const cancel of alarms.values()) cancel();
      await screen.close();
    },
  };
}
