import { ComponentType } from 'discord-api-types/v10';
import type { APISelectMenuOption } from 'discord-api-types/v10';
import { findParagraph, headingOf } from '../../domain/article.ts';
import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import type { Excerpt } from '../../domain/reply.ts';
import { countNoun } from '../../text/count-noun.ts';
import { encodeCustomId, encodeQuoteRef } from './custom-id.ts';
import { escapeMarkdown, quoteMarkdown } from './escape-markdown.ts';
import { button, buttonRow, COLOURS, embedMessage, titleOf, wordMessage } from './message-body.ts';
import type { MessageBody, Row } from './message-body.ts';
import { quoteRefOf } from './quote-ref.ts';
import { renderExcerpt, verbatimOnly } from './render-excerpt.ts';
import { shortenAtWord, shortenEscaped, shortenExcerpt } from './shorten-text.ts';

/** Passages on a page; Discord: a select menu takes 25. */
const PAGE_SIZE = 8;

/** Characters of one quoted line: eight of them with their sources fit into an embed's 4096. */
const LINE_ROOM = 300;

/** `page` counts from 0; one that does not exist any more becomes the last. */
export function renderLookup(term: string, page: number, library: Library): MessageBody {
  const entries = verbatimOnly(library.lookup(term).entries, library);
  if (entries.length === 0) return renderNoEntries(term, library);
  const pages = Math.ceil(entries.length / PAGE_SIZE);
  const current = Math.min(Math.max(0, page), pages - 1);
  const from = current * PAGE_SIZE;
  const shown = entries.slice(from, from + PAGE_SIZE);
  const count = countNoun(entries.length, 'passage');
  return embedMessage(
    {
      color: COLOURS.neutral,
      title: titleOf(term),
      description: shown.map((entry, index) => renderEntry(entry, from + index + 1, library)).join('\n\n'),
      footer: { text: pages === 1 ? count : `${count} · page ${current + 1} of ${pages}` },
    },
    [pickRow(shown, { from }), ...pageRow(term, current, pages)],
  );
}

/** One line of quotation, then its number, title and paragraph in small print. */
function renderEntry(entry: Excerpt, position: number, library: Library): string {
  const article = library.article(entry.articleId);
  if (!article) return '';
  const { excerpt, cut } = shortenExcerpt(entry, article, LINE_ROOM);
  const more = cut === 'whole' ? '' : ' · goes on';
  const source = `-# **${position}** · ${placeOf(entry, article, library)}${more}`;
  return `${quoteMarkdown(excerpt.text, excerpt.highlights)}\n${source}`;
}

/** Of several articles the title tells more, of a single one the section. */
function placeOf({ paragraph: number, citation }: Excerpt, article: Article, library: Library): string {
  if (library.sources().entries.length > 1) return `${shortenEscaped(citation.title, 80)}, ¶ ${number}`;
  const paragraph = findParagraph(article, number);
  const heading = paragraph && headingOf(article, paragraph);
  return heading === undefined ? `¶ ${number}` : `¶ ${number} · ${shortenEscaped(heading, 80)}`;
}

function renderNoEntries(term: string, library: Library): MessageBody {
  const near = library
    .suggestTerms(term.slice(0, 3), 5)
    .map((suggestion) => `“${escapeMarkdown(suggestion)}”`);
  const hint = near.length === 0 ? '' : ` There is something about ${near.join(', ')}.`;
  return wordMessage(`Nothing about “${shortenEscaped(term, 120)}”.${hint}`);
}

function pickRow(
  entries: readonly Excerpt[],
  { from, asker }: { readonly from: number; readonly asker?: string },
): Row {
  const options = new Map<string, APISelectMenuOption>();
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
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodeCustomId({ state: { action: 'pick' }, ...(asker !== undefined && { asker }) }),
        placeholder: 'Open a passage in full',
        options: [...options.values()],
      },
    ],
  };
}

function pageRow(term: string, page: number, pages: number): readonly Row[] {
  if (pages === 1) return [];
  const first = page === 0;
  const last = page === pages - 1;
  // Two buttons must not have the same custom_id, so those that lead nowhere still name a page of their own.
  return buttonRow([
    button('Previous', { state: { action: 'page', page: first ? pages : page - 1, term } }, first),
    button('Next', { state: { action: 'page', page: last ? pages + 1 : page + 1, term } }, last),
  ]);
}

/** For 'Find a source': the passages nearest to a claim, without a decision. */
export function renderSourcesOf(
  claim: string,
  excerpts: readonly Excerpt[],
  { library, asker }: { readonly library: Library; readonly asker: string },
): MessageBody {
  const shown = verbatimOnly(excerpts, library).slice(0, 5);
  const blocks = shown.flatMap((excerpt) => {
    const article = library.article(excerpt.articleId);
    return article ? [renderExcerpt(excerpt, article, 400).text] : [];
  });
  const lead =
    blocks.length === 0
      ? '**Nothing in the article comes near this.**'
      : 'The nearest passages. Whether they bear it out is for you to judge.';
  return embedMessage(
    { color: COLOURS.neutral, title: titleOf(claim), description: [lead, ...blocks].join('\n\n') },
    shown.length === 0 ? [] : [pickRow(shown, { from: 0, asker })],
  );
}
