import { z } from 'zod';
import { CARD_KINDS, TERM_TYPES } from '../../domain/card.ts';
import type { Card, CardPassage, QuotedWords } from '../../domain/card.ts';
import type { KeptQuizPart, QuizGame } from '../../domain/quiz-game.ts';
import { QUIZ_MODES } from '../../domain/quiz.ts';
import type { Quiz, QuizAnswer, QuizOption, QuizRound } from '../../domain/quiz.ts';
import { SPAN } from './exchange-rows.ts';
import { storableText } from './storable-text.ts';
import type { QuizAnswerRow, QuizRow } from './store-tables.ts';

const WORDS: z.ZodType<QuotedWords> = SPAN.unwrap()
  .extend({ articleId: z.string(), paragraph: z.int(), text: z.string() })
  .readonly();

const PASSAGE_FIELDS = {
  quotation: WORDS,
  before: z.string(),
  after: z.string(),
  answer: WORDS,
  blanks: z.array(SPAN).readonly(),
};
const PASSAGE: z.ZodType<CardPassage> = z.object(PASSAGE_FIELDS).readonly();

const CARD: z.ZodType<Card> = z
  .object({
    ...PASSAGE_FIELDS,
    id: z.string(),
    kind: z.enum(CARD_KINDS),
    type: z.enum(TERM_TYPES),
    distractors: z.array(WORDS).readonly(),
    swap: WORDS.exactOptional(),
    later: PASSAGE.exactOptional(),
    question: z.string().exactOptional(),
    worth: z.number(),
  })
  .readonly();

const OPTION: z.ZodType<QuizOption> = z.union([
  z.object({ kind: z.literal('words'), words: WORDS }).readonly(),
  z.object({ kind: z.enum(['true', 'altered', 'first', 'second']) }).readonly(),
]);

const ROUND: z.ZodType<Omit<QuizRound, 'answers'>> = z
  .object({
    card: CARD,
    options: z.array(OPTION).readonly(),
    rightOption: z.int().exactOptional(),
    swapped: z.boolean(),
    askedAt: z.number().exactOptional(),
    revealedAt: z.number().exactOptional(),
  })
  .readonly();

/** Without who its host is and who answered: those have columns of their own. */
const STATE: z.ZodType<
  Omit<Quiz, 'hostId' | 'rounds'> & { readonly rounds: readonly Omit<QuizRound, 'answers'>[] }
> = z
  .object({
    id: z.string(),
    articleId: z.string(),
    mode: z.enum(QUIZ_MODES),
    seconds: z.number(),
    seed: z.number(),
    rounds: z.array(ROUND).readonly(),
    current: z.int(),
    phase: z.enum(['asking', 'revealed', 'over']),
    ending: z.enum(['played', 'stopped', 'deserted', 'gone']).exactOptional(),
    startedAt: z.number(),
  })
  .readonly();

const VERDICT = z.enum(['right', 'near', 'wrong']);

export function toQuizRow({ quiz, serverId, channelId, messages }: QuizGame, isOver: boolean): QuizRow {
  const { hostId, ...state } = quiz;
  const rounds = state.rounds.map((round) => ({ ...round, answers: undefined }));
  return {
    id: quiz.id,
    server_id: serverId,
    channel_id: channelId,
    host_id: hostId,
    article_id: quiz.articleId,
    state: storableText(JSON.stringify({ ...state, rounds })),
    messages: JSON.stringify(messages),
    started_at: new Date(quiz.startedAt).toISOString(),
    is_over: isOver ? 1 : 0,
  };
}

/** @throws ZodError when the row holds what this release has not written */
export function toQuizGame(row: QuizRow, answers: readonly QuizAnswerRow[]): QuizGame {
  const state = STATE.parse(JSON.parse(row.state));
  return {
    serverId: row.server_id,
    channelId: row.channel_id,
    messages: z.array(z.string()).parse(JSON.parse(row.messages)),
    quiz: {
      ...state,
      hostId: row.host_id,
      rounds: state.rounds.map((round, index) => ({
        ...round,
        answers: answers.filter((answer) => answer.round === index).map(toAnswer),
      })),
    },
  };
}

function toAnswer({ person_id, answered_at, verdict, option }: QuizAnswerRow): QuizAnswer {
  return {
    personId: person_id,
    at: Date.parse(answered_at),
    verdict: VERDICT.parse(verdict),
    ...(option !== null && { option }),
  };
}

export function toAnswerRow(quizId: string, round: number, answer: QuizAnswer): QuizAnswerRow {
  return {
    quiz_id: quizId,
    round,
    person_id: answer.personId,
    answered_at: new Date(answer.at).toISOString(),
    verdict: answer.verdict,
    option: answer.option ?? null,
  };
}

export function toKeptAnswer(row: QuizAnswerRow & Pick<QuizRow, 'server_id' | 'article_id'>): KeptQuizPart {
  return {
    quizId: row.quiz_id,
    serverId: row.server_id,
    articleId: row.article_id,
    round: row.round,
    at: Date.parse(row.answered_at),
    verdict: row.verdict,
  };
}
