import type { Article } from '../domain/article.ts';
import { paragraphsOf } from '../domain/article.ts';
import { countNoun } from '../text/count-noun.ts';
import { countWords } from '../text/count-words.ts';

export interface ListOptions {
  readonly json: boolean;
  /** With the whole Article.text, so that offsets can be checked. */
  readonly text: boolean;
  /** Passages that the index holds, by article; absent where that was not asked for. */
  readonly indexed?: ReadonlyMap<string, number> | undefined;
  /** Whether an empty list is that of a filter, not of the corpus. */
  readonly filtered?: boolean;
}

type Entries = readonly { readonly article: Article; readonly file: string }[];

/** The articles of the corpus as lines, or as one JSON array. */
export function listArticles(entries: Entries, options: ListOptions): string {
  if (options.json)
    return JSON.stringify(
      entries.map(({ article, file }) => toJson(article, file, options)),
      null,
      2,
    );
  if (entries.length === 0)
    return options.filtered === true ? 'No article fits the filter.' : 'The corpus holds no article.';
  return entries
    .map(({ article, file }) => {
      const facts = [
        `${paragraphsOf(article).length} paragraphs`,
        `${countWords(article.text)} words`,
        article.published,
        article.licence,
      ];
      const line = `${article.id}\n  ${article.title}\n  ${facts.filter((fact) => fact !== undefined).join(' · ')}\n  ${file}`;
      return options.text ? `${line}\n\n${article.text}\n` : line;
    })
    .join('\n');
}

/** A line for each article: its passages in the index, or that it is not there yet. */
export function listIndexed(entries: Entries, indexed: ReadonlyMap<string, number>): string {
  const lines = entries.map(({ article }) => {
    const passages = indexed.get(article.id);
    return `${article.id}  ${passages === undefined ? 'not in the index; run `npm run index`' : countNoun(passages, 'passage')}`;
  });
  return lines.length === 0 ? 'No article.' : lines.join('\n');
}

function toJson(article: Article, file: string, { text: withText, indexed }: ListOptions): object {
  const { id, title, url, author, published, licence, text } = article;
  const about = { id, title, url, author, published, licence, file };
  return {
    ...about,
    paragraphs: paragraphsOf(article).length,
    words: countWords(text),
    ...(indexed === undefined ? {} : { passages: indexed.get(id) ?? null }),
    ...(withText ? { text } : {}),
  };
}
