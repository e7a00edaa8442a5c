import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { describeAbstention, describeNothingVerbatim } from '../../conversation/describe-reply.ts';
import type { Statement } from '../../conversation/statement.ts';
import type { AskOutcome, Explanation, Library } from '../../domain/library.ts';
import type { Abstention, Answer, Excerpt } from '../../domain/reply.ts';
import type { Words } from '../../words/words.ts';
import { smallPrint } from './block-markdown.ts';
import { ownedBy } from './custom-id.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createView, textBlock } from './message-view.ts';
import type { ButtonView, MessageView, ViewBlock } from './message-view.ts';
import { quoteRefOf } from './quote-ref.ts';
import { renderExcerpts, verbatimOnly } from './render-excerpt.ts';
import { shortenAtWord } from './shorten-text.ts';
import { voteButtons } from './vote-buttons.ts';

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
export function renderReply(
  words: Words,
  { reply, explanation }: AskOutcome,
  library: Library,
  options: ReplyOptions = {},
): MessageView {
  const desk = { words, explanation, library, options };
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, desk);
    case 'abstention':
      return renderAbstention(reply, desk);
  }
}

/** What a reply is rendered with. */
interface Desk {
  readonly words: Words;
  readonly explanation: Explanation | undefined;
  readonly library: Library;
  readonly options: ReplyOptions;
}

function renderAnswer(reply: Answer, desk: Desk): MessageView {
  const { words, library, options } = desk;
  const { confidence, question } = reply;
  const excerpts = verbatimOnly(reply.excerpts, library);
  if (excerpts.length === 0) {
    return createView(words, 'silent', {
      title: question,
      blocks: [textBlock(statement(describeNothingVerbatim(words)))],
    });
  }
  const shown = excerpts.slice(0, SHOWN[confidence]);
  const quotations = renderExcerpts(words, shown, library, {
    ...ROOM[confidence],
    isNumbered: shown.length > 1,
    asker: options.asker,
  });
  const dropped = excerpts.length < reply.excerpts.length ? [smallPrint(words('answer.leftOut'))] : [];
  return createView(words, confidence, {
    title: question,
    blocks: [
      textBlock(words(confidence === 'strong' ? 'answer.strong' : 'answer.weak')),
      ...quotations,
      ...dropped.map(textBlock),
      ...notes(desk),
    ],
    ...footer(desk),
    buttons: [
      ...moreButton(excerpts.length - shown.length, desk),
      { label: words('answer.followUpButton'), id: ownedBy(options.asker, { action: 'follow' }) },
      // Early, so that the two never part at the end of a row.
      ...voteButtons(words),
      ...whyButton('answer.whyButton', desk),
      ...citeButton(words, shown),
      ...endButtons(desk),
    ],
  });
}

/** One line; what comes closest waits behind a button, because it is no answer. */
function renderAbstention(reply: Abstention, desk: Desk): MessageView {
  const { words, library, options } = desk;
  const { lead, detail } = describeAbstention(words, reply, library.sources().entries.length);
  const isForeign = reply.questionLanguage !== undefined;
  return createView(words, 'silent', {
    title: reply.question,
    blocks: [
      textBlock(statement({ lead, ...(isForeign && detail !== undefined && { detail }) })),
      ...notes(desk),
    ],
    ...footer(desk),
    buttons: [
      ...(verbatimOnly(reply.nearest, library).length === 0
        ? []
        : [{ label: words('answer.nearestButton'), id: ownedBy(options.asker, { action: 'more' }) }]),
      ...whyButton('answer.whyNotButton', desk),
      ...endButtons(desk),
    ],
  });
}

function statement({ lead, detail }: Statement): string {
  return `**${lead}**${detail === undefined ? '' : ` ${escapeMarkdown(detail)}`}`;
}

function notes({ words, explanation, options }: Desk): readonly ViewBlock[] {
  const corrections = (explanation?.corrections ?? []).slice(0, 5).map(({ typed, searched }) =>
    words('answer.correction', {
      searched: escapeMarkdown(shortenAtWord(searched, 60)),
      typed: escapeMarkdown(shortenAtWord(typed, 60)),
    }),
  );
  return [
    ...(corrections.length === 0
      ? []
      : [words('answer.searchedFor', { corrections: corrections.join(', ') })]),
    ...(options.isContextForgotten === true ? [words('conversation.contextForgotten')] : []),
  ].map((note) => textBlock(smallPrint(note)));
}

/** Plain text: a footer formats nothing. */
function footer({ words, explanation, options: { sharedBy } }: Desk): { footer?: string } {
  const parts = [
    ...(explanation?.context === undefined
      ? []
      : [words('answer.followUpTo', { question: shortenAtWord(explanation.context, 300) })]),
    ...(sharedBy === undefined ? [] : [shortenAtWord(words('answer.sharedBy', { name: sharedBy }), 100)]),
  ];
  return parts.length === 0 ? {} : { footer: parts.join(' · ') };
}

function moreButton(number: number, { words, options }: Desk): readonly ButtonView[] {
  if (number <= 0) return [];
  const label = words('answer.moreButton', { number });
  return [{ label, id: ownedBy(options.asker, { action: 'more' }) }];
}

/** Of two that may be none, neither is worth citing before it was read in its place. */
function citeButton(words: Words, [first, ...others]: readonly Excerpt[]): readonly ButtonView[] {
  if (!first || others.length > 0) return [];
  const state = { action: 'cite', quote: quoteRefOf(first), style: 'plain' } as const;
  return [{ label: words('answer.citeButton'), id: { state } }];
}

function whyButton(
  label: 'answer.whyButton' | 'answer.whyNotButton',
  { words, explanation, options }: Desk,
): readonly ButtonView[] {
  if (!explanation) return [];
  return [
    { label: words(label), id: ownedBy(options.asker, { action: 'why', facts: factsOf(explanation) }) },
  ];
}

/** A private answer can be shared; one that everybody sees can be taken away again. */
function endButtons({ words, options }: Desk): readonly ButtonView[] {
  if (options.asker === undefined)
    return [{ label: words('answer.deleteButton'), id: { state: { action: 'delete' } } }];
  return options.isShared === true
    ? []
    : [{ label: words('answer.shareButton'), id: ownedBy(options.asker, { action: 'share' }) }];
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
