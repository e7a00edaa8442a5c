import { VOTE_REASONS } from '../../../domain/feedback.ts';
import type { VoteReason } from '../../../domain/feedback.ts';
import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { MessageView } from '../../messages/message-view.ts';
import { VOTE } from '../../messages/vote-buttons.ts';
import { featureId } from '../feature.ts';

const REASONS: Readonly<
  Record<VoteReason, { readonly label: PlainWordKey; readonly meaning: PlainWordKey }>
> = {
  'wrong-passage': { label: 'feedback.wrongPassage', meaning: 'feedback.wrongPassageMeans' },
  'not-an-answer': { label: 'feedback.notAnAnswer', meaning: 'feedback.notAnAnswerMeans' },
  'should-have-refused': { label: 'feedback.shouldHaveRefused', meaning: 'feedback.shouldHaveRefusedMeans' },
};

/** What may be wrong with an answer, for who says that something is. */
export function renderReasons(words: Words, exchangeId: string): MessageView {
  return createView(words, 'neutral', {
    blocks: [textBlock(words('feedback.down'))],
    menu: {
      id: featureId(VOTE, `why.${exchangeId}`),
      placeholder: words('feedback.reasonMenu'),
      options: VOTE_REASONS.map((value) => ({
        value,
        label: words(REASONS[value].label),
        description: words(REASONS[value].meaning),
      })),
    },
    buttons: [{ label: words('feedback.backButton'), id: featureId(VOTE, `back.${exchangeId}`) }],
  });
}
