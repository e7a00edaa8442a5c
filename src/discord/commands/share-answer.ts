import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { renderReply } from '../messages/render-reply.ts';
import { word } from '../messages/words.ts';
import type { Plan } from './plan.ts';

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
    after: {
      ...renderReply(recalled, library, { asker, isShared: true }),
      content: '-# Shared with this channel.',
    },
    undone: renderReply(recalled, library, { asker }),
  };
}
