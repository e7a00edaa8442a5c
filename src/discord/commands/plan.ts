import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import type { Answered } from '../messages/answer-question.ts';
import type { MessageView } from '../messages/message-view.ts';

/** What to do about an interaction; the transport only carries it out. */
export type Plan =
  /** Answer at once: everything is in memory. */
  | { readonly kind: 'now'; readonly private: boolean; readonly body: MessageView }
  /** Change the message that the button is on. */
  | { readonly kind: 'update'; readonly body: MessageView }
  /** Defer, wait for a turn, then edit; counts against the cooldown. */
  | {
      readonly kind: 'question';
      readonly private: boolean;
      /** The id of the exchange that it follows up. */
      readonly follows?: string;
      /** Set when a thread is to be opened under the answer. */
      readonly threadName?: string;
      readonly work: (library: Library) => Promise<Answered>;
    }
  /** Defer, work, then edit; `show` says meanwhile how far it is. It waits for nobody's question. */
  | {
      readonly kind: 'later';
      readonly private: boolean;
      /** In place of the message that the button is on. */
      readonly update?: true;
      readonly work: (show: (view: MessageView) => Promise<void>) => Promise<MessageView>;
    }
  /** Say nothing to who pressed: what they asked for shows elsewhere. */
  | { readonly kind: 'quiet' }
  /** Open a form. */
  | { readonly kind: 'form'; readonly form: APIModalInteractionResponseCallbackData }
  /** Take away the message that the button is on, and forget its exchange. */
  | { readonly kind: 'delete'; readonly messageId: string }
  /** Show `after` in place of the private message and post `body` for everybody; when that fails, show `undone`. */
  | {
      readonly kind: 'share';
      readonly exchange: Exchange;
      readonly body: MessageView;
      readonly after: MessageView;
      readonly undone: MessageView;
    };

/** A word to who asked or pressed alone. */
export function sendPrivately(body: MessageView): Plan {
  return { kind: 'now', private: true, body };
}
