import type { Article, ParagraphBlock } from '../../domain/article.ts';
import type { FoundQuotation } from '../../conversation/find-quotation.ts';
import { headingOf } from '../../domain/article.ts';
import type { Library, ParagraphView } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import type { Span } from '../../domain/span.ts';
import { quoteSpan } from '../../text/cite-excerpt.ts';
import type { Words } from '../../words/words.ts';
import { citationLink } from './citation-link.ts';
import { ownedBy } from './custom-id.ts';
import type { ButtonState } from './custom-id.ts';
import { smallPrint } from './block-markdown.ts';
import { LIMITS } from './message-body.ts';
import { createView, textBlock, wordMessage } from './message-view.ts';
import type { ButtonView, MessageView, QuotationBlock, ViewBlock } from './message-view.ts';
import { nameArticle } from './name-article.ts';
import { articleRef, quoteRefOf } from './quote-ref.ts';
import { saveButton } from './save-button.ts';
import { clip, shortenEscaped, shortenExcerpt } from './shorten-text.ts';

/** Characters of a quoted block: the paragraph itself and each neighbour; together below a message's 4000. */
const ROOM = { middle: 2000, neighbour: 400 } as const;

/** Articles that a question back lists. */
const NAMED = 5;

export interface ParagraphOptions {
  /** Offsets into Article.text; emphasised, and shown even when the paragraph is too long to be shown whole. */
  readonly bold?: Span;
  /** An offset into Article.text: the paragraph is shown from there on. */
  readonly from?: number;
  /** Set when the message is private: only this user may turn its pages. */
  readonly asker?: string;
}

/** A paragraph in full with its neighbours; one too long for a message goes on at the press of a button. */
export function renderParagraph(
  words: Words,
  view: ParagraphView,
  library: Library,
  options: ParagraphOptions = {},
): MessageView {
  const { article, paragraph, previous, next } = view;
  const middle = renderMiddle(words, article, paragraph, options);
  const link = citationLink(article.url, article.text.slice(paragraph.start, paragraph.end));
  return createView(words, 'neutral', {
    title: nameArticle(article, library, LIMITS.title),
    blocks: [
      ...(previous && middle.atStart ? renderNeighbour(words, article, previous) : []),
      ...middle.blocks,
      ...(next && middle.rest === undefined ? renderNeighbour(words, article, next) : []),
      ...(link === undefined ? [] : [textBlock(smallPrint(`[${words('quotation.readIt')}](${link})`))]),
    ],
    footer: words('quotation.position', {
      number: String(paragraph.number),
      last: String(view.count),
    }),
    buttons: [
      ...neighbourButtons(words, view, middle.rest, options.asker),
      ...citeButton(words, view, options.bold),
    ],
  });
}

/** The quotation in bold between its neighbours. */
export function renderInContext(
  words: Words,
  found: FoundQuotation,
  library: Library,
  asker: string | undefined,
): MessageView | undefined {
  const view = library.paragraph(found.article.id, found.paragraph.number);
  return (
    view && renderParagraph(words, view, library, { bold: found.span, ...(asker !== undefined && { asker }) })
  );
}

/** For a number outside of 1 to `count`. */
export function noParagraphWord(words: Words, title: string, number: number, count: number): MessageView {
  const named = { title: shortenEscaped(title, 200), number: String(number), last: String(count) };
  return wordMessage(words, words('quotation.noParagraph', named));
}

/** For a title or id that was typed, and not chosen from the list. */
export function noArticleWord(words: Words, name: string): MessageView {
  return wordMessage(words, words('sources.unknownName', { name: shortenEscaped(name, 200) }));
}

/** Where none was named, or several have the name. */
export function whichArticleWord(words: Words, articles: readonly Article[], library: Library): MessageView {
  const names = articles
    .slice(0, NAMED)
    .map((article) => shortenEscaped(nameArticle(article, library), 200))
    .map((name) => words('sources.whichName', { name }))
    .join(', ');
  const more = articles.length - NAMED;
  return wordMessage(
    words,
    more > 0 ? words('sources.whichOfMany', { names, more }) : words('sources.which', { names }),
  );
}

interface Middle {
  readonly blocks: readonly ViewBlock[];
  readonly atStart: boolean;
  /** Where the paragraph goes on that did not fit; offset into Article.text. */
  readonly rest: number | undefined;
}

function renderMiddle(
  words: Words,
  article: Article,
  paragraph: ParagraphBlock,
  options: ParagraphOptions,
): Middle {
  const { bold, from = paragraph.start } = options;
  const { excerpt, cut } = shortenExcerpt(
    partExcerpt(article, paragraph, { bold, from }),
    article,
    ROOM.middle,
  );
  if (bold && excerpt.end < bold.end && from < bold.start)
    return renderMiddle(words, article, paragraph, { bold, from: bold.start });
  const atStart = from <= paragraph.start;
  const heading = headingOf(article, paragraph);
  // The title stands above already.
  const section =
    heading === undefined || heading === article.title ? '' : ` · ${shortenEscaped(heading, 120)}`;
  return {
    blocks: [
      textBlock(`**¶ ${paragraph.number}**${atStart ? '' : `, ${words('quotation.furtherOn')}`}${section}`),
      quotation(excerpt, cut === 'whole' ? [] : [words('quotation.paragraphGoesOn')]),
    ],
    atStart,
    rest: cut === 'whole' ? undefined : skipSpace(article.text, excerpt.end),
  };
}

function partExcerpt(
  article: Article,
  paragraph: ParagraphBlock,
  { bold, from }: { readonly bold: Span | undefined; readonly from: number },
): Excerpt {
  const whole = quoteSpan(article, paragraph.number, paragraph, { marks: bold ? [bold] : [] });
  return clip(whole, { start: Math.max(from, whole.start), end: whole.end });
}

function skipSpace(text: string, offset: number): number {
  return offset + (/^\s*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
}

function renderNeighbour(words: Words, article: Article, paragraph: ParagraphBlock): readonly ViewBlock[] {
  const whole = quoteSpan(article, paragraph.number, paragraph);
  const { excerpt, cut } = shortenExcerpt(whole, article, ROOM.neighbour);
  return [
    textBlock(smallPrint(`¶ ${paragraph.number}`)),
    quotation(excerpt, cut === 'whole' ? [] : [words('quotation.neighbourGoesOn')]),
  ];
}

function quotation({ text, highlights }: Excerpt, source: readonly string[]): QuotationBlock {
  return { kind: 'quotation', text, bold: highlights, source, buttons: [] };
}

/** The quotation that is looked at in its place. */
function citeButton(
  words: Words,
  { article, paragraph }: ParagraphView,
  bold: Span | undefined,
): readonly ButtonView[] {
  if (!bold) return [];
  const quote = quoteRefOf(quoteSpan(article, paragraph.number, bold));
  return [
    { label: words('answer.citeButton'), id: { state: { action: 'cite', quote, style: 'plain' } } },
    saveButton(words, quote),
  ];
}

function neighbourButtons(
  words: Words,
  { article, paragraph, previous, next }: ParagraphView,
  rest: number | undefined,
  asker: string | undefined,
): readonly ButtonView[] {
  const owned = (state: ButtonState) => ownedBy(asker, state);
  const ref = articleRef(article);
  const target = ({ number }: ParagraphBlock) => owned({ action: 'paragraph', article: ref, number });
  const part = { action: 'part', article: ref, number: paragraph.number } as const;
  return [
    ...(previous ? [{ label: `◂ ¶ ${previous.number}`, id: target(previous) }] : []),
    ...(rest === undefined
      ? []
      : [{ label: words('quotation.readOnButton'), id: owned({ ...part, from: rest }) }]),
    ...(next ? [{ label: `¶ ${next.number} ▸`, id: target(next) }] : []),
  ];
}
