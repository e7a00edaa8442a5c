import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { smallPrint } from '../messages/block-markdown.ts';
import { withNotice } from '../messages/message-view.ts';
import { renderReply } from '../messages/render-reply.ts';
import { word } from '../messages/words.ts';
import type { Plan } from './plan.ts';

const SHARED = 'Shared with this channel.';

interface Sharing {
  readonly library: Library;
  /** Of who asked, and shares. */
  readonly asker: string;
  readonly name: string;
}

/** The private answer for everybody, with the name of who shares it, while every quotation in it still stands. */
export function shareAnswer(exchange: Exchange | undefined, { library, asker, name }: Sharing): Plan {
  if (!exchange) return { kind: 'now', private: true, body: word('exchangeForgotten') };
  const recalled = recallReply(exchange, library);
  if (!recalled) return { kind: 'now', private: true, body: word('gone') };
  return {
    kind: 'share',
    exchange,
    body: renderReply(recalled, library, { sharedBy: name }),
    after: withNotice(renderReply(recalled, library, { asker, isShared: true }), smallPrint(SHARED)),
    undone: renderReply(recalled, library, { asker }),
  };
}
