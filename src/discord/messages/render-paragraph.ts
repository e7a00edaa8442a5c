import type { Article, ParagraphBlock } from '../../domain/article.ts';
import type { FoundQuotation } from '../../conversation/find-quotation.ts';
import { headingOf } from '../../domain/article.ts';
import type { Library, ParagraphView } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import type { Span } from '../../domain/span.ts';
import { citationLink } from './citation-link.ts';
import type { CustomId } from './custom-id.ts';
import { escapeMarkdown, quoteMarkdown } from './escape-markdown.ts';
import { button, buttonRow, COLOURS, embedMessage, titleOf, wordMessage } from './message-body.ts';
import type { MessageBody, Row } from './message-body.ts';
import { articleRef } from './quote-ref.ts';
import { clip, shortenEscaped, shortenExcerpt } from './shorten-text.ts';

/** Characters of a quoted block: the paragraph itself and each neighbour; together below an embed's 4096. */
const ROOM = { middle: 2600, neighbour: 500 } as const;

export interface ParagraphOptions {
  /** Offsets into Article.text; emphasised, and shown even when the paragraph is too long to be shown whole. */
  readonly bold?: Span;
  /** An offset into Article.text: the paragraph is shown from there on. */
  readonly from?: number;
  /** Set when the message is private: only this user may turn its pages. */
  readonly asker?: string;
}

/** A paragraph in full with its neighbours; one too long for a message goes on at the press of a button. */
export function renderParagraph(view: ParagraphView, options: ParagraphOptions = {}): MessageBody {
  const { article, paragraph, previous, next } = view;
  const middle = renderMiddle(article, paragraph, options);
  const blocks = [
    ...(previous && middle.atStart ? [renderNeighbour(article, previous)] : []),
    middle.text,
    ...(next && middle.rest === undefined ? [renderNeighbour(article, next)] : []),
  ];
  const heading = headingOf(article, paragraph);
  const link = citationLink(article.url, article.text.slice(paragraph.start, paragraph.end));
  return embedMessage(
    {
      color: COLOURS.neutral,
      title: titleOf(article.title),
      description: [
        ...(heading === undefined ? [] : [`### ${shortenEscaped(heading, 200)}`]),
        blocks.join('\n\n'),
        ...(link === undefined ? [] : [`[Read it in the article](${link})`]),
      ].join('\n'),
      footer: { text: `¶ ${paragraph.number} of ${view.count}` },
    },
    neighbourRow(view, middle.rest, options.asker),
  );
}

/** The quotation in bold between its neighbours. */
export function renderInContext(
  found: FoundQuotation,
  library: Library,
  asker: string | undefined,
): MessageBody | undefined {
  const view = library.paragraph(found.article.id, found.paragraph.number);
  return view && renderParagraph(view, { bold: found.span, ...(asker !== undefined && { asker }) });
}

export function noParagraphWord(article: Article, number: number, count: number): MessageBody {
  return wordMessage(
    `“${shortenEscaped(article.title, 200)}” has no ¶ ${number}; its paragraphs go from 1 to ${count}.`,
  );
}

export function noArticleWord(name: string): MessageBody {
  return wordMessage(
    `I know no article “${shortenEscaped(name, 200)}”. \`/sources\` lists those that I have.`,
  );
}

export function whichArticleWord(articles: readonly Article[]): MessageBody {
  const names = articles.slice(0, 5).map((article) => `“${escapeMarkdown(article.title)}”`);
  return wordMessage(
    `Which article? Choose one with the \`article\` option: ${names.join(', ')}.`.slice(0, 2000),
  );
}

interface Middle {
  readonly text: string;
  readonly atStart: boolean;
  /** Where the paragraph goes on that did not fit; offset into Article.text. */
  readonly rest: number | undefined;
}

function renderMiddle(article: Article, paragraph: ParagraphBlock, options: ParagraphOptions): Middle {
  const { bold, from = paragraph.start } = options;
  const { excerpt, cut } = shortenExcerpt(
    partExcerpt(article, paragraph, { bold, from }),
    article,
    ROOM.middle,
  );
  if (bold && excerpt.end < bold.end && from < bold.start)
    return renderMiddle(article, paragraph, { bold, from: bold.start });
  const atStart = from <= paragraph.start;
  return {
    text: [
      `**¶ ${paragraph.number}**${atStart ? '' : ', further on'}`,
      quoteMarkdown(excerpt.text, excerpt.highlights),
      ...(cut === 'whole' ? [] : ['-# The paragraph goes on: *Read on* shows the rest.']),
    ].join('\n'),
    atStart,
    rest: cut === 'whole' ? undefined : skipSpace(article.text, excerpt.end),
  };
}

function partExcerpt(
  article: Article,
  paragraph: ParagraphBlock,
  { bold, from }: { readonly bold: Span | undefined; readonly from: number },
): Excerpt {
  const whole = paragraphExcerpt(article, paragraph, bold ? [bold] : []);
  return clip(whole, { start: Math.max(from, whole.start), end: whole.end });
}

function skipSpace(text: string, offset: number): number {
  return offset + (/^\s*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
}

function renderNeighbour(article: Article, paragraph: ParagraphBlock): string {
  const { excerpt, cut } = shortenExcerpt(paragraphExcerpt(article, paragraph, []), article, ROOM.neighbour);
  const more = cut === 'whole' ? '' : ' · goes on';
  return `-# ¶ ${paragraph.number}${more}\n${quoteMarkdown(excerpt.text)}`;
}

function paragraphExcerpt(article: Article, paragraph: ParagraphBlock, bold: readonly Span[]): Excerpt {
  return {
    articleId: article.id,
    paragraph: paragraph.number,
    start: paragraph.start,
    end: paragraph.end,
    text: article.text.slice(paragraph.start, paragraph.end),
    highlights: bold.map((span) => ({
      start: span.start - paragraph.start,
      end: span.end - paragraph.start,
    })),
    citation: { marker: '[1]', title: article.title, paragraph: paragraph.number },
  };
}

function neighbourRow(
  { article, paragraph, previous, next }: ParagraphView,
  rest: number | undefined,
  asker: string | undefined,
): readonly Row[] {
  const owner = asker === undefined ? {} : { asker };
  const target = ({ number }: ParagraphBlock): CustomId => ({
    state: { action: 'paragraph', article: articleRef(article), number },
    ...owner,
  });
  const part: CustomId | undefined =
    rest === undefined
      ? undefined
      : {
          state: { action: 'part', article: articleRef(article), number: paragraph.number, from: rest },
          ...owner,
        };
  return buttonRow([
    ...(previous ? [button(`¶ ${previous.number} ◂`, target(previous))] : []),
    ...(part ? [button('Read on', part)] : []),
    ...(next ? [button(`▸ ¶ ${next.number}`, target(next))] : []),
  ]);
}
