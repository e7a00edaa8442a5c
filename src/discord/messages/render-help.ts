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
  /** Where the bot's own source lies. */
  readonly sourceUrl?: string | undefined;
}

/** What the bot does and how to ask, on one screen of a phone. */
export function renderHelp(library: Library, { examples, inviteUrl, sourceUrl }: HelpFacts): MessageView {
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
      '**Ask**: `/ask`, mention me, write to me, or reply to an answer.',
      '**Look up**: `/lookup`, `/outline`, `/paragraph`, `/sources`.',
      '**Check**: `/quote`. On any message, under Apps: *Find a source*, *Ask about this*, *Check this quote*.',
    ].map(textBlock),
    buttons: [
      { label: 'Invite me', url: inviteUrl },
      ...(sourceUrl === undefined ? [] : [{ label: 'Source code', url: sourceUrl }]),
    ],
  });
}
