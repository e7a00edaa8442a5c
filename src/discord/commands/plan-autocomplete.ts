import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  InteractionType,
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
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
  const option = focusedOption(interaction);
  if (!option) return [];
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

/** The text option that is being typed. */
export function focusedOption({
  data,
}: Pick<APIApplicationCommandAutocompleteInteraction, 'data'>):
  { readonly name: string; readonly value: string } | undefined {
  const option = optionsOf(data.options).find((one) => 'focused' in one && one.focused);
  return option?.type === ApplicationCommandOptionType.String ? option : undefined;
}

type BasicOption =
  APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete>;
type Option = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

/** Those of the subcommand, where there is one. */
function optionsOf(options: readonly Option[] = []): readonly BasicOption[] {
  return options.flatMap((option): readonly BasicOption[] => {
    const isGroup =
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup;
    return isGroup ? optionsOf(option.options) : [option];
  });
}
