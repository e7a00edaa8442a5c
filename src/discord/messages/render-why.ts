import { describeDecision } from '../../conversation/describe-decision.ts';
import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { COLOURS, embedMessage, titleOf } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import { restatedQuestion, shownQuotations } from './read-message.ts';
import type { ShownMessage } from './read-message.ts';

/**
 * How the quotation was found, in words. The numbers come from the button itself and the words from the message, so
 * that this tells what was decided then, even after a restart or with another index.
 */
export function renderWhy(facts: DecisionFacts, message: ShownMessage): MessageBody {
  const question = restatedQuestion(message) ?? '';
  const { words, search, decision } = describeDecision(facts, question, shownQuotations(message)[0]);
  return embedMessage({
    color: COLOURS.neutral,
    title: titleOf(question === '' ? 'Why this?' : question),
    description: [
      ...(words === undefined ? [] : [`**Words.** ${escapeMarkdown(words)}`]),
      `**Search.** ${escapeMarkdown(search)}`,
      `**Decision.** ${escapeMarkdown(decision)}`,
    ].join('\n\n'),
    footer: { text: 'Scores compare questions with each other; they are no percentages.' },
  });
}
