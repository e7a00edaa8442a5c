import type { Library, SourceEntry } from '../../domain/library.ts';
import { countNoun } from '../../text/count-noun.ts';
import { pageLink } from './citation-link.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { LIMITS } from './message-body.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { shortenAtWord, shortenEscaped } from './shorten-text.ts';
import { WORDS } from './words.ts';

/** The articles with title, date, licence, size and link; as many as fit, and how many there are besides. */
export function renderSources(library: Library): MessageView {
  const { entries, generation, indexed, leftOut } = library.sources();
  const extra = leftOut.length === 0 ? [] : [`-# Left out: ${shortenEscaped(leftOut.join('; '), 300)}`];
  const blocks: string[] = [];
  let room: number = LIMITS.together - 500;
  for (const block of entries.map(renderSource)) {
    if (block.length + 2 > room) break;
    room -= block.length + 2;
    blocks.push(block);
  }
  const hidden = entries.length - blocks.length;
  return createView('neutral', {
    title:
      entries.length === 1
        ? 'The article that I quote from'
        : `The ${entries.length} articles that I quote from`,
    blocks: [
      ...(entries.length === 0 ? [WORDS.noArticle] : blocks),
      ...(hidden === 0 ? [] : [`… and ${hidden} more.`]),
      ...extra,
    ].map(textBlock),
    footer: `Index ${shortenAtWord(generation, 80)} · built ${indexed.slice(0, 16).replace('T', ' ')} UTC`,
  });
}

/** The presence line. Discord: at most 128 characters. */
export function presenceText(library: Library): string {
  const { entries } = library.sources();
  const [first] = entries;
  if (!first) return 'No article yet';
  return shortenAtWord(
    entries.length === 1 ? `Quotes “${first.article.title}”` : `Quotes ${entries.length} articles`,
    128,
  );
}

function renderSource({ article, paragraphs, passages }: SourceEntry): string {
  const facts = [
    article.author === undefined ? undefined : shortenEscaped(article.author, 100),
    article.published === undefined ? undefined : shortenEscaped(article.published, 40),
    article.licence === undefined ? undefined : shortenEscaped(article.licence, 100),
    countNoun(paragraphs, 'paragraph'),
    countNoun(passages, 'passage'),
  ].filter((fact) => fact !== undefined);
  const url = article.url === undefined ? undefined : pageLink(article.url);
  const title = `**${shortenEscaped(article.title, 300)}**`;
  return `${title}\n${facts.join(' · ')}${url === undefined ? '' : ` · [Open the article](${url})`}`;
}

export function renderHelp(library: Library): MessageView {
  const { entries } = library.sources();
  const from =
    entries.length === 1 && entries[0]
      ? `*${escapeMarkdown(shortenAtWord(entries[0].article.title, 200))}*`
      : `${entries.length} articles`;
  return createView('neutral', {
    title: 'I answer with quotations',
    blocks: [
      `Everything that I show stands word for word in ${from}, with the number of its paragraph. I write nothing myself: when the text does not say, I say so.`,
      '**Ask**\n`/ask` a question, alone or in public. Mention me, or write me a direct message. Reply to one of my answers and I take it as a follow-up: “and when was that?”',
      '**Look up**\n`/lookup` lists the passages about a name or a term. `/paragraph` opens one in full. `/sources` shows what I quote from.',
      '**On any message**, under Apps\n*Find a source* looks for passages near to what it claims, for your eyes only. *Ask about this* takes it as a question.',
      '**Under an answer**\n*In context* shows what stands around the quotation, *Why this?* how it was found.',
    ].map(textBlock),
  });
}
