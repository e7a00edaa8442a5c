import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { describeAbstention, NOTHING_VERBATIM, WEAK_ANSWER } from '../../conversation/describe-reply.ts';
import type { Statement } from '../../conversation/words.ts';
import type { AskOutcome, Explanation, Library } from '../../domain/library.ts';
import type { Abstention, Answer, Excerpt } from '../../domain/reply.ts';
import type { CustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { button, buttonRow, COLOURS, embedMessage, titleOf } from './message-body.ts';
import type { MessageBody, Row } from './message-body.ts';
import { quoteRefOf } from './quote-ref.ts';
import { renderExcerpt, verbatimOnly } from './render-excerpt.ts';
import type { ShownExcerpt } from './render-excerpt.ts';
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

/** Characters for the quoted block of the first excerpt, and of each other one; together below 4096 with sources. */
const ROOM = { first: 1500, other: 450, nearest: 350 } as const;

/** Three kinds of reply: an answer, an answer that may not be one, and that the article does not say. */
export function renderReply(outcome: AskOutcome, library: Library, options: ReplyOptions = {}): MessageBody {
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
): MessageBody {
  const excerpts = verbatimOnly(reply.excerpts, library).slice(0, 3);
  const [first] = excerpts;
  if (!first) return renderNothingVerbatim(reply.question);
  const shown = renderAll(excerpts, library, ROOM);
  const lead = reply.confidence === 'weak' ? [renderStatement(WEAK_ANSWER)] : [];
  const dropped =
    excerpts.length < Math.min(3, reply.excerpts.length)
      ? ['-# A passage was left out: it no longer stands in the article.']
      : [];
  return embedMessage(
    {
      color: COLOURS[reply.confidence],
      title: titleOf(reply.question),
      description: [
        ...lead,
        ...shown.map(({ text }) => text),
        ...dropped,
        ...notes(explanation, options),
      ].join('\n\n'),
      ...footer(explanation, options),
    },
    answerRows(first, { openers: openers(excerpts, shown, options), explanation, options }),
  );
}

function renderAbstention(
  reply: Abstention,
  explanation: Explanation | undefined,
  library: Library,
  options: ReplyOptions,
): MessageBody {
  const nearest = verbatimOnly(reply.nearest, library).slice(0, 3);
  const shown = renderAll(nearest, library, { first: ROOM.nearest, other: ROOM.nearest });
  const closest = shown.map(({ text }, index) =>
    index === 0 ? `-# Closest, not an answer:\n${text}` : text,
  );
  return embedMessage(
    {
      color: COLOURS.silent,
      title: titleOf(reply.question),
      description: [
        renderStatement(describeAbstention(reply, library.sources().entries.length)),
        ...closest,
        ...notes(explanation, options),
      ].join('\n\n'),
      ...footer(explanation, options),
    },
    [
      ...buttonRow([
        ...(explanation
          ? [button('Why no answer?', owned({ action: 'why', facts: factsOf(explanation) }, options))]
          : []),
        ...shareButton(options),
      ]),
      ...buttonRow(openers(nearest, shown, options)),
    ],
  );
}

function renderAll(
  excerpts: readonly Excerpt[],
  library: Library,
  room: { readonly first: number; readonly other: number },
): readonly ShownExcerpt[] {
  return excerpts.flatMap((excerpt, index) => {
    const article = library.article(excerpt.articleId);
    return article ? [renderExcerpt(excerpt, article, index === 0 ? room.first : room.other)] : [];
  });
}

function renderNothingVerbatim(question: string): MessageBody {
  return embedMessage({
    color: COLOURS.silent,
    title: titleOf(question),
    description: renderStatement(NOTHING_VERBATIM),
  });
}

function renderStatement({ lead, detail }: Statement): string {
  return `**${lead}**${detail === undefined ? '' : ` ${escapeMarkdown(detail)}`}`;
}

function notes(
  explanation: Explanation | undefined,
  { isContextForgotten }: ReplyOptions,
): readonly string[] {
  const corrections = (explanation?.corrections ?? []).map(
    ({ typed, searched }) =>
      `“${escapeMarkdown(searched)}” instead of “${escapeMarkdown(shortenAtWord(typed, 60))}”`,
  );
  return [
    ...(corrections.length === 0 ? [] : [`-# Searched for ${corrections.join(', ')}.`]),
    ...(isContextForgotten === true ? [`-# ${WORDS.contextForgotten}`] : []),
  ];
}

/** Plain text: a footer formats nothing. */
function footer(
  explanation: Explanation | undefined,
  { sharedBy }: ReplyOptions,
): { footer?: { text: string } } {
  const parts = [
    ...(explanation?.context === undefined
      ? []
      : [`Follow-up to: ${shortenAtWord(explanation.context, 300)}`]),
    ...(sharedBy === undefined ? [] : [shortenAtWord(`Shared by ${sharedBy}`, 100)]),
  ];
  return parts.length === 0 ? {} : { footer: { text: parts.join(' · ') } };
}

interface AnswerRow {
  readonly openers: readonly APIButtonComponentWithCustomId[];
  readonly explanation: Explanation | undefined;
  readonly options: ReplyOptions;
}

function answerRows(first: Excerpt, { openers: others, explanation, options }: AnswerRow): readonly Row[] {
  return [
    ...buttonRow([
      button('In context', owned({ action: 'context', quote: quoteRefOf(first) }, options)),
      ...(explanation
        ? [button('Why this?', owned({ action: 'why', facts: factsOf(explanation) }, options))]
        : []),
      ...shareButton(options),
    ]),
    ...buttonRow(others),
  ];
}

/** A way to the rest of every quotation that did not fit. */
function openers(
  excerpts: readonly Excerpt[],
  shown: readonly ShownExcerpt[],
  options: ReplyOptions,
): readonly APIButtonComponentWithCustomId[] {
  return excerpts.flatMap((excerpt, position) => {
    if ((shown[position]?.cut ?? 'whole') === 'whole') return [];
    const state = { action: 'whole', quote: quoteRefOf(excerpt) } as const;
    return [button(`Open ${excerpt.citation.marker} whole`, owned(state, options))];
  });
}

function shareButton(options: ReplyOptions): readonly APIButtonComponentWithCustomId[] {
  return options.asker === undefined || options.isShared === true
    ? []
    : [button('Share', owned({ action: 'share' }, options))];
}

function owned(state: CustomId['state'], { asker }: ReplyOptions): CustomId {
  return asker === undefined ? { state } : { state, asker };
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
