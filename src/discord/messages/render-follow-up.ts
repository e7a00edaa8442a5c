import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Words } from '../../words/words.ts';
import { encodeCustomId, ownedBy } from './custom-id.ts';
import { smallPrint } from './block-markdown.ts';
import { shortenEscaped } from './shorten-text.ts';

/** The custom_id of what is typed. */
export const FOLLOW_UP_FIELD = 'question';

/** Characters of a follow-up: a chain of them has to stay a question. */
const MAX_FOLLOW_UP = 500;

/** A form for a further question under those that led to it, oldest first. */
export function renderFollowUpForm(
  words: Words,
  questions: readonly string[],
  asker: string | undefined,
): APIModalInteractionResponseCallbackData {
  const thread = questions.map((question) => smallPrint(shortenEscaped(question, 200))).join('\n');
  return {
    custom_id: encodeCustomId(ownedBy(asker, { action: 'follow' })),
    title: words('help.followUpFormTitle'),
    components: [
      { type: ComponentType.TextDisplay, content: `${words('help.followUpSoFar')}\n${thread}` },
      {
        type: ComponentType.Label,
        label: words('help.followUpLabel'),
        description: words('help.followUpHint'),
        component: {
          type: ComponentType.TextInput,
          custom_id: FOLLOW_UP_FIELD,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: MAX_FOLLOW_UP,
          required: true,
        },
      },
    ],
  };
}
