import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Reading } from '../../../domain/reading.ts';
import { sendPrivately } from '../../commands/plan.ts';
import type { Plan } from '../../commands/plan.ts';
import { answerQuestion } from '../../messages/answer-question.ts';
import { word } from '../../messages/message-view.ts';
import { typedIn } from '../../typed-in.ts';
import type { FeatureDesk } from '../feature.ts';
import { placeOf } from './lead-reading.ts';
import { readingId } from './reading-ids.ts';

/** The custom_id of what is typed. */
const FIELD = 'question';
/** Characters of it: no more than of a follow-up. */
const MOST = 500;

/** Opens the form, unless it would be filled in for nothing. */
export async function planAsking(reading: Reading, { voices, library, context }: FeatureDesk): Promise<Plan> {
  const words = voices.asker;
  if (!library.article(reading.articleId)) return sendPrivately(word(words, 'reading.articleGone'));
  await context.readings.stir(placeOf(reading));
  return {
    kind: 'form',
    form: {
      custom_id: readingId({ act: 'asked', readingId: reading.id }).custom,
      title: words('reading.askFormTitle'),
      components: [
        {
          type: ComponentType.Label,
          label: words('reading.askLabel'),
          description: words('reading.askHint'),
          component: {
            type: ComponentType.TextInput,
            custom_id: FIELD,
            style: TextInputStyle.Short,
            min_length: 1,
            max_length: MOST,
            required: true,
          },
        },
      ],
    },
  };
}

/** Asked of that article alone, and answered in private; what it was asked from may have left since. */
export function planQuestion(
  interaction: APIModalSubmitInteraction,
  { articleId }: Reading,
  { voices, library, userId }: FeatureDesk,
): Plan {
  const words = voices.asker;
  if (!library.article(articleId)) return sendPrivately(word(words, 'reading.articleGone'));
  const question = typedIn(interaction, FIELD);
  return {
    kind: 'question',
    private: true,
    work: (current) => answerQuestion(words, question, current, { articleId, asker: userId }),
  };
}
