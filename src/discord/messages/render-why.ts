import { describeDecision } from '../../conversation/describe-decision.ts';
import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { describeWhy } from '../../conversation/describe-why.ts';
import { recallReply } from '../../conversation/remember-reply.ts';
import type { Exchange } from '../../domain/exchange.ts';
import type { Library } from '../../domain/library.ts';
import { shownExcerpts } from '../../domain/reply.ts';
import type { Words } from '../../words/words.ts';
import { smallPrint } from './block-markdown.ts';
import { ownedBy } from './custom-id.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';

/** What is asked about, and by whom. */
export interface WhyRequest {
  /** From the button itself, so that this tells what was decided then, even when the exchange is forgotten. */
  readonly facts: DecisionFacts;
  readonly exchange: Exchange | undefined;
  readonly asker: string | undefined;
}

/** Why the quotation is there, in plain words; the numbers wait behind a button. */
export function renderWhy(
  words: Words,
  { facts, exchange, asker }: WhyRequest,
  library: Library,
): MessageView {
  const recalled = exchange && recallReply(exchange, library);
  const reading = exchange?.explanation?.reading;
  const sentences = describeWhy(words, {
    question: exchange?.question,
    quotation: recalled && shownExcerpts(recalled.reply)[0],
    confidence: facts.score >= facts.strong ? 'strong' : facts.score >= facts.weak ? 'weak' : 'none',
    ...(reading && { reading }),
  });
  return createView(words, 'neutral', {
    title: exchange?.question ?? words('answer.whyButton'),
    blocks: [textBlock(escapeMarkdown(sentences.join(' ')))],
    buttons: [{ label: words('why.detailsButton'), id: ownedBy(asker, { action: 'details', facts }) }],
  });
}

/** The numbers behind the decision. */
export function renderDetails(words: Words, facts: DecisionFacts): MessageView {
  const { search, decision } = describeDecision(words, facts);
  return createView(words, 'neutral', {
    title: words('why.detailsButton'),
    blocks: [
      textBlock(`**${words('why.search')}** ${escapeMarkdown(search)}`),
      textBlock(`**${words('why.decision')}** ${escapeMarkdown(decision)}`),
      textBlock(smallPrint(words('why.noPercentages'))),
    ],
  });
}
