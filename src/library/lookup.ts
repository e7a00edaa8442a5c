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
 * model is asked, so it never waits.
 */
export function createLookup({ articles, retriever }: LookupParts): Library['lookup'] {
  const order = new Map([...articles.keys()].map((id, index) => [id, index]));
  const place = ({ articleId }: Passage): number => order.get(articleId) ?? order.size;
  return (term, { articleId } = {}) => {
    if (articleId !== undefined) requireArticle(articles, articleId);
    const query = retriever.prepare(term);
    const passages = [...retriever.lookup(query, articleId)];
    const entries: Excerpt[] = [];
    for (const passage of passages.sort((a, b) => place(a) - place(b) || a.start - b.start)) {
      const article = articles.get(passage.articleId);
      if (!article) continue;
      const at = { article, passage, marker: entries.length + 1 };
      entries.push(quoteTerm(at, { term, stems: query.stems, terms: retriever.terms }));
    }
    return { term, entries };
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
