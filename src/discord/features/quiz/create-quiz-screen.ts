import type { Library } from '../../../domain/library.ts';
import type { QuizGame } from '../../../domain/quiz-game.ts';
import { finishQuiz } from '../../../study/quiz/run-quiz.ts';
import type { Words } from '../../../words/words.ts';
import { describeError } from '../../classify-error.ts';
import { createLanes } from '../../lanes.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { createThrottle } from '../../throttle.ts';
import { COUNT_EVERY } from '../screen-parts.ts';
import type { ScreenParts } from '../screen-parts.ts';
import { cardStands } from '../show-card.ts';
import { renderClosed, renderReveal, renderRound } from './render-round.ts';
import { renderEnd } from './render-scores.ts';

/** What is known of the games, and how a change of one is kept. */
export interface GameAccess {
  readonly find: (channelId: string) => Promise<QuizGame | undefined>;
  readonly update: (
    place: { readonly channelId: string; readonly quizId?: string },
    change: (game: QuizGame) => QuizGame,
    isOver?: boolean,
  ) => Promise<unknown>;
}

export interface QuizScreen {
  /** Makes the channel show where its quiz is. @returns false when Discord does not let its round stand there */
  show(channelId: string): Promise<boolean>;
  /** Shows soon how many have answered, at most once a second. */
  count(channelId: string): void;
  close(): Promise<void>;
}

/** One message at a time in a channel, always from what was kept: shown twice, it stays the same. */
export function createQuizScreen(parts: ScreenParts, { find, update }: GameAccess): QuizScreen {
  const { channels, libraryFor, wordsIn, layOut, time, log } = parts;
  const lanes = createLanes();
  /** What stands there, so that nothing is sent twice for nothing. */
  const shown = new Map<string, string>();
  const counting = createThrottle(time, COUNT_EVERY, (channelId) =>
    lanes
      .run(channelId, () => showNow(channelId))
      .catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'a quiz could not be counted');
      }),
  );

  async function showNow(channelId: string): Promise<boolean> {
    const found = await find(channelId);
    if (!found) return true;
    const library = libraryFor({ servers: [found.serverId] });
    const words = await wordsIn(found.serverId);
    let game = found;
    if (game.quiz.phase !== 'over' && !currentStands(game, library)) game = await end(game);
    if (shown.get(channelId) === stateOf(game)) return true;
    const isThere = await showRound(game, { library, words });
    if (!isThere && game.quiz.phase !== 'over') {
      await update({ channelId, quizId: game.quiz.id }, closed, true);
      return false;
    }
    if (game.quiz.phase === 'over') await showEnd(game, words);
    shown.set(channelId, stateOf(game));
    return true;
  }

  /** Its article is not what it was: the quiz is over. */
  async function end(game: QuizGame): Promise<QuizGame> {
    const quiz = finishQuiz(game.quiz, 'gone');
    await update({ channelId: game.channelId, quizId: game.quiz.id }, (kept) => ({ ...kept, quiz }));
    return { ...game, quiz };
  }

  const closed = (game: QuizGame): QuizGame => ({ ...game, quiz: finishQuiz(game.quiz, 'stopped') });

  async function showRound(
    game: QuizGame,
    { library, words }: { readonly library: Library; readonly words: Words },
  ): Promise<boolean> {
    const { quiz, channelId, messages } = game;
    await settlePrevious(game, { library, words });
    const view = await layOut(viewOf(game, { library, words }), game.serverId);
    const nonce = nonceOf(game, quiz.current);
    const known = messages[quiz.current] ?? '';
    // Only a process before this one can have posted what is not known of.
    const lost = known === '' && !shown.has(channelId);
    const messageId = lost ? await channels.findPosted(channelId, { nonce }) : known;
    if (messageId !== undefined && messageId !== '') {
      await channels.edit({ channelId, messageId }, view, log);
      if (known === '') await keepMessage(game, messageId);
      return true;
    }
    // A round that was never seen need not be closed.
    if (quiz.phase === 'over') return true;
    const sent = await channels.post(channelId, view, { nonce }, log);
    if ('failure' in sent) return false;
    await keepMessage(game, sent.id);
    return true;
  }

  /** Takes the button away from the round before. */
  async function settlePrevious(
    { quiz, channelId, serverId, messages }: QuizGame,
    { library, words }: { readonly library: Library; readonly words: Words },
  ): Promise<void> {
    const index = quiz.current - 1;
    const round = quiz.rounds[index];
    const messageId = messages[index] ?? '';
    const isFirstLook = (messages[quiz.current] ?? '') === '';
    if (!round || messageId === '' || !isFirstLook || !cardStands(round.card, library)) return;
    const past = { ...quiz, current: index, phase: 'over' as const };
    const view = await layOut(renderReveal(words, { quiz: past, round, library }), serverId);
    await channels.edit({ channelId, messageId }, view, log);
  }

  async function keepMessage({ channelId, quiz }: QuizGame, messageId: string): Promise<void> {
    const index = quiz.current;
    await update({ channelId, quizId: quiz.id }, (game) => ({
      ...game,
      messages: game.quiz.rounds.map((_, round) =>
        round === index ? messageId : (game.messages[round] ?? ''),
      ),
    }));
  }

  /** Once it was told, another quiz may begin there. */
  async function showEnd(game: QuizGame, words: Words): Promise<void> {
    const { channelId, serverId, quiz } = game;
    const nonce = nonceOf(game, 'end');
    const posted = await channels.findPosted(channelId, { nonce });
    if (posted === undefined) {
      const view = await layOut(renderEnd(words, quiz), serverId);
      await channels.post(channelId, view, { nonce }, log);
    }
    await update({ channelId, quizId: quiz.id }, (kept) => kept, true);
  }

  return {
    show: (channelId) => lanes.run(channelId, () => showNow(channelId)),
    count: (channelId) => {
      counting.soon(channelId);
    },
    async close() {
      counting.close();
      await lanes.settled();
    },
  };
}

function currentStands({ quiz }: QuizGame, library: Library): boolean {
  const round = quiz.rounds[quiz.current];
  return round !== undefined && cardStands(round.card, library);
}

function viewOf(
  { quiz }: QuizGame,
  { library, words }: { readonly library: Library; readonly words: Words },
): MessageView {
  const round = quiz.rounds[quiz.current];
  if (!round || !cardStands(round.card, library)) return renderClosed(words, quiz);
  if (quiz.phase === 'asking') return renderRound(words, quiz, round);
  return round.revealedAt === undefined
    ? renderClosed(words, quiz)
    : renderReveal(words, { quiz, round, library });
}

/** Discord: at most 25 characters. */
function nonceOf({ quiz }: QuizGame, round: number | 'end'): string {
  return `quiz-${quiz.id}-${round}`;
}

function stateOf({ quiz: { id, phase, current, rounds } }: QuizGame): string {
  const round = rounds[current];
  return [id, phase, current, round?.answers.length, round?.askedAt].join(' ');
}
