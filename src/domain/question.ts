import { VerbatimError } from './errors.ts';

/** Longer questions are refused; the model sees the first 512 tokens of the rest. */
export const MAX_QUESTION_CHARACTERS = 4000;

/** How far the decision trusts a match; each is a pair of thresholds with measured false-answer rates. */
export const STRICTNESS_LEVELS = ['strict', 'balanced', 'lenient'] as const;
/** From few false answers (strict) to few missed ones (lenient). */
export type Strictness = (typeof STRICTNESS_LEVELS)[number];

/** What narrows a question down or completes it. */
export interface QuestionOptions {
  /** Only this article is asked. */
  readonly articleId?: string;
  /** The question before, which a follow-up such as 'and when was that?' leans on. */
  readonly context?: string;
  /** How sure an answer has to be, where it is not as configured. */
  readonly strictness?: Strictness;
}

/** Trims, and refuses what cannot be asked. @throws VerbatimError question-empty, question-too-long */
export function parseQuestion(raw: string): string {
  const question = raw.trim();
  if (question.length === 0) {
    throw new VerbatimError(
      'question-empty',
      'The question is empty. Ask something, for example: "Who met Kim?"',
    );
  }
  if (question.length > MAX_QUESTION_CHARACTERS) {
    throw new VerbatimError(
      'question-too-long',
      `The question has ${question.length} characters; at most ${MAX_QUESTION_CHARACTERS} are taken. Ask a shorter one.`,
    );
  }
  return question;
}
