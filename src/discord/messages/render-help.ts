import type { Library } from '../../domain/library.ts';
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
export function renderHelp(library: Library, help: HelpFacts): MessageView {
  const { examples, inviteUrl, sourceUrl, messageContent } = help;
  const { entries } = library.sources();
  const [only, ...others] = entries;
  const from =
    only && others.length === 0
      ? `*${shortenEscaped(only.article.title, 100)}*`
      : `${entries.length} articles`;
  const tried = examples.slice(0, EXAMPLES).map((question) => `- ${shortenEscaped(question, 120)}`);
  return createView('neutral', {
    title: 'I answer with quotations',
    blocks: [
      `What I show stands word for word in ${from}. When it does not say, I say so.`,
      ...(tried.length === 0 ? [] : [`**Try asking**\n${tried.join('\n')}`]),
      `**Ask**: \`/ask\`, mention me, write to me, or reply to an answer${messageContent ? '; in a thread that I opened just ask' : ' with its ping on'}.`,
      '**Look up**: `/lookup`, `/outline`, `/paragraph`, `/sources`.',
      '**Check**: `/quote`. On any message, under Apps: *Find a source*, *Ask about this*, *Check this quote*.',
    ].map(textBlock),
    buttons: [
      { label: 'Invite me', url: inviteUrl },
      ...(sourceUrl === undefined ? [] : [{ label: 'Source code', url: sourceUrl }]),
    ],
  });
}
