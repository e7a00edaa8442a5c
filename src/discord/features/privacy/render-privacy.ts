import type { PlainWordKey } from '../../../words/word-keys.ts';
import type { Words } from '../../../words/words.ts';
import type { KeptDays } from '../../bot-options.ts';
import { createView, textBlock } from '../../messages/message-view.ts';
import type { ButtonView, MessageView } from '../../messages/message-view.ts';
import { featureId } from '../feature.ts';

export const PRIVACY = 'privacy';

/** Whose data: one's own, or the server's. */
export type Whose = 'mine' | 'server';

export interface PrivacyFacts {
  readonly keptDays: KeptDays;
  /** Whether who reads it may delete the server's data. */
  readonly isManager: boolean;
}

/** What is kept, for how long, and for whom, a line each. */
export function renderPrivacy(words: Words, { keptDays, isManager }: PrivacyFacts): MessageView {
  const days = (count: number) => words('privacy.days', { count });
  const lines = [
    words('privacy.questions', { days: days(keptDays.exchanges) }),
    words('privacy.votes'),
    words('privacy.gaps', { days: days(keptDays.gaps) }),
    words('privacy.practice'),
    words('privacy.settings'),
    words('privacy.where'),
    words('privacy.server', { days: days(keptDays.server) }),
    words('privacy.yours'),
  ];
  return createView(words, 'neutral', {
    title: words('privacy.title'),
    blocks: [textBlock(lines.map((line) => `- ${line}`).join('\n'))],
    buttons: [
      button(words, 'privacy.showButton', 'show'),
      button(words, 'privacy.deleteButton', 'ask-mine'),
      ...(isManager ? [button(words, 'privacy.serverButton', 'ask-server')] : []),
    ],
  });
}

/** Asks once before anything is deleted. */
export function renderConfirmation(words: Words, whose: Whose): MessageView {
  return createView(words, 'weak', {
    blocks: [textBlock(words(whose === 'mine' ? 'privacy.confirmMine' : 'privacy.confirmServer'))],
    buttons: [
      button(words, 'privacy.yesButton', `delete-${whose}`, 'danger'),
      button(words, 'privacy.noButton', 'keep'),
    ],
  });
}

/** A person's data as a file. */
export function renderExport(words: Words, data: object): MessageView {
  const bytes = new TextEncoder().encode(`${JSON.stringify(data, undefined, 2)}\n`);
  return createView(words, 'neutral', {
    blocks: [textBlock(words('privacy.shown'))],
    files: [{ name: 'verbatim-data.json', bytes, type: 'application/json' }],
  });
}

function button(words: Words, label: PlainWordKey, rest: string, style?: 'danger'): ButtonView {
  return { label: words(label), id: featureId(PRIVACY, rest), ...(style && { style }) };
}
