import type { MessageView } from '../src/discord/messages/message-view.ts';
import type { Layout } from '../src/domain/layout.ts';
import type { Library } from '../src/domain/library.ts';

/** One kind of message, by what makes it. */
export interface Picture {
  readonly name: string;
  readonly render: (subject: string, library: Library) => Promise<MessageView> | MessageView;
  /** Questions or terms in the order of preference: the first that shows the kind of reply that is meant is taken. */
  readonly subjects: readonly string[];
  readonly shows: (view: MessageView) => boolean;
  /** Default components. */
  readonly layout?: Layout;
}
