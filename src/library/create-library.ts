import type { Answerer } from '../answering/create-answerer.ts';
import { citeExcerpt } from '../answering/cite-excerpt.ts';
import { highlightWords } from '../answering/highlight-words.ts';
import { findParagraph, paragraphsOf } from '../domain/article.ts';
import type { Article } from '../domain/article.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Library } from '../domain/library.ts';
import type { Passage } from '../domain/passage.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import type { Excerpt } from '../domain/reply.ts';
import type { Retriever } from '../domain/retriever.ts';
import { collectKeyTerms, suggestFrom } from '../retrieval/collect-key-terms.ts';

export interface LibraryParts {
  readonly index: PassageIndex;
  readonly retriever: Retriever;
  readonly answerer: Answerer;
}

/** The use cases over one generation. */
export function createLibrary({ index, retriever, answerer }: LibraryParts): Library {
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const keyTerms = collectKeyTerms(index.articles);
  return {
    ask: (question, options) => answerer.ask(question, options),
    findSources: (claim, limit) => answerer.findSources(claim, limit),
    lookup(term, { articleId } = {}) {
      if (articleId !== undefined && !articles.has(articleId)) throw unknownArticle(articleId);
      const stems = retriever.prepare(term).stems;
      const entries = retriever.lookup(term, articleId).flatMap((passage) => {
        const article = articles.get(passage.articleId);
        return article ? [quoteTerm(article, passage, { term, stems, retriever })] : [];
      });
      return {
        term,
        entries: entries.map((entry, i) => ({
          ...entry,
          citation: { ...entry.citation, marker: `[${i + 1}]` },
        })),
      };
    },
    suggestTerms: (prefix, limit) => suggestFrom(keyTerms, prefix, limit),
    suggestArticles: (prefix, limit) =>
      suggestFrom(
        index.articles.map((article) => article.title),
        prefix,
        limit,
      ).flatMap((title) => index.articles.find((article) => article.title === title) ?? []),
    article: (id) => articles.get(id),
    paragraph(articleId, number) {
      const article = articles.get(articleId);
      const paragraph = article && findParagraph(article, number);
      if (!article || !paragraph) return undefined;
      const previous = findParagraph(article, number - 1);
      const next = findParagraph(article, number + 1);
      return {
        article,
        paragraph,
        count: paragraphsOf(article).length,
        ...(previous ? { previous } : {}),
        ...(next ? { next } : {}),
      };
    },
    sources: () => ({
      entries: index.articles.map((article) => ({
        article,
        paragraphs: paragraphsOf(article).length,
        passages: index.passages.filter((passage) => passage.articleId === article.id).length,
      })),
      generation: index.manifest.generation,
      indexed: index.manifest.created,
      leftOut: index.manifest.leftOut,
    }),
  };
}

interface TermQuery {
  readonly term: string;
  readonly stems: readonly string[];
  readonly retriever: Retriever;
}

/** The sentence of the passage with most of the term's words stands for it. */
function quoteTerm(article: Article, passage: Passage, { term, stems, retriever }: TermQuery): Excerpt {
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    article.text.slice(start, end);
  const count = (text: string): number =>
    new Set(retriever.terms(text).flatMap(({ stem }) => (stems.includes(stem) ? [stem] : []))).size;
  const [best] = [...passage.sentences].sort((a, b) => count(textOf(b)) - count(textOf(a)));
  const span = best ?? { ...passage, paragraph: passage.paragraphs[0] ?? 1 };
  const text = textOf(span);
  return {
    articleId: article.id,
    paragraph: span.paragraph,
    start: span.start,
    end: span.end,
    text,
    highlights: highlightWords({ text, question: term, stems, terms: retriever.terms }),
    citation: citeExcerpt(article, span.paragraph, span, 1),
  };
}

function unknownArticle(id: string): VerbatimError {
  return new VerbatimError(
    'article-unknown',
    `There is no article "${id}" in the index. Run \`npm run articles\` to see which there are.`,
  );
}
