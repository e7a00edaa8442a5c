import { parseArticle } from '../../src/corpus/parse-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { CorpusFile } from '../../src/domain/corpus-file.ts';

export function corpusFile(path: string, content: string): CorpusFile {
  return { path, bytes: new TextEncoder().encode(content) };
}

/** The article that a file with that name and content holds. */
export function articleFrom(path: string, content: string): Article {
  return parseArticle(corpusFile(path, content)).article;
}

export function paragraphTexts(article: Article): readonly string[] {
  return paragraphsOf(article).map(({ start, end }) => article.text.slice(start, end));
}
