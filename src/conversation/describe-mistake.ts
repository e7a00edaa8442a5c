import { VerbatimError } from '../domain/errors.ts';
import { MAX_QUESTION_CHARACTERS } from '../domain/question.ts';
import { countNoun } from '../text/count-noun.ts';
import { WORDS } from './words.ts';

/** What was wrong with a question, for who can mend it by asking otherwise. */
export type Mistake =
  { readonly kind: 'empty' } | { readonly kind: 'too-long' | 'unknown-article'; readonly words: string };

/** Undefined for an error that is not the asker's. */
export function describeMistake(error: unknown, question: string): Mistake | undefined {
  if (!(error instanceof VerbatimError)) return undefined;
  switch (error.code) {
    case 'question-empty':
      return { kind: 'empty' };
    case 'question-too-long':
      return {
        kind: 'too-long',
        words: `That question has ${question.trim().length} characters; I take at most ${MAX_QUESTION_CHARACTERS}. Please ask a shorter one.`,
      };
    case 'article-unknown':
      return { kind: 'unknown-article', words: WORDS.unknownArticle };
    default:
      return undefined;
  }
}

/** `seconds` until the next question of somebody who asks very often is taken. */
export function describeWait(seconds: number): string {
  const wait = Math.max(1, Math.ceil(seconds));
  return `That was quick. I take your next question in ${countNoun(wait, 'second')}.`;
}
