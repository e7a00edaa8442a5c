import type { Library, SourceEntry } from '../../domain/library.ts';
import { countNoun } from '../../text/count-noun.ts';
import { pageLink } from './citation-link.ts';
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
