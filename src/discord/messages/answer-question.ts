import { asksForSummary } from '../../conversation/asks-for-summary.ts';
import { describeMistake } from '../../conversation/describe-mistake.ts';
import { rememberReply } from '../../conversation/remember-reply.ts';
import type { RememberedReply } from '../../conversation/remember-reply.ts';
import type { Library } from '../../domain/library.ts';
import type { Words } from '../../words/words.ts';
import { word, wordMessage } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { renderNoSummary } from './render-outline.ts';
import { renderReply } from './render-reply.ts';
import type { ReplyOptions } from './render-reply.ts';
import { mistakeWord } from './words.ts';

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
  words: Words,
  question: string,
  library: Library,
  request: AskRequest = {},
): Promise<Answered> {
  const { articleId, context, ...options } = request;
  if (asksForSummary(question)) {
    const articles = library.sources().entries.map(({ article }) => article);
    const article = articleId === undefined ? onlyOf(articles) : library.article(articleId);
    if (article) return { body: renderNoSummary(words, question, article, options) };
    if (articles.length > 0) return { body: word(words, 'sources.noSummaryOfAll') };
  }
  try {
    const outcome = await library.ask(question.trim(), {
      ...(articleId !== undefined && { articleId }),
      ...(context !== undefined && { context }),
    });
    return { body: renderReply(words, outcome, library, options), reply: rememberReply(outcome, library) };
  } catch (error) {
    return { body: wordFor(words, error, question) };
  }
}

function onlyOf<T>([first, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? first : undefined;
}

function wordFor(words: Words, error: unknown, question: string): MessageView {
  const mistake = describeMistake(words, error, question);
  switch (mistake?.kind) {
    case undefined:
      throw error;
    case 'empty':
      return wordMessage(words, words('discord.emptyMention', { bot: '@me ' }));
    case 'too-long':
      return mistakeWord(words, mistake.words);
    case 'unknown-article':
      return word(words, 'discord.unknownArticle');
  }
}
