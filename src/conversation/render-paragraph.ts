import type { Article, ParagraphBlock } from '../domain/article.ts';
import { headingOf } from '../domain/article.ts';
import type { Library, ParagraphView } from '../domain/library.ts';
import type { Excerpt } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';
import { escapeMarkdown, quoteMarkdown } from './escape-markdown.ts';
import { button, buttonRow, COLOURS, embedMessage, titleOf, wordMessage } from './message-body.ts';
import type { MessageBody } from './message-body.ts';
import { articleRef } from './quote-ref.ts';
import type { FoundQuote } from './quote-ref.ts';
import { shortenEscaped, shortenExcerpt } from './shorten-text.ts';
import { citationLink } from './text-fragment.ts';

/** Characters of a quoted block: the paragraph itself and each neighbour; together below an embed's 4096. */
const ROOM = { middle: 2600, neighbour: 500 } as const;

/** A paragraph in full with its neighbours; `bold` (offsets into Article.text) is emphasised. */
export function renderParagraph(view: ParagraphView, bold?: Span): MessageBody {
  const { article, paragraph, previous, next } = view;
  const blocks = [
    ...(previous ? [renderNeighbour(article, previous)] : []),
    renderMiddle(article, paragraph, bold),
    ...(next ? [renderNeighbour(article, next)] : []),
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
    neighbourRow(view),
  );
}

/** The quotation in bold between its neighbours. */
export function renderInContext(found: FoundQuote, library: Library): MessageBody | undefined {
  const view = library.paragraph(found.article.id, found.paragraph.number);
  return view && renderParagraph(view, found.span);
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

function renderMiddle(article: Article, paragraph: ParagraphBlock, bold: Span | undefined): string {
  const whole = paragraphExcerpt(article, paragraph, bold ? [bold] : []);
  const { excerpt, cut } = shortenExcerpt(whole, article, ROOM.middle);
  const more =
    cut === 'whole' ? [] : ['-# The paragraph goes on; it is too long to be shown whole in one message.'];
  return [`**¶ ${paragraph.number}**`, quoteMarkdown(excerpt.text, excerpt.highlights), ...more].join('\n');
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

function neighbourRow({ article, previous, next }: ParagraphView): MessageBody['components'] & object {
  const target = (block: ParagraphBlock) =>
    ({ state: { action: 'paragraph', article: articleRef(article), number: block.number } }) as const;
  return [
    ...buttonRow([
      ...(previous ? [button(`¶ ${previous.number} ◂`, target(previous))] : []),
      ...(next ? [button(`▸ ¶ ${next.number}`, target(next))] : []),
    ]),
  ];
}
