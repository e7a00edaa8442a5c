import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import type { Library } from '../../domain/library.ts';
import { CHOICE_ROOM, nameArticle } from '../messages/name-article.ts';
import { articleRef } from '../messages/quote-ref.ts';
import { MAX_TERM_CHARACTERS } from './commands.ts';

/** Discord: choices shown, and characters of a value. */
const CHOICES = { count: 25, characters: 100 } as const;

/** Choices for an option that is being typed; from memory. An article's choice carries its id, for titles may be alike. */
export function planAutocomplete(
  interaction: Pick<APIApplicationCommandAutocompleteInteraction, 'data'>,
  library: Library,
): readonly APIApplicationCommandOptionChoice<string>[] {
  const option = (
    interaction.data.options as readonly APIApplicationCommandInteractionDataBasicOption[] | undefined
  )?.find((candidate) => 'focused' in candidate && candidate.focused);
  if (option?.type !== ApplicationCommandOptionType.String) return [];
  if (option.name === 'article') {
    return library.suggestArticles(option.value, CHOICES.count).map((article) => ({
      name: nameArticle(article, library, CHOICE_ROOM),
      value: article.id.length <= CHOICES.characters ? article.id : articleRef(article),
    }));
  }
  return library
    .suggestTerms(option.value, CHOICES.count)
    .filter((term) => term.length <= MAX_TERM_CHARACTERS)
    .map((term) => ({ name: term, value: term }));
}
