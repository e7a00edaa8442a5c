import type { Words } from '../../words/words.ts';
import type { ButtonView } from './message-view.ts';

/** Before the colon of the custom_ids of votes. */
export const VOTE = 'vote';

/**
 * Whether the answer was any good. What they are about is the exchange of their message, so that they need say no
 * more. Discord reads a button's label aloud, and an emoji alone has none.
 */
export function voteButtons(words: Words): readonly ButtonView[] {
  return [
    { label: words('feedback.upButton'), id: { custom: `${VOTE}:up` } },
    { label: words('feedback.downButton'), id: { custom: `${VOTE}:down` } },
  ];
}
