import type { Hit } from '../domain/hit.ts';
import type { Passage } from '../domain/passage.ts';
import type { LexicalHit } from './lexical-index.ts';
import type { PassageIndex, VectorHit } from '../domain/ports/passage-index.ts';
import type { Retriever } from '../domain/retriever.ts';
import { analyseTerms } from '../text/analyse-terms.ts';
import { fuseScores } from './fuse-scores.ts';
import { buildLexicalIndex } from './lexical-index.ts';
import { prepareQuery } from './prepare-query.ts';

/** What the retriever has to be told about the world outside the corpus. */
export interface RetrieverOptions {
  /** Whether the embedding model knows the (lower-case) word as one token. */
  readonly isKnownWord: (word: string) => boolean;
}

/** Candidates that each of the two searches brings to the fusion. */
const POOL = 50;
/** Passages returned for a question; 5 hold the right one for 99 of 100 of XQuAD's questions. */
const TOP_PASSAGES = 5;

/** Hybrid retrieval over one generation: dense and BM25, fused on standardised scores. */
export function createRetriever(index: PassageIndex, options: RetrieverOptions): Retriever {
  const texts = new Map(index.articles.map((article) => [article.id, article.text]));
  const passages = new Map(index.passages.map((passage) => [passage.id, passage]));
  const lexical = buildLexicalIndex(
    index.passages.map((passage) => ({
      id: passage.id,
      articleId: passage.articleId,
      text: texts.get(passage.articleId)?.slice(passage.start, passage.end) ?? '',
      heading: passage.heading ?? '',
    })),
  );
  const aliases = Object.assign({}, ...index.articles.map((article) => article.aliases)) as Record<
    string,
    string
  >;
  const knowledge = { vocabulary: lexical.vocabulary, aliases, isKnownWord: options.isKnownWord };

  return {
    prepare: (question, context) => prepareQuery(question, context, knowledge),
    lookup: ({ stems }, articleId) =>
      lexical.having(stems, articleId).flatMap((id) => passages.get(id) ?? []),
    alike(text, limit) {
      const stems = analyseTerms(text).map(({ stem }) => stem);
      return lexical.sharing(stems, limit).flatMap((id) => passages.get(id) ?? []);
    },
    terms: analyseTerms,
    idf(stem) {
      const n = lexical.documentFrequency(stem);
      return Math.log(1 + (lexical.documentCount - n + 0.5) / (n + 0.5));
    },
    async retrieve(query, vector, { articleId }) {
      const filter = articleId === undefined ? {} : { articleId };
      const dense = await index.nearest(vector, { limit: POOL, ...filter });
      const words = lexical.search(query.stems, articleId).slice(0, POOL);
      const denseById = new Map(dense.map((hit, i) => [hit.passageId, { hit, rank: i + 1 }]));
      const wordsById = new Map(words.map((hit, i) => [hit.passageId, { hit, rank: i + 1 }]));
      const ids = [...new Set([...denseById.keys(), ...wordsById.keys()])];
      const fused = fuseScores(
        ids.map((id) => ({ dense: cosineOf(denseById.get(id)), lexical: wordsById.get(id)?.hit.score })),
      );
      const hits = ids.flatMap((id, i): Hit[] => {
        const passage = passages.get(id);
        return passage ? [toHit(passage, denseById.get(id), wordsById.get(id), fused[i] ?? 0)] : [];
      });
      return hits.sort((a, b) => b.fused - a.fused).slice(0, TOP_PASSAGES);
    },
  };
}

interface Ranked<T> {
  readonly hit: T;
  /** Counted from 1. */
  readonly rank: number;
}

function cosineOf(near: Ranked<VectorHit> | undefined): number | undefined {
  return near && Math.max(near.hit.passage ?? -1, near.hit.sentence ?? -1);
}

function toHit(
  passage: Passage,
  near: Ranked<VectorHit> | undefined,
  matching: Ranked<LexicalHit & { readonly stems: readonly string[] }> | undefined,
  fused: number,
): Hit {
  return {
    passage,
    fused,
    dense: cosineOf(near) ?? 0,
    lexical: matching?.hit.score ?? 0,
    ...(near ? { denseRank: near.rank } : {}),
    ...(matching ? { lexicalRank: matching.rank } : {}),
    matchedTerms: matching?.hit.stems ?? [],
  };
}
