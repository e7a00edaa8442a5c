import type { Quiz } from './quiz.ts';

/** A quiz where it is played, with what is known of its messages. */
export interface QuizGame {
  readonly quiz: Quiz;
  readonly serverId: string;
  readonly channelId: string;
  /** Ids of the messages of the rounds, by round; empty for one whose message is not known yet. */
  readonly messages: readonly string[];
}

/** An answer of a person in a quiz, for whoever wants to see what is kept of them. */
export interface KeptQuizAnswer {
  readonly quizId: string;
  readonly serverId: string;
  readonly articleId: string;
  /** Index of the round. */
  readonly round: number;
  readonly at: number;
  readonly verdict: string;
}
