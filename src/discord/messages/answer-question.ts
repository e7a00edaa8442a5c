import { describeMistake } from '../../conversation/describe-mistake.ts';
import type { Library } from '../../domain/library.ts';
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
    const mistake = describeMistake(error, question);
    switch (mistake?.kind) {
      case undefined:
        throw error;
      case 'empty':
        return word('emptyMention');
      case 'too-long':
        return mistakeWord(mistake.words);
      case 'unknown-article':
        return word('unknownArticle');
    }
  }
}
