import { quoteSpan } from '../text/cite-excerpt.ts';
import { highlightWords } from '../answering/highlight-words.ts';
import { requireArticle } from '../domain/article.ts';
import type { Article } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';
import type { Passage, PassageSentence } from '../domain/passage.ts';
import type { Excerpt } from '../domain/reply.ts';
import type { Retriever } from '../domain/retriever.ts';

/** What a look-up needs: no model among it. */
export interface LookupParts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly retriever: Retriever;
}

/**
 * The passages about a term, each by one sentence of it, as an index lists them: by article and in reading order. No
 * model is asked, so it never waits; only what is looked at is quoted, for a common word stands in thousands.
 */
export function createLookup({ articles, retriever }: LookupParts): Library['lookup'] {
  const order = new Map([...articles.keys()].map((id, index) => [id, index]));
  const place = ({ articleId }: Passage): number => order.get(articleId) ?? order.size;
  return (term, { articleId } = {}) => {
    if (articleId !== undefined) requireArticle(articles, articleId);
    const query = retriever.prepare(term);
    const passages = retriever
      .lookup(query, articleId)
      .filter((passage) => articles.has(passage.articleId))
      .sort((a, b) => place(a) - place(b) || a.start - b.start);
    const sought = { term, stems: query.stems, terms: retriever.terms };
    const quote = (from: number, to: number) =>
      passages.slice(from, to).flatMap((passage, index) => {
        const article = articles.get(passage.articleId);
        return article ? [quoteTerm({ article, passage, marker: from + index + 1 }, sought)] : [];
      });
    return {
      term,
      articleIds: passages.map((passage) => passage.articleId),
      quote,
      get entries() {
        return quote(0, passages.length);
      },
    };
  };
}

interface PassagePlace {
  readonly article: Article;
  readonly passage: Passage;
  readonly marker: number;
}

interface SoughtTerm {
  readonly term: string;
  readonly stems: readonly string[];
  readonly terms: Retriever['terms'];
}

function quoteTerm({ article, passage, marker }: PassagePlace, sought: SoughtTerm): Excerpt {
  const { term, stems, terms } = sought;
  const { start, end, paragraph } = chooseSentence(article, passage, sought);
  const quoted = quoteSpan(article, paragraph, { start, end }, { marker });
  return { ...quoted, highlights: highlightWords({ text: quoted.text, question: term, stems, terms }) };
}

/** The first of the sentences with most of the term's words. */
function chooseSentence(article: Article, passage: Passage, { stems, terms }: SoughtTerm): PassageSentence {
  let best: { readonly sentence: PassageSentence; readonly count: number } | undefined;
  for (const sentence of passage.sentences) {
    const own = new Set(terms(article.text.slice(sentence.start, sentence.end)).map(({ stem }) => stem));
    const count = stems.filter((stem) => own.has(stem)).length;
    if (!best || count > best.count) best = { sentence, count };
  }
  return best?.sentence ?? { ...passage, paragraph: passage.paragraphs[0] ?? 1 };
}
