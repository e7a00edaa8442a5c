import { findParagraph } from '../../domain/article.ts';
import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import { isVerbatim } from '../../domain/library.ts';
import type { Citation, Excerpt } from '../../domain/reply.ts';
import { describeLocator } from '../../conversation/describe-locator.ts';
import type { PlainWordKey } from '../../words/word-keys.ts';
import type { Words } from '../../words/words.ts';
import { citationLink } from './citation-link.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { ownedBy } from './custom-id.ts';
import type { ButtonView, QuotationBlock, ViewBlock } from './message-view.ts';
import { textBlock } from './message-view.ts';
import { smallPrint } from './block-markdown.ts';
import { nameArticle } from './name-article.ts';
import { quoteRefOf } from './quote-ref.ts';
import { saveButton } from './save-button.ts';
import { shortenEscaped, shortenExcerpt } from './shorten-text.ts';
import type { Cut } from './shorten-text.ts';

/** Characters of an article's title in a source. */
const TITLE_ROOM = 120;

export interface ExcerptOptions {
  /** Characters of the quoted block. */
  readonly room: number;
  /** Characters of each sentence around it; a longer one is not shown. Default 0. */
  readonly neighbourRoom?: number;
  /** Whether it is one of several, and so has a number. */
  readonly isNumbered: boolean;
  /** Set when the message is private: only this user may open it. */
  readonly asker?: string | undefined;
  /** Whether a button opens it. Default true. */
  readonly isOpenable?: boolean;
  /** Whether a second button keeps it among the notes of who presses it. Default false. */
  readonly isSavable?: boolean;
}

/** Excerpts that stand in the article letter by letter; the others must not be shown. */
export function verbatimOnly(excerpts: readonly Excerpt[], library: Library): readonly Excerpt[] {
  return excerpts.filter((excerpt) => isVerbatim(excerpt, library.article(excerpt.articleId)));
}

/** The quotations of those articles that are there. */
export function renderExcerpts(
  words: Words,
  excerpts: readonly Excerpt[],
  library: Library,
  options: ExcerptOptions,
): readonly ViewBlock[] {
  const isOnly = library.sources().entries.length === 1;
  return excerpts.flatMap((excerpt, index) => {
    const article = library.article(excerpt.articleId);
    if (!article) return [];
    // Below another quotation of the only article its title says nothing new.
    const title = index === 0 || !isOnly ? nameArticle(article, library, TITLE_ROOM) : undefined;
    return [renderExcerpt(words, excerpt, article, { ...options, title })];
  });
}

interface TitledOptions extends ExcerptOptions {
  /** The article's, as its source has it. */
  readonly title: string | undefined;
}

/** Quotation, then title and paragraph and a link, then the button that opens it in its article. */
function renderExcerpt(words: Words, excerpt: Excerpt, article: Article, options: TitledOptions): ViewBlock {
  const { excerpt: shown, cut } = shortenExcerpt(excerpt, article, options.room);
  // The last look before it is sent: what is shown is a part of the article, or it is not shown.
  if (!isVerbatim(shown, article)) return textBlock(smallPrint(words('quotation.leftOut')));
  const note = CUT_NOTES[cut];
  return {
    kind: 'quotation',
    text: shown.text,
    bold: shown.highlights,
    ...neighbours(shown, article, options.neighbourRoom ?? 0),
    source: [
      citationLine(words, excerpt.citation, article, { ...options, quotation: shown.text }),
      ...(note === undefined ? [] : [words(note)]),
    ],
    buttons: [
      ...(options.isOpenable === false ? [] : [opener(words, excerpt, cut, options)]),
      ...(options.isSavable === true ? [saver(words, excerpt, options)] : []),
    ],
  };
}

const CUT_NOTES: Readonly<Record<Cut, PlainWordKey | undefined>> = {
  whole: undefined,
  sentence: 'quotation.passageGoesOn',
  inside: 'quotation.sentenceGoesOn',
};

/** The sentences next to it in its paragraph, each whole or not at all. */
function neighbours(
  { paragraph, start, end }: Excerpt,
  article: Article,
  room: number,
): Pick<QuotationBlock, 'before' | 'after'> {
  const sentences = findParagraph(article, paragraph)?.sentences ?? [];
  const previous = sentences.findLast((sentence) => sentence.end <= start);
  const next = sentences.find((sentence) => sentence.start >= end);
  const before = previous && article.text.slice(previous.start, previous.end);
  const after = next && article.text.slice(next.start, next.end);
  return {
    ...(before !== undefined && escapeMarkdown(before).length <= room && { before }),
    ...(after !== undefined && escapeMarkdown(after).length <= room && { after }),
  };
}

/** `**[1]** *Title*, ¶ 7 · [Read it in the article](…)` */
function citationLine(
  words: Words,
  citation: Citation,
  article: Article,
  {
    quotation,
    isNumbered,
    title,
  }: Pick<TitledOptions, 'isNumbered' | 'title'> & { readonly quotation: string },
): string {
  const link = citationLink(citation.url ?? article.url, quotation);
  const marker = isNumbered ? `**${citation.marker}** ` : '';
  const name = title === undefined ? '' : `*${shortenEscaped(title, TITLE_ROOM)}*, `;
  const source = `${marker}${name}${placeOf(words, citation)}`;
  return link === undefined ? source : `${source} · [${words('quotation.readIt')}](${link})`;
}

/** `¶ 7`, on one line, with the page or the time where the source has one. */
function placeOf(words: Words, { paragraph, locator }: Citation): string {
  const place = describeLocator(words, locator);
  return [`¶\u00a0${paragraph}`, ...(place === undefined ? [] : [shortenEscaped(place, 80)])].join(', ');
}

function opener(words: Words, excerpt: Excerpt, cut: Cut, { isNumbered, asker }: ExcerptOptions): ButtonView {
  const number = isNumbered ? ` ${excerpt.citation.marker}` : '';
  const quote = quoteRefOf(excerpt);
  return cut === 'whole'
    ? {
        label: `${words('quotation.inContextButton')}${number}`,
        id: ownedBy(asker, { action: 'context', quote }),
      }
    : {
        label: `${words('quotation.readOnButton')}${number}`,
        id: ownedBy(asker, { action: 'whole', quote }),
      };
}

function saver(words: Words, excerpt: Excerpt, { isNumbered }: ExcerptOptions): ButtonView {
  const button = saveButton(words, quoteRefOf(excerpt));
  return isNumbered ? { ...button, label: `${button.label} ${excerpt.citation.marker}` } : button;
}
