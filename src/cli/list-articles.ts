import type { Article } from '../domain/article.ts';
import { paragraphsOf } from '../domain/article.ts';
import { countWords } from '../text/count-words.ts';

export interface ListOptions {
  readonly json: boolean;
  /** With the whole Article.text, so that offsets can be checked. */
  readonly text: boolean;
}

/** The articles of the corpus as lines, or as one JSON array. */
export function listArticles(
  entries: readonly { readonly article: Article; readonly file: string }[],
  options: ListOptions,
): string {
  if (options.json)
    return JSON.stringify(
      entries.map(({ article, file }) => toJson(article, file, options.text)),
      null,
      2,
    );
  if (entries.length === 0) return 'The corpus holds no article.';
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

function toJson(article: Article, file: string, withText: boolean): object {
  const { id, title, url, author, published, licence, text } = article;
  const about = { id, title, url, author, published, licence, file };
  return {
    ...about,
    paragraphs: paragraphsOf(article).length,
    words: countWords(text),
    ...(withText ? { text } : {}),
  };
}
