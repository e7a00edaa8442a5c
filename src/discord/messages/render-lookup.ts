import { findParagraph, headingOf } from '../../domain/article.ts';
import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import type { Words } from '../../words/words.ts';
import { encodeQuoteRef, ownedBy } from './custom-id.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createView, textBlock, wordMessage } from './message-view.ts';
import type { MenuOption, MenuView, MessageView, ViewBlock } from './message-view.ts';
import { nameArticle } from './name-article.ts';
import { pageButtons, pageFooter, pageOf } from './pages.ts';
import { articleRef, quoteRefOf } from './quote-ref.ts';
import { renderExcerpts, verbatimOnly } from './render-excerpt.ts';
import { shortenAtWord, shortenEscaped, shortenExcerpt } from './shorten-text.ts';

/** Passages on a page; Discord: a select menu takes 25. */
const PAGE_SIZE = 8;

/** Characters of one quoted line: eight of them with their sources fit into a message. */
const LINE_ROOM = 300;

/** What is looked up, and for whom. */
export interface LookupRequest {
  readonly term: string;
  /** Counts from 0; one that does not exist any more becomes the last. */
  readonly page?: number;
  readonly article?: Article | undefined;
  /** Set when the message is private: only this user may turn its pages. */
  readonly asker?: string | undefined;
}

/** Reads like an index: the passages by article and in reading order, the term in bold. */
export function renderLookup(words: Words, request: LookupRequest, library: Library): MessageView {
  const { term, page = 0, article, asker } = request;
  const found = library.lookup(term, article && { articleId: article.id });
  const turned = pageOf(found.articleIds, page, PAGE_SIZE);
  const { from } = turned;
  const shown = verbatimOnly(found.quote(from, from + PAGE_SIZE), library);
  if (shown.length === 0) return renderNoEntries(words, request, library);
  return createView(words, 'neutral', {
    title: term,
    blocks: [
      ...summary(words, found.articleIds),
      ...renderIndex(words, shown, { articleIds: found.articleIds, from }, library),
    ],
    ...pageFooter(words, turned),
    menu: pickMenu(words, shown, { from, asker }),
    buttons: pageButtons(words, turned, (target) =>
      ownedBy(asker, {
        action: 'page',
        page: target,
        term,
        ...(article && { article: articleRef(article) }),
      }),
    ),
  });
}

/** '12 passages in 2 articles'; a single article says its own count. */
function summary(words: Words, articleIds: readonly string[]): readonly ViewBlock[] {
  const articles = new Set(articleIds).size;
  if (articles === 1) return [];
  return [
    textBlock(
      words('lookup.summary', {
        passages: words('sources.passages', { count: articleIds.length }),
        count: articles,
      }),
    ),
  ];
}

interface Shown {
  /** Of every passage, shown or not. */
  readonly articleIds: readonly string[];
  readonly from: number;
}

/** Each article's title and count over its passages. */
function renderIndex(
  words: Words,
  shown: readonly Excerpt[],
  { articleIds, from }: Shown,
  library: Library,
): readonly ViewBlock[] {
  let above: string | undefined;
  return shown.flatMap((entry, index) => {
    const article = library.article(entry.articleId);
    if (!article) return [];
    const line = renderEntry(words, entry, from + index + 1, article);
    if (entry.articleId === above) return [line];
    above = entry.articleId;
    const count = articleIds.filter((id) => id === entry.articleId).length;
    const title = `**${shortenEscaped(nameArticle(article, library), 120)}** · ${words('sources.passages', { count })}`;
    return [textBlock(title), line];
  });
}

/** One line of quotation, then its number, paragraph and section in small print. */
function renderEntry(words: Words, entry: Excerpt, position: number, article: Article): ViewBlock {
  const { excerpt, cut } = shortenExcerpt(entry, article, LINE_ROOM);
  const paragraph = findParagraph(article, entry.paragraph);
  const heading = paragraph && headingOf(article, paragraph);
  const place = [
    `**${position}**`,
    `¶\u00a0${entry.paragraph}`,
    ...(heading === undefined ? [] : [shortenEscaped(heading, 60)]),
    ...(cut === 'whole' ? [] : [words('quotation.goesOn')]),
  ];
  return {
    kind: 'quotation',
    text: excerpt.text,
    bold: excerpt.highlights,
    source: [place.join(' · ')],
    buttons: [],
  };
}

function renderNoEntries(words: Words, { term, article }: LookupRequest, library: Library): MessageView {
  const near = library
    .suggestTerms(term.slice(0, 3), 5)
    .map((suggestion) => words('lookup.nearTerm', { term: escapeMarkdown(suggestion) }));
  const hint = near.length === 0 ? '' : ` ${words('lookup.near', { terms: near.join(', ') })}`;
  const shown = shortenEscaped(term, 120);
  const nothing =
    article === undefined
      ? words('lookup.nothing', { term: shown })
      : words('lookup.nothingIn', {
          term: shown,
          article: shortenEscaped(nameArticle(article, library), 120),
        });
  return wordMessage(words, `${nothing}${hint}`);
}

function pickMenu(
  words: Words,
  entries: readonly Excerpt[],
  { from, asker }: { readonly from: number; readonly asker?: string | undefined },
): MenuView {
  const options = new Map<string, MenuOption>();
  for (const [index, entry] of entries.entries()) {
    // Discord refuses two options of the same value.
    const value = encodeQuoteRef(quoteRefOf(entry));
    options.set(value, {
      label: shortenAtWord(`${from + index + 1} · ¶ ${entry.paragraph} · ${entry.text}`, 100),
      description: shortenAtWord(entry.citation.title, 100),
      value,
    });
  }
  return {
    id: ownedBy(asker, { action: 'pick' }),
    placeholder: words('lookup.openMenu'),
    options: [...options.values()],
  };
}

/** For 'Find a source': the passages nearest to a claim, without a decision. */
export function renderSourcesOf(
  words: Words,
  claim: string,
  excerpts: readonly Excerpt[],
  { library, asker }: { readonly library: Library; readonly asker: string },
): MessageView {
  const shown = verbatimOnly(excerpts, library).slice(0, 5);
  const blocks = renderExcerpts(words, shown, library, {
    room: 400,
    isNumbered: true,
    asker,
    isOpenable: false,
  });
  const lead =
    blocks.length === 0 ? `**${words('lookup.nothingNearClaim')}**` : words('lookup.nearestOfClaim');
  return createView(words, 'neutral', {
    title: claim,
    blocks: [textBlock(lead), ...blocks],
    ...(shown.length > 0 && { menu: pickMenu(words, shown, { from: 0, asker }) }),
  });
}
