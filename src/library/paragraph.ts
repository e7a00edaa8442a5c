import { paragraphsOf } from '../domain/article.ts';
import type { Article, ParagraphBlock } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';

/** Turns the pages of an article: a paragraph between its neighbours. Each article is counted once. */
export function createParagraph(articles: ReadonlyMap<string, Article>): Library['paragraph'] {
  const counted = new Map<string, readonly ParagraphBlock[]>();
  const count = (article: Article): readonly ParagraphBlock[] => {
    const known = counted.get(article.id) ?? paragraphsOf(article);
    counted.set(article.id, known);
    return known;
  };
  return (articleId, number) => {
    const article = articles.get(articleId);
    if (!article) return undefined;
    const paragraphs = count(article);
    const paragraph = paragraphs[number - 1];
    if (!paragraph) return undefined;
    const previous = paragraphs[number - 2];
    const next = paragraphs[number];
    return {
      article,
      paragraph,
      count: paragraphs.length,
      ...(previous ? { previous } : {}),
      ...(next ? { next } : {}),
    };
  };
}
