import { VerbatimError } from '../../domain/errors.ts';
import type { Library } from '../../domain/library.ts';
import { MAX_QUESTION_CHARACTERS } from '../../domain/question.ts';
import type { MessageBody } from './message-body.ts';
import { renderReply } from './render-reply.ts';
import type { ReplyOptions } from './render-reply.ts';
import { mistakeWord, word } from './words.ts';

export interface AskRequest extends ReplyOptions {
  readonly articleId?: string;
  /** Earlier question of a follow-up. */
  readonly context?: string;
}

/** Asks and renders; a mistake that the asker can mend becomes a plain word, anything else is thrown. */
export async function answerQuestion(
  question: string,
  library: Library,
  request: AskRequest = {},
): Promise<MessageBody> {
  const { articleId, context, asker } = request;
  try {
    const outcome = await library.ask(question.trim(), {
      ...(articleId !== undefined && { articleId }),
      ...(context !== undefined && { context }),
    });
    return renderReply(outcome, library, asker === undefined ? {} : { asker });
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    if (error.code === 'question-empty') return word('emptyMention');
    if (error.code === 'question-too-long') {
      return mistakeWord(
        `That question has ${question.trim().length} characters; I take at most ${MAX_QUESTION_CHARACTERS}. Please ask a shorter one.`,
      );
    }
    if (error.code === 'article-unknown')
      return mistakeWord('That article is not there any more. /sources lists those that I have.');
    throw error;
  }
}
