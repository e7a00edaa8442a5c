import { VerbatimError } from '../domain/errors.ts';
import type { Library, SourcesView } from '../domain/library.ts';
import { parseQuestion } from '../domain/question.ts';

/** The use cases over a corpus without articles: every question is declined, and the reason is said. */
export function openEmptyLibrary(): Library {
  const sources: SourcesView = { entries: [], generation: 'none', indexed: '', leftOut: [] };
  return {
    ask(raw, { articleId } = {}) {
      if (articleId !== undefined) {
        return Promise.reject(
          new VerbatimError('article-unknown', `There is no article "${articleId}": the corpus holds none.`),
        );
      }
      try {
        const question = parseQuestion(raw);
        return Promise.resolve({
          reply: { kind: 'abstention', question, reason: 'empty-corpus', score: 0, nearest: [] },
          ranking: [],
          totalMs: 0,
        });
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    },
    findSources: () => Promise.resolve([]),
    lookup: (term) => ({ term, articleIds: [], quote: () => [], entries: [] }),
    checkQuote: () => ({ kind: 'absent' }),
    suggestTerms: () => [],
    suggestArticles: () => [],
    article: () => undefined,
    paragraph: () => undefined,
    sources: () => sources,
  };
}
