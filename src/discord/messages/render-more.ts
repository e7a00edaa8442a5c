import { NEAREST_LEAD, MORE_LEAD } from '../../conversation/describe-reply.ts';
import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { shownExcerpts } from '../../domain/reply.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { renderExcerpts } from './render-excerpt.ts';
import { SHOWN } from './render-reply.ts';
import { word } from './words.ts';

/** What an answer kept back: its further quotations, or the passages nearest to a question without an answer. */
export function renderMore(
  exchange: Exchange | undefined,
  library: Library,
  asker: string | undefined,
): MessageView {
  if (!exchange) return word('exchangeForgotten');
  const recalled = recallReply(exchange, library);
  if (!recalled) return word('gone');
  const { reply } = recalled;
  const isAnswer = reply.kind === 'answer';
  const rest = shownExcerpts(reply).slice(isAnswer ? SHOWN[reply.confidence] : 0);
  if (rest.length === 0) return word('gone');
  return createView(isAnswer ? 'neutral' : 'silent', {
    title: exchange.question,
    blocks: [
      textBlock(isAnswer ? MORE_LEAD : NEAREST_LEAD),
      ...renderExcerpts(rest, library, { room: 600, neighbourRoom: 160, isNumbered: true, asker }),
    ],
  });
}
