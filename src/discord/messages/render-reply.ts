import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { ANSWER_LEADS, describeAbstention, NOTHING_VERBATIM } from '../../conversation/describe-reply.ts';
import type { Statement } from '../../conversation/words.ts';
import type { AskOutcome, Explanation, Library } from '../../domain/library.ts';
import type { Abstention, Answer, Excerpt } from '../../domain/reply.ts';
import { smallPrint } from './block-markdown.ts';
import { ownedBy } from './custom-id.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createView, textBlock } from './message-view.ts';
import type { ButtonView, MessageView, ViewBlock } from './message-view.ts';
import { quoteRefOf } from './quote-ref.ts';
import { renderExcerpts, verbatimOnly } from './render-excerpt.ts';
import { shortenAtWord } from './shorten-text.ts';
import { WORDS } from './words.ts';

export interface ReplyOptions {
  /** Set when the answer is private: only this user may press its buttons, and may share it. */
  readonly asker?: string;
  /** Set when a private answer is posted for everybody: the name of who does. */
  readonly sharedBy?: string;
  /** The private answer after that: without the button. */
  readonly isShared?: boolean;
  /** A reply to an answer that is no longer remembered: it is taken as a question of its own. */
  readonly isContextForgotten?: boolean;
}

/** Quotations shown at once: one is enough when it is sure; the rest waits behind a button. */
export const SHOWN = { strong: 1, weak: 2 } as const;

/** Characters of a quoted block, and of each sentence around it. */
const ROOM = {
  strong: { room: 1500, neighbourRoom: 350 },
  weak: { room: 700, neighbourRoom: 160 },
} as const;

/** Three kinds of reply: an answer, an answer that may not be one, and that the article does not say. */
export function renderReply(outcome: AskOutcome, library: Library, options: ReplyOptions = {}): MessageView {
  switch (outcome.reply.kind) {
    case 'answer':
      return renderAnswer(outcome.reply, outcome.explanation, library, options);
    case 'abstention':
      return renderAbstention(outcome.reply, outcome.explanation, library, options);
  }
}

function renderAnswer(
  reply: Answer,
  explanation: Explanation | undefined,
  library: Library,
  options: ReplyOptions,
): MessageView {
  const { confidence, question } = reply;
  const excerpts = verbatimOnly(reply.excerpts, library);
  if (excerpts.length === 0) {
    return createView('silent', { title: question, blocks: [textBlock(statement(NOTHING_VERBATIM))] });
  }
  const shown = excerpts.slice(0, SHOWN[confidence]);
  const quotations = renderExcerpts(shown, library, {
    ...ROOM[confidence],
    isNumbered: shown.length > 1,
    asker: options.asker,
  });
  const dropped = excerpts.length < reply.excerpts.length ? [textBlock(smallPrint(LEFT_OUT))] : [];
  return createView(confidence, {
    title: question,
    blocks: [textBlock(ANSWER_LEADS[confidence]), ...quotations, ...dropped, ...notes(explanation, options)],
    ...footer(explanation, options),
    buttons: [
      ...moreButton(excerpts.length - shown.length, options),
      { label: 'Follow up', id: ownedBy(options.asker, { action: 'follow' }) },
      ...whyButton('Why this?', explanation, options),
      ...citeButton(shown),
      ...endButtons(options),
    ],
  });
}

const LEFT_OUT = 'A passage was left out: it no longer stands in the article.';

/** One line; what comes closest waits behind a button, because it is no answer. */
function renderAbstention(
  reply: Abstention,
  explanation: Explanation | undefined,
  library: Library,
  options: ReplyOptions,
): MessageView {
  const { lead, detail } = describeAbstention(reply, library.sources().entries.length);
  const isForeign = reply.questionLanguage !== undefined;
  return createView('silent', {
    title: reply.question,
    blocks: [
      textBlock(statement({ lead, ...(isForeign && detail !== undefined && { detail }) })),
      ...notes(explanation, options),
    ],
    ...footer(explanation, options),
    buttons: [
      ...(verbatimOnly(reply.nearest, library).length === 0
        ? []
        : [{ label: 'Nearest passages', id: ownedBy(options.asker, { action: 'more' }) }]),
      ...whyButton('Why no answer?', explanation, options),
      ...endButtons(options),
    ],
  });
}

function statement({ lead, detail }: Statement): string {
  return `**${lead}**${detail === undefined ? '' : ` ${escapeMarkdown(detail)}`}`;
}

function notes(
  explanation: Explanation | undefined,
  { isContextForgotten }: ReplyOptions,
): readonly ViewBlock[] {
  const corrections = (explanation?.corrections ?? []).map(
    ({ typed, searched }) =>
      `“${escapeMarkdown(shortenAtWord(searched, 60))}” instead of “${escapeMarkdown(shortenAtWord(typed, 60))}”`,
  );
  return [
    ...(corrections.length === 0 ? [] : [`Searched for ${corrections.slice(0, 5).join(', ')}.`]),
    ...(isContextForgotten === true ? [WORDS.contextForgotten] : []),
  ].map((note) => textBlock(smallPrint(note)));
}

/** Plain text: a footer formats nothing. */
function footer(explanation: Explanation | undefined, { sharedBy }: ReplyOptions): { footer?: string } {
  const parts = [
    ...(explanation?.context === undefined
      ? []
      : [`Follow-up to: ${shortenAtWord(explanation.context, 300)}`]),
    ...(sharedBy === undefined ? [] : [shortenAtWord(`Shared by ${sharedBy}`, 100)]),
  ];
  return parts.length === 0 ? {} : { footer: parts.join(' · ') };
}

function moreButton(count: number, options: ReplyOptions): readonly ButtonView[] {
  return count <= 0 ? [] : [{ label: `More (${count})`, id: ownedBy(options.asker, { action: 'more' }) }];
}

/** Of two that may be none, neither is worth citing before it was read in its place. */
function citeButton([first, ...others]: readonly Excerpt[]): readonly ButtonView[] {
  if (!first || others.length > 0) return [];
  return [{ label: 'Cite', id: { state: { action: 'cite', quote: quoteRefOf(first), style: 'plain' } } }];
}

function whyButton(
  label: string,
  explanation: Explanation | undefined,
  options: ReplyOptions,
): readonly ButtonView[] {
  if (!explanation) return [];
  return [{ label, id: ownedBy(options.asker, { action: 'why', facts: factsOf(explanation) }) }];
}

/** A private answer can be shared; one that everybody sees can be taken away again. */
function endButtons(options: ReplyOptions): readonly ButtonView[] {
  if (options.asker === undefined) return [{ label: 'Delete', id: { state: { action: 'delete' } } }];
  return options.isShared === true
    ? []
    : [{ label: 'Share', id: ownedBy(options.asker, { action: 'share' }) }];
}

function factsOf({ score, thresholds, strictness, denseRank, lexicalRank }: Explanation): DecisionFacts {
  return {
    score,
    ...thresholds,
    strictness,
    ...(denseRank !== undefined && { denseRank }),
    ...(lexicalRank !== undefined && { lexicalRank }),
  };
}
