import type { QuizStore } from '../../src/domain/ports/quiz-store.ts';
import type { QuizGame } from '../../src/domain/quiz-game.ts';
import type { QuizAnswer } from '../../src/domain/quiz.ts';

interface Kept {
  readonly game: QuizGame;
  readonly isOver: boolean;
  /** By round. */
  readonly answers: readonly (readonly QuizAnswer[])[];
}

export function createMemoryQuizStore(): QuizStore {
  const kept = new Map<string, Kept>();
  const byId = (id: string) => [...kept.values()].find(({ game }) => game.quiz.id === id);
  const put = (entry: Kept): void => {
    kept.set(entry.game.channelId, entry);
  };
  const whole = ({ game, answers }: Kept): QuizGame => ({
    ...game,
    quiz: {
      ...game.quiz,
      rounds: game.quiz.rounds.map((round, index) => ({ ...round, answers: inOrder(answers[index] ?? []) })),
    },
  });
  return {
    begin(game) {
      const isPlayed = kept.get(game.channelId)?.isOver === false;
      if (!isPlayed) put({ game, isOver: false, answers: [] });
      return Promise.resolve(!isPlayed);
    },
    save(game, isOver) {
      const known = byId(game.quiz.id);
      if (known) {
        const { hostId } = known.game.quiz;
        put({ ...known, game: { ...game, quiz: { ...game.quiz, hostId } }, isOver });
      }
      return Promise.resolve(known !== undefined);
    },
    answer(quizId, round, answer) {
      const known = byId(quizId);
      const given = known?.answers[round] ?? [];
      if (!known || given.some(({ personId }) => personId === answer.personId)) return Promise.resolve(false);
      const answers = known.game.quiz.rounds.map((_, index) =>
        index === round ? [...given, answer] : (known.answers[index] ?? []),
      );
      put({ ...known, answers });
      return Promise.resolve(true);
    },
    inChannel(channelId) {
      const known = kept.get(channelId);
      return Promise.resolve(known && whole(known));
    },
    running: () =>
      Promise.resolve(
        [...kept.values()]
          .filter(({ isOver }) => !isOver)
          .map(whole)
          .sort((a, b) => a.quiz.startedAt - b.quiz.startedAt || a.quiz.id.localeCompare(b.quiz.id)),
      ),
    exportOf: (personId) =>
      Promise.resolve(
        [...kept.values()]
          .flatMap(({ game, answers }) =>
            answers.flatMap((given, round) =>
              given
                .filter((answer) => answer.personId === personId)
                .map(({ at, verdict }) => ({
                  quizId: game.quiz.id,
                  serverId: game.serverId,
                  articleId: game.quiz.articleId,
                  round,
                  at,
                  verdict,
                })),
            ),
          )
          .sort((a, b) => a.at - b.at),
      ),
    removeBefore(moment) {
      const old = [...kept.values()].filter(({ game }) => game.quiz.startedAt < moment);
      for (const { game } of old) kept.delete(game.channelId);
      return Promise.resolve(old.length);
    },
    removeOf(owner) {
      let removed = 0;
      for (const entry of [...kept.values()]) {
        if ('serverId' in owner) {
          if (entry.game.serverId === owner.serverId && kept.delete(entry.game.channelId)) removed += 1;
          continue;
        }
        const { quiz } = entry.game;
        const answers = entry.answers.map((given) =>
          given.filter(({ personId }) => personId !== owner.personId),
        );
        removed += entry.answers.flat().length - answers.flat().length;
        const hostId = quiz.hostId === owner.personId ? '' : quiz.hostId;
        put({ ...entry, answers, game: { ...entry.game, quiz: { ...quiz, hostId } } });
      }
      return Promise.resolve(removed);
    },
  };
}

function inOrder(answers: readonly QuizAnswer[]): readonly QuizAnswer[] {
  return [...answers].sort((a, b) => a.at - b.at || a.personId.localeCompare(b.personId));
}
