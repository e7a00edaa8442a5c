import type { QuizGame } from '../../../domain/quiz-game.ts';
import type { AnswerAttempt, AnswerOutcome } from '../../../study/quiz/answer-round.ts';

/** Where the quiz is that a press belongs to: an old message may still show the buttons of another. */
export interface QuizPlace {
  readonly channelId: string;
  readonly quizId: string;
}

/** Leads the quizzes of all channels. What it says is kept before it is shown, so that a restart goes on with it. */
export interface QuizMaster {
  /** @returns `busy` when one is being played there, `unposted` when Discord did not let the first round be posted */
  begin(game: QuizGame): Promise<'begun' | 'busy' | 'unposted' | 'failed'>;
  /** The quiz that is played there, or was played there last. */
  find(channelId: string): Promise<QuizGame | undefined>;
  answer(place: QuizPlace, attempt: Omit<AnswerAttempt, 'at'>): Promise<AnswerOutcome | { kind: 'failed' }>;
  /** Reveals that round, or goes on after it; nothing happens when the quiz is elsewhere already. */
  lead(place: QuizPlace, round: number, step: 'reveal' | 'next'): Promise<void>;
  /** @returns false when it could not be kept */
  stop(place: QuizPlace): Promise<boolean>;
  /** Goes on with what was played when the process ended. */
  resume(): Promise<void>;
  /** Lets go of all timers; what is being posted is finished. */
  close(): Promise<void>;
}
