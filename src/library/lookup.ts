import { citeExcerpt } from '../text/cite-excerpt.ts';
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
 * model is asked, so it never waits.
 */
export function createLookup({ articles, retriever }: LookupParts): Library['lookup'] {
  return (term, { articleId } = {}) => {
    if (articleId !== undefined) requireArticle(articles, articleId);
    const query = retriever.prepare(term);
    const entries: Excerpt[] = [];
    for (const passage of inReadingOrder(retriever.lookup(query, articleId), articles)) {
      const article = articles.get(passage.articleId);
      if (!article) continue;
      const place = { article, passage, marker: entries.length + 1 };
      entries.push(quoteTerm(place, { term, stems: query.stems, terms: retriever.terms }));
    }
    return { term, entries };
  };
}

function inReadingOrder(
  passages: readonly Passage[],
  articles: ReadonlyMap<string, Article>,
): readonly Passage[] {
  const order = new Map([...articles.keys()].map((id, index) => [id, index]));
  const place = ({ articleId }: Passage) => order.get(articleId) ?? order.size;
  return [...passages].sort((a, b) => place(a) - place(b) || a.start - b.start);
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
  const text = article.text.slice(start, end);
  return {
    articleId: article.id,
    paragraph,
    start,
    end,
    text,
    highlights: highlightWords({ text, question: term, stems, terms }),
    citation: citeExcerpt(article, paragraph, { start, end }, marker),
  };
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
