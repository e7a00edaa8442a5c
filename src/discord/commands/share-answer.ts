import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { smallPrint } from '../messages/block-markdown.ts';
import { withNotice, word } from '../messages/message-view.ts';
import { renderReply } from '../messages/render-reply.ts';
import type { Voices } from '../choose-words.ts';
import type { Plan } from './plan.ts';

interface Sharing {
  readonly library: Library;
  /** Of who asked, and shares. */
  readonly asker: string;
  readonly name: string | undefined;
}

/** The private answer for everybody, with the name of who shares it, while every quotation in it still stands. */
export function shareAnswer(
  { asker: words, everyone }: Voices,
  exchange: Exchange | undefined,
  { library, asker, name }: Sharing,
): Plan {
  if (!exchange) return { kind: 'now', private: true, body: word(words, 'conversation.exchangeForgotten') };
  const recalled = recallReply(exchange, library);
  if (!recalled) return { kind: 'now', private: true, body: word(words, 'conversation.gone') };
  return {
    kind: 'share',
    exchange,
    body: renderReply(everyone, recalled, library, { sharedBy: name ?? everyone('answer.somebody') }),
    after: withNotice(
      renderReply(words, recalled, library, { asker, isShared: true }),
      smallPrint(words('answer.sharedHere')),
    ),
    undone: renderReply(words, recalled, library, { asker }),
  };
}
