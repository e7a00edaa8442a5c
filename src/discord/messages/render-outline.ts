import type { Article, ParagraphBlock } from '../../domain/article.ts';
import { leadOf, outlineOf } from '../../domain/outline.ts';
import type { Section } from '../../domain/outline.ts';
import type { Library } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { quoteSpan } from '../../text/cite-excerpt.ts';
import type { Words } from '../../words/words.ts';
import { smallPrint } from './block-markdown.ts';
import { encodeQuoteRef, ownedBy } from './custom-id.ts';
import type { CustomId } from './custom-id.ts';
import { LIMITS } from './message-body.ts';
import { createView, textBlock } from './message-view.ts';
import type { MenuOption, MenuView, MessageView, ViewBlock } from './message-view.ts';
import { nameArticle } from './name-article.ts';
import { pageButtons, pageFooter, pageOf } from './pages.ts';
import { articleRef, quoteRefOf } from './quote-ref.ts';
import { shortenAtWord, shortenEscaped, shortenExcerpt } from './shorten-text.ts';

/** Sections on a page of an outline; Discord: a select menu takes 25. */
const PAGE_SIZE = 20;

/** Sections whose first sentence is quoted, and characters of it. */
const LEADS = 8;
const LEAD_ROOM = 300;

export interface OutlineOptions {
  /** Counts from 0; one that does not exist any more becomes the last. */
  readonly page?: number;
  /** Set when the message is private: only this user may turn its pages. */
  readonly asker?: string | undefined;
}

/** The headings with the numbers of their paragraphs; a menu opens a section. */
export function renderOutline(
  words: Words,
  article: Article,
  library: Library,
  { page = 0, asker }: OutlineOptions = {},
): MessageView {
  const sections = outlineOf(article);
  const turned = pageOf(sections, page, PAGE_SIZE);
  const topLevel = Math.min(...sections.map(({ heading }) => heading?.level ?? 6));
  const lines = turned.shown.map((section) => outlineLine(words, article, section, topLevel));
  return createView(words, 'neutral', {
    title: nameArticle(article, library, LIMITS.title),
    blocks: [
      textBlock(lines.length === 0 ? words('sources.outlineEmpty') : lines.join('\n')),
      ...(sections.some(({ heading }) => heading)
        ? []
        : [textBlock(smallPrint(words('sources.outlineFlat')))]),
    ],
    ...pageFooter(words, turned),
    menu: sectionMenu(words, article, turned.shown, asker),
    buttons: pageButtons(words, turned, (target) => outlineId(article, target, asker)),
  });
}

/** For who asks to have it summed up: why not, and what each section begins with. */
export function renderNoSummary(
  words: Words,
  question: string,
  article: Article,
  { asker }: Pick<OutlineOptions, 'asker'> = {},
): MessageView {
  const sections = outlineOf(article);
  return createView(words, 'neutral', {
    title: question,
    blocks: [
      textBlock(words('sources.noSummary')),
      ...sections.flatMap((section) => leadBlock(words, article, section)).slice(0, LEADS),
    ],
    footer: shortenAtWord(article.title, 200),
    buttons: [
      {
        label: words('sources.outlineButton', { number: sections.length }),
        id: outlineId(article, 0, asker),
      },
    ],
  });
}

function outlineId(article: Article, page: number, asker: string | undefined): CustomId {
  return ownedBy(asker, { action: 'outline', article: articleRef(article), page });
}

/** `**Heading** · ¶ 3–7`, deeper levels further to the right. */
function outlineLine(words: Words, article: Article, section: Section, topLevel: number): string {
  const depth = Math.min(3, Math.max(0, (section.heading?.level ?? topLevel) - topLevel));
  return `${'  '.repeat(depth)}- ${nameOf(words, article, section)}${rangeOf(section)}`;
}

function nameOf(words: Words, article: Article, { heading }: Section): string {
  if (!heading) return `*${words('sources.outlineOpening')}*`;
  return `**${shortenEscaped(article.text.slice(heading.start, heading.end), 100)}**`;
}

/** ` · ¶ 3–7`, on one line; nothing for a heading with only headings under it. */
function rangeOf({ paragraphs }: Section): string {
  const first = paragraphs[0]?.number;
  const last = paragraphs.at(-1)?.number;
  if (first === undefined || last === undefined) return '';
  return first === last ? ` · ¶\u00a0${first}` : ` · ¶\u00a0${first}–${last}`;
}

function leadBlock(words: Words, article: Article, section: Section): readonly ViewBlock[] {
  const lead = leadOf(section);
  if (!lead) return [];
  const { excerpt, cut } = shortenExcerpt(firstSentence(article, lead), article, LEAD_ROOM);
  const place = `${nameOf(words, article, section)}${rangeOf(section)}${cut === 'whole' ? '' : ` · ${words('quotation.goesOn')}`}`;
  return [{ kind: 'quotation', text: excerpt.text, bold: [], source: [place], buttons: [] }];
}

function firstSentence(article: Article, paragraph: ParagraphBlock): Excerpt {
  return quoteSpan(article, paragraph.number, paragraph.sentences[0] ?? paragraph);
}

function sectionMenu(
  words: Words,
  article: Article,
  sections: readonly Section[],
  asker: string | undefined,
): MenuView {
  const options = sections.flatMap(({ heading, paragraphs: [first] }): readonly MenuOption[] => {
    if (!first) return [];
    const name = heading ? article.text.slice(heading.start, heading.end) : words('sources.outlineOpening');
    return [
      {
        label: shortenAtWord(`¶ ${first.number} · ${name}`, 100),
        value: encodeQuoteRef(quoteRefOf(firstSentence(article, first))),
      },
    ];
  });
  return { id: ownedBy(asker, { action: 'pick' }), placeholder: words('sources.outlineMenu'), options };
}
