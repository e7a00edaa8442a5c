import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import type { Answered } from '../messages/answer-question.ts';
import type { MessageBody } from '../messages/message-body.ts';

/** What to do about an interaction; the transport only carries it out. */
export type Plan =
  /** Answer at once: everything is in memory. */
  | { readonly kind: 'now'; readonly private: boolean; readonly body: MessageBody }
  /** Change the message that the button is on. */
  | { readonly kind: 'update'; readonly body: MessageBody }
  /** Defer, wait for a turn, then edit; counts against the cooldown. */
  | {
      readonly kind: 'question';
      readonly private: boolean;
      readonly work: (library: Library) => Promise<Answered>;
    }
  /** Show `after` in place of the private message and post `body` for everybody; when that fails, show `undone`. */
  | {
      readonly kind: 'share';
      readonly exchange: Exchange;
      readonly body: MessageBody;
      readonly after: MessageBody;
      readonly undone: MessageBody;
    };
