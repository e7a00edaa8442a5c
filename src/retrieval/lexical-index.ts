import MiniSearch from 'minisearch';
import { analyseTerms, foldWord } from '../text/analyse-terms.ts';

/** A text to find, with the heading that it stands under. */
export interface LexicalDocument {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly heading: string;
}

/** A document that shares a stem with the question. */
export interface LexicalHit {
  readonly passageId: string;
  /** BM25 score, above 0. */
  readonly score: number;
}

/** BM25 over the documents of one generation. */
export interface LexicalSearch {
  /** Documents with at least one of the stems, by BM25, best first; with the stems each has. */
  search(
    stems: readonly string[],
    articleId?: string,
  ): readonly (LexicalHit & { readonly stems: readonly string[] })[];
  /** How many documents have the stem. */
  documentFrequency(stem: string): number;
  readonly documentCount: number;
  /** Folded words as the documents spell them. */
  readonly vocabulary: ReadonlySet<string>;
}

/** A heading's words count for its passages, but less than their own. */
const HEADING_BOOST = 0.3;

/** Between stems; a compatibility form may unfold to one with a space in it (U+FC5E), never to one with a line break. */
const SEPARATOR = '\n';

/** Builds the index in memory; about 0.1 ms a passage. */
export function buildLexicalIndex(documents: readonly LexicalDocument[]): LexicalSearch {
  const vocabulary = new Set<string>();
  const frequencies = new Map<string, number>();
  const index = new MiniSearch<LexicalDocument>({
    fields: ['text', 'heading'],
    storeFields: ['articleId'],
    // The terms are already stems when they come in.
    tokenize: (text) => (text === '' ? [] : text.split(SEPARATOR)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { heading: HEADING_BOOST }, prefix: false, fuzzy: false },
  });
  for (const document of documents) {
    const stems = analyse(document.text, vocabulary);
    for (const stem of new Set(stems)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    index.add({
      ...document,
      text: stems.join(SEPARATOR),
      heading: analyse(document.heading, vocabulary).join(SEPARATOR),
    });
  }
  return {
    search: (stems, articleId) =>
      index
        .search(
          stems.join(SEPARATOR),
          articleId === undefined ? {} : { filter: (hit) => hit['articleId'] === articleId },
        )
        .map((hit) => ({ passageId: String(hit.id), score: hit.score, stems: hit.terms })),
    documentFrequency: (stem) => frequencies.get(stem) ?? 0,
    documentCount: documents.length,
    vocabulary,
  };
}

function analyse(text: string, vocabulary: Set<string>): readonly string[] {
  return analyseTerms(text).map(({ stem, span }) => {
    vocabulary.add(foldWord(text.slice(span.start, span.end)));
    return stem;
  });
}
