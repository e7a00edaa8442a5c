import { describeDecision } from '../../conversation/describe-decision.ts';
import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { shownExcerpts } from '../../domain/reply.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { COLOURS, embedMessage, titleOf } from './message-body.ts';
import type { MessageBody } from './message-body.ts';

/**
 * How the quotation was found, in words. The numbers come from the button itself, so that this tells what was decided
 * then, even when the exchange is forgotten.
 */
export function renderWhy(
  facts: DecisionFacts,
  exchange: Exchange | undefined,
  library: Library,
): MessageBody {
  const recalled = exchange && recallReply(exchange, library);
  const quotation = recalled && shownExcerpts(recalled.reply)[0]?.text;
  const reading = exchange?.explanation?.reading;
  const known = { ...facts, ...(reading && { reading }) };
  const { words, search, decision } = describeDecision(known, exchange?.question, quotation);
  return embedMessage({
    color: COLOURS.neutral,
    title: titleOf(exchange?.question ?? 'Why this?'),
    description: [
      ...(words === undefined ? [] : [`**Words.** ${escapeMarkdown(words)}`]),
      `**Search.** ${escapeMarkdown(search)}`,
      `**Decision.** ${escapeMarkdown(decision)}`,
    ].join('\n\n'),
    footer: { text: 'Scores compare questions with each other; they are no percentages.' },
  });
}
