import { asksForSummary } from '../../conversation/asks-for-summary.ts';
import { describeMistake } from '../../conversation/describe-mistake.ts';
import { rememberReply } from '../../conversation/remember-reply.ts';
import type { RememberedReply } from '../../conversation/remember-reply.ts';
import type { Library } from '../../domain/library.ts';
import { wordMessage } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { renderNoSummary } from './render-outline.ts';
import { renderReply } from './render-reply.ts';
import type { ReplyOptions } from './render-reply.ts';
import { mistakeWord, word, WORDS } from './words.ts';

export interface AskRequest extends ReplyOptions {
  readonly articleId?: string;
  /** Earlier question of a follow-up. */
  readonly context?: string;
}

/** What is shown, and what is worth remembering of it. */
export interface Answered {
  readonly body: MessageView;
  readonly reply?: RememberedReply;
}

/** Asks and renders; a mistake that the asker can mend becomes a plain word, anything else is thrown. */
export async function answerQuestion(
  question: string,
  library: Library,
  request: AskRequest = {},
): Promise<Answered> {
  const { articleId, context, ...options } = request;
  if (asksForSummary(question)) {
    const articles = library.sources().entries.map(({ article }) => article);
    const article = articleId === undefined ? onlyOf(articles) : library.article(articleId);
    if (article) return { body: renderNoSummary(question, article, options) };
    if (articles.length > 0) return { body: wordMessage(WORDS.noSummaryOfAll) };
  }
  try {
    const outcome = await library.ask(question.trim(), {
      ...(articleId !== undefined && { articleId }),
      ...(context !== undefined && { context }),
    });
    return { body: renderReply(outcome, library, options), reply: rememberReply(outcome, library) };
  } catch (error) {
    return { body: wordFor(error, question) };
  }
}

function onlyOf<T>([first, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? first : undefined;
}

function wordFor(error: unknown, question: string): MessageView {
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
