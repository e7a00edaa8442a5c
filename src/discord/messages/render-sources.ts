import type { Library, SourceEntry } from '../../domain/library.ts';
import type { Words } from '../../words/words.ts';
import { smallPrint } from './block-markdown.ts';
import { pageLink } from './citation-link.ts';
import { LIMITS } from './message-body.ts';
import { createView, textBlock } from './message-view.ts';
import type { MessageView } from './message-view.ts';
import { needsId } from './name-article.ts';
import { pageButtons, pageFooter, pageOf } from './pages.ts';
import { ownedBy } from './custom-id.ts';
import { shortenAtWord, shortenEscaped } from './shorten-text.ts';

/** Articles on a page, and the characters that they have together. */
const PAGE = { articles: 10, characters: LIMITS.together - 700 } as const;

export interface SourcesRequest {
  /** Counts from 0; one that does not exist any more becomes the last. */
  readonly page?: number;
  /** Only this user may turn the pages. */
  readonly asker?: string | undefined;
}

/** The articles with title, date, licence, size and link, a page at a time. */
export function renderSources(
  words: Words,
  library: Library,
  { page = 0, asker }: SourcesRequest = {},
): MessageView {
  const { entries, generation, indexed, leftOut } = library.sources();
  const turned = pageOf(paginate(entries.map((entry) => renderSource(words, entry, library))), page, 1);
  const extra =
    leftOut.length === 0
      ? []
      : [smallPrint(words('sources.leftOut', { reasons: shortenEscaped(leftOut.join('; '), 300) }))];
  return createView(words, 'neutral', {
    title:
      entries.length === 1
        ? words('sources.titleOfOne')
        : words('sources.titleOfSeveral', { number: entries.length }),
    blocks: [
      ...(entries.length === 0 ? [words('conversation.noArticle')] : turned.shown.flat()),
      ...extra,
    ].map(textBlock),
    footer: [
      ...Object.values(pageFooter(words, turned)),
      words('sources.index', { generation: shortenAtWord(generation, 80) }),
      words('sources.built', { time: words.stamp(new Date(indexed)) }),
    ].join(' · '),
    buttons: pageButtons(words, turned, (target) => ownedBy(asker, { action: 'sources', page: target })),
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

/** The presence line, in English: everybody sees the same. Discord: at most 128 characters. */
export function presenceText(library: Library): string {
  const { entries } = library.sources();
  const [first] = entries;
  if (!first) return 'No article yet';
  return shortenAtWord(
    entries.length === 1 ? `Quotes “${first.article.title}”` : `Quotes ${entries.length} articles`,
    128,
  );
}

function renderSource(
  words: Words,
  { article, paragraphs, passages }: SourceEntry,
  library: Library,
): string {
  const facts = [
    article.author === undefined ? undefined : shortenEscaped(article.author, 100),
    article.published === undefined ? undefined : shortenEscaped(article.published, 40),
    article.licence === undefined ? undefined : shortenEscaped(article.licence, 100),
    words('sources.paragraphs', { count: paragraphs }),
    words('sources.passages', { count: passages }),
    needsId(article, library) ? words('sources.id', { id: shortenEscaped(article.id, 100) }) : undefined,
  ].filter((fact) => fact !== undefined);
  const url = article.url === undefined ? undefined : pageLink(article.url);
  const title = `**${shortenEscaped(article.title, 300)}**`;
  return `${title}\n${facts.join(' · ')}${url === undefined ? '' : ` · [${words('sources.open')}](${url})`}`;
}
