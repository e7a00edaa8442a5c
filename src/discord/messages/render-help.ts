import type { Library } from '../../domain/library.ts';
import type { Words } from '../../words/words.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { shortenEscaped } from './shorten-text.ts';

/** Questions shown: more do not fit on the screen of a phone. */
const EXAMPLES = 3;

export interface HelpFacts {
  /** Questions that the articles answer for sure. */
  readonly examples: readonly string[];
  readonly inviteUrl: string;
  /** Whether Discord shows the bot what is not said to it. */
  readonly messageContent?: boolean;
  /** Where the bot's own source lies. */
  readonly sourceUrl?: string | undefined;
}

/** What the bot does and how to ask, on one screen of a phone. */
export function renderHelp(words: Words, library: Library, help: HelpFacts): MessageView {
  const { examples, inviteUrl, sourceUrl, messageContent } = help;
  const { entries } = library.sources();
  const [only, ...others] = entries;
  const from =
    only && others.length === 0
      ? `*${shortenEscaped(only.article.title, 100)}*`
      : words('help.articles', { number: entries.length });
  const tried = examples.slice(0, EXAMPLES).map((question) => `- ${shortenEscaped(question, 120)}`);
  return createView(words, 'neutral', {
    title: words('help.title'),
    blocks: [
      words('help.shows', { articles: from }),
      ...(tried.length === 0 ? [] : [`**${words('help.tryAsking')}**\n${tried.join('\n')}`]),
      words(messageContent ? 'help.askAnywhere' : 'help.ask'),
      words('help.lookUp'),
      words('help.check'),
      words('help.practise'),
    ].map(textBlock),
    buttons: [
      { label: words('help.inviteButton'), url: inviteUrl },
      ...(sourceUrl === undefined ? [] : [{ label: words('help.sourceButton'), url: sourceUrl }]),
    ],
  });
}
