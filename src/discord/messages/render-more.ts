import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { shownExcerpts } from '../../domain/reply.ts';
import type { Words } from '../../words/words.ts';
import { createView, textBlock, word } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { renderExcerpts } from './render-excerpt.ts';
import { SHOWN } from './render-reply.ts';

/** What an answer kept back: its further quotations, or the passages nearest to a question without an answer. */
export function renderMore(
  words: Words,
  exchange: Exchange | undefined,
  library: Library,
  asker: string | undefined,
): MessageView {
  if (!exchange) return word(words, 'conversation.exchangeForgotten');
  const recalled = recallReply(exchange, library);
  if (!recalled) return word(words, 'conversation.gone');
  const { reply } = recalled;
  const isAnswer = reply.kind === 'answer';
  const rest = shownExcerpts(reply).slice(isAnswer ? SHOWN[reply.confidence] : 0);
  if (rest.length === 0) return word(words, 'conversation.gone');
  return createView(words, isAnswer ? 'neutral' : 'silent', {
    title: exchange.question,
    blocks: [
      textBlock(words(isAnswer ? 'answer.more' : 'answer.nearest')),
      ...renderExcerpts(words, rest, library, { room: 600, neighbourRoom: 160, isNumbered: true, asker }),
    ],
  });
}
