import { VerbatimError } from '../domain/errors.ts';
import { MAX_QUESTION_CHARACTERS } from '../domain/question.ts';
import type { Words } from '../words/words.ts';

/** What was wrong with a question, for who can mend it by asking otherwise. */
export type Mistake =
  { readonly kind: 'empty' | 'unknown-article' } | { readonly kind: 'too-long'; readonly words: string };

/** Undefined for an error that is not the asker's. */
export function describeMistake(words: Words, error: unknown, question: string): Mistake | undefined {
  if (!(error instanceof VerbatimError)) return undefined;
  switch (error.code) {
    case 'question-empty':
      return { kind: 'empty' };
    case 'question-too-long': {
      const [length, most] = [question.trim().length, MAX_QUESTION_CHARACTERS].map(String);
      return {
        kind: 'too-long',
        words: words('conversation.questionTooLong', { length: length ?? '', most: most ?? '' }),
      };
    }
    case 'article-unknown':
      return { kind: 'unknown-article' };
    default:
      return undefined;
  }
}

/** `seconds` until the next question of somebody who asks very often is taken. */
export function describeWait(words: Words, seconds: number): string {
  return words('conversation.wait', { count: Math.max(1, Math.ceil(seconds)) });
}
