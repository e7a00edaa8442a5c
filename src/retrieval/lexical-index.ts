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
  /**
   * Those with all of the stems; where there is none, those with at least one. In the order in which they were given,
   * without the time that scoring takes: a common word stands in thousands.
   */
  having(stems: readonly string[], articleId?: string): readonly string[];
  /** Those that share most of the rarest of the stems, each weighed by its rarity; best first. */
  sharing(stems: readonly string[], limit: number): readonly string[];
  /** How many documents have the stem. */
  documentFrequency(stem: string): number;
  readonly documentCount: number;
  /** Folded words as the documents spell them. */
  readonly vocabulary: ReadonlySet<string>;
}

/** A heading's words count for its passages, but less than their own. */
const HEADING_BOOST = 0.3;

/** Words of a text by which documents like it are found: the common ones stand everywhere and take their time. */
const RAREST = 8;

/** Between stems; a compatibility form may unfold to one with a space in it (U+FC5E), never to one with a line break. */
const SEPARATOR = '\n';

/** Builds the index in memory; about 0.1 ms a passage. */
export function buildLexicalIndex(documents: readonly LexicalDocument[]): LexicalSearch {
  const vocabulary = new Set<string>();
  const frequencies = new Map<string, number>();
  /** Places of the documents that have the stem, their headings included. */
  const places = new Map<string, number[]>();
  const index = new MiniSearch<LexicalDocument>({
    fields: ['text', 'heading'],
    storeFields: ['articleId'],
    // The terms are already stems when they come in.
    tokenize: (text) => (text === '' ? [] : text.split(SEPARATOR)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boost: { heading: HEADING_BOOST }, prefix: false, fuzzy: false },
  });
  for (const [place, document] of documents.entries()) {
    const stems = analyse(document.text, vocabulary);
    const headingStems = analyse(document.heading, vocabulary);
    for (const stem of new Set(stems)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    for (const stem of new Set([...stems, ...headingStems])) {
      const known = places.get(stem);
      if (known) known.push(place);
      else places.set(stem, [place]);
    }
    index.add({ ...document, text: stems.join(SEPARATOR), heading: headingStems.join(SEPARATOR) });
  }
  return {
    search: (stems, articleId) =>
      index
        .search(
          stems.join(SEPARATOR),
          articleId === undefined ? {} : { filter: (hit) => hit['articleId'] === articleId },
        )
        .map((hit) => ({ passageId: String(hit.id), score: hit.score, stems: hit.terms })),
    having(stems, articleId) {
      const within = (found: readonly number[]): readonly number[] =>
        articleId === undefined ? found : found.filter((place) => documents[place]?.articleId === articleId);
      const lists = [...new Set(stems)].map((stem) => places.get(stem) ?? []);
      const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
      const sets = others.map((list) => new Set(list));
      const whole = within(shortest.filter((place) => sets.every((set) => set.has(place))));
      const any = () => within([...new Set(lists.flat())].sort((a, b) => a - b));
      return (whole.length > 0 ? whole : any()).flatMap((place) => documents[place]?.id ?? []);
    },
    sharing(stems, limit) {
      const rarest = [...new Set(stems)]
        .map((stem) => places.get(stem) ?? [])
        .filter(({ length }) => length > 0)
        .sort((a, b) => a.length - b.length)
        .slice(0, RAREST);
      const weights = new Map<number, number>();
      for (const shared of rarest) {
        const weight = Math.log(1 + documents.length / shared.length);
        for (const place of shared) weights.set(place, (weights.get(place) ?? 0) + weight);
      }
      return [...weights]
        .sort(([a, left], [b, right]) => right - left || a - b)
        .slice(0, limit)
        .flatMap(([place]) => documents[place]?.id ?? []);
    },
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
