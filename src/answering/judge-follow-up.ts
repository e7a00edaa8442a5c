import type { Confidence } from '../domain/reply.ts';
import type { Retriever } from '../domain/retriever.ts';
import { answerTypeOf, findCandidates } from './answer-type.ts';

/** What a follow-up asks for by its own words. */
export interface FollowUp {
  /** As it was asked, without the question before. */
  readonly question: string;
  /** The question before: what it names itself is no answer to the next one. */
  readonly context: string;
}

const ASKS_WHY = /\bwhy\b|\bhow come\b|\bfor what reason\b/i;
/** Words that give a reason. */
const REASON =
  /\b(?:because|since|due to|owing to|thanks to|so that|in order to|reasons?|why|as a result|result(?:s|ed)? (?:from|of)|caused?|therefore|hence|for fear|fear of|largely)\b/i;
/** 'In which country was that?': the noun only says what kind of answer is wanted. */
const KIND_NOUN =
  /\b(?:years?|dates?|days?|months?|centur(?:y|ies)|decades?|times?|countr(?:y|ies)|cit(?:y|ies)|places?|regions?|states?|towns?|locations?|percentage|percent|numbers?|many|much|else|come|so|happen(?:ed|s)?|yes|no|ok|okay|really|huh|hm+)\b/gi;

/** Whether it has words that an answer could be measured by; 'and when was that?' has none. */
export function hasOwnWords({ question }: Pick<FollowUp, 'question'>, terms: Retriever['terms']): boolean {
  return terms(question.replace(KIND_NOUN, ' ')).length > 0;
}

/**
 * Whether the sentence has what the follow-up asks for: a date for a *when*, a name for a *who*, a reason for a
 * *why*; undefined where it asks for nothing that could be told by its kind.
 */
export function suppliesKind({ question, context }: FollowUp, sentence: string): boolean | undefined {
  if (ASKS_WHY.test(question)) return REASON.test(sentence);
  const type = answerTypeOf(question);
  if (type === 'other') return undefined;
  const known = `${context} ${question}`.toLowerCase();
  return findCandidates(sentence, type).some(
    ({ start, end }) => !known.includes(sentence.slice(start, end).toLowerCase()),
  );
}

/**
 * The most that an answer to a follow-up may be held for. Without words of its own it is found by the question
 * before, so that its kind is all that speaks for it: never sure, and without a kind no answer.
 */
export function limitFollowUp(
  followUp: FollowUp,
  sentence: string,
  terms: Retriever['terms'],
): Confidence | 'abstain' {
  const supplies = suppliesKind(followUp, sentence);
  if (supplies === false) return 'abstain';
  if (hasOwnWords(followUp, terms)) return 'strong';
  return supplies === true ? 'weak' : 'abstain';
}
