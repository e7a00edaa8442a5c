import type { KeptQuizAnswer, QuizGame } from '../quiz-game.ts';
import type { QuizAnswer } from '../quiz.ts';

/** Whose part in quizzes: a person's (their answers, and that they were the host), or all of a server. */
export type QuizOwner = { readonly personId: string } | { readonly serverId: string };

/** The last quiz of every channel. Every method rejects when the store cannot be used just now. */
export interface QuizStore {
  /** In place of the last one of that channel. @returns false when one is being played there */
  begin(game: QuizGame): Promise<boolean>;
  /**
   * Keeps where it is, whole or not at all; its answers are kept by `answer` alone.
   * @param isOver whether its end was told, so that another may begin
   * @returns false when it is not there any more
   */
  save(game: QuizGame, isOver: boolean): Promise<boolean>;
  /** @returns false when the person has answered that round already, or the quiz is not there any more */
  answer(quizId: string, round: number, answer: QuizAnswer): Promise<boolean>;
  /** The quiz that is played in that channel, or was played there last, with its answers in their order. */
  inChannel(channelId: string): Promise<QuizGame | undefined>;
  /** Those whose end was not told yet, oldest first. */
  running(): Promise<readonly QuizGame[]>;
  /** A person's answers, oldest first. */
  exportOf(personId: string): Promise<readonly KeptQuizAnswer[]>;
  /** Those begun before that moment, in milliseconds since 1970. @returns how many were removed */
  removeBefore(moment: number): Promise<number>;
  /** A host's quizzes are played on without one. @returns how many answers, and quizzes of the server, were removed */
  removeOf(owner: QuizOwner): Promise<number>;
}
