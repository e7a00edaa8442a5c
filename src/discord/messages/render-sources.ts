import type { Library, SourceEntry } from '../../domain/library.ts';
import { countNoun } from '../../text/count-noun.ts';
import { pageLink } from './citation-link.ts';
import { LIMITS } from './message-body.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { needsId } from './name-article.ts';
import { pageButtons, pageFooter, pageOf } from './pages.ts';
import { ownedBy } from './custom-id.ts';
import { shortenAtWord, shortenEscaped } from './shorten-text.ts';
import { WORDS } from './words.ts';

/** Articles on a page, and the characters that they have together. */
const PAGE = { articles: 10, characters: LIMITS.together - 700 } as const;

export interface SourcesRequest {
  /** Counts from 0; one that does not exist any more becomes the last. */
  readonly page?: number;
  /** Only this user may turn the pages. */
  readonly asker?: string | undefined;
}

/** The articles with title, date, licence, size and link, a page at a time. */
export function renderSources(library: Library, { page = 0, asker }: SourcesRequest = {}): MessageView {
  const { entries, generation, indexed, leftOut } = library.sources();
  const turned = pageOf(paginate(entries.map((entry) => renderSource(entry, library))), page, 1);
  const extra = leftOut.length === 0 ? [] : [`-# Left out: ${shortenEscaped(leftOut.join('; '), 300)}`];
  return createView('neutral', {
    title:
      entries.length === 1
        ? 'The article that I quote from'
        : `The ${entries.length} articles that I quote from`,
    blocks: [...(entries.length === 0 ? [WORDS.noArticle] : turned.shown.flat()), ...extra].map(textBlock),
    footer: [
      ...Object.values(pageFooter(turned)),
      `Index ${shortenAtWord(generation, 80)}`,
      `built ${indexed.slice(0, 16).replace('T', ' ')} UTC`,
    ].join(' · '),
    buttons: pageButtons(turned, (target) => ownedBy(asker, { action: 'sources', page: target })),
  });
}

/** As many on each page as fit. */
function paginate(blocks: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let room = 0;
  for (const block of blocks) {
    const last = pages.at(-1);
    if (last && last.length < PAGE.articles && block.length + 2 <= room) last.push(block);
    else {
      pages.push([block]);
      room = PAGE.characters;
    }
    room -= block.length + 2;
  }
  return pages;
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

function renderSource({ article, paragraphs, passages }: SourceEntry, library: Library): string {
  const facts = [
    article.author === undefined ? undefined : shortenEscaped(article.author, 100),
    article.published === undefined ? undefined : shortenEscaped(article.published, 40),
    article.licence === undefined ? undefined : shortenEscaped(article.licence, 100),
    countNoun(paragraphs, 'paragraph'),
    countNoun(passages, 'passage'),
    needsId(article, library) ? `id ${shortenEscaped(article.id, 100)}` : undefined,
  ].filter((fact) => fact !== undefined);
  const url = article.url === undefined ? undefined : pageLink(article.url);
  const title = `**${shortenEscaped(article.title, 300)}**`;
  return `${title}\n${facts.join(' · ')}${url === undefined ? '' : ` · [Open the article](${url})`}`;
}
