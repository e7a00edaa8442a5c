import type { Article } from '../domain/article.ts';
import type { RankedSentence } from '../domain/library.ts';
import type { Passage, PassageSentence } from '../domain/passage.ts';
import type { Embedder } from '../domain/ports/embedder.ts';
import type { EncodedPassage, PassageIndex } from '../domain/ports/passage-index.ts';
import type { Retriever } from '../domain/retriever.ts';
import { standardise } from '../domain/standardise.ts';
import { analyseTerms } from '../text/analyse-terms.ts';
import { buildLexicalIndex } from '../retrieval/lexical-index.ts';
import type { LexicalSearch } from '../retrieval/lexical-index.ts';

/** The usual design: the top passages, and of each its best sentence by the same signal. */
export interface Baseline {
  rank(question: string): Promise<{ readonly ranking: readonly RankedSentence[]; readonly score: number }>;
}

const PASSAGES = 5;

/** Cosine of the question's vector to the passage's, then to its sentences'. */
export async function createDenseBaseline(index: PassageIndex, embedder: Embedder): Promise<Baseline> {
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const encoded = await readPassages(index);
  return {
    async rank(question) {
      const { vector } = await embedder.encodeQuestion(question);
      const top = encoded
        .map((entry) => ({ entry, score: dot(vector, entry.vector) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, PASSAGES);
      const ranking = top.flatMap(({ entry, score }) => bestSentence(entry, vector, { articles, score }));
      return { ranking, score: top[0]?.score ?? 0 };
    },
  };
}

function bestSentence(
  { passage, sentenceVectors }: EncodedPassage,
  vector: Float32Array,
  { articles, score }: { readonly articles: ReadonlyMap<string, Article>; readonly score: number },
): readonly RankedSentence[] {
  const [best] = passage.sentences
    .map((sentence, i) => ({ sentence, cosine: dot(vector, sentenceVectors[i] ?? new Float32Array()) }))
    .sort((a, b) => b.cosine - a.cosine);
  return best ? [toRanked(passage, best.sentence, { articles, score })] : [];
}

/** BM25 of the passage, then of its sentences. */
export function createLexicalBaseline(index: PassageIndex): Baseline {
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const textOf = (articleId: string, start: number, end: number): string =>
    articles.get(articleId)?.text.slice(start, end) ?? '';
  const passages = new Map(index.passages.map((passage) => [passage.id, passage]));
  const byPassage = buildLexicalIndex(
    index.passages.map(({ id, articleId, start, end }) => ({
      id,
      articleId,
      text: textOf(articleId, start, end),
      heading: '',
    })),
  );
  const bySentence = indexSentences(index);
  return {
    rank(question) {
      const stems = [...new Set(analyseTerms(question).map((term) => term.stem))];
      const top = byPassage.search(stems).slice(0, PASSAGES);
      const sentenceScores = new Map(bySentence.search(stems).map((hit) => [hit.passageId, hit.score]));
      const ranking = top.flatMap(({ passageId, score }): RankedSentence[] => {
        const passage = passages.get(passageId);
        const [best] = [...(passage?.sentences ?? []).entries()].sort(
          ([a], [b]) =>
            (sentenceScores.get(`${passageId}/${b}`) ?? 0) - (sentenceScores.get(`${passageId}/${a}`) ?? 0),
        );
        return passage && best ? [toRanked(passage, best[1], { articles, score })] : [];
      });
      return Promise.resolve({ ranking, score: top[0]?.score ?? 0 });
    },
  };
}

/** Passages by both searches fused; of each the sentence with the greatest sum of standardised cosine and BM25. */
export async function createFusedBaseline(
  index: PassageIndex,
  embedder: Embedder,
  retriever: Retriever,
): Promise<Baseline> {
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const encoded = await readPassages(index);
  const vectorsOf = new Map(encoded.map((entry) => [entry.passage.id, entry.sentenceVectors]));
  const bySentence = indexSentences(index);
  return {
    async rank(question) {
      const query = retriever.prepare(question);
      const { vector } = await embedder.encodeQuestion(query.text);
      const hits = await retriever.retrieve(query, vector, {});
      const words = new Map(bySentence.search(query.stems).map((hit) => [hit.passageId, hit.score]));
      const ranking = hits.flatMap(({ passage, fused }): RankedSentence[] => {
        const { sentences, id } = passage;
        const cosines = standardise(
          sentences.map((_, i) => dot(vector, vectorsOf.get(id)?.[i] ?? new Float32Array())),
        );
        const lexical = standardise(sentences.map((_, i) => words.get(`${id}/${i}`) ?? 0));
        const [best] = sentences
          .map((sentence, i) => ({ sentence, score: (cosines[i] ?? 0) + (lexical[i] ?? 0) }))
          .sort((a, b) => b.score - a.score);
        return best ? [toRanked(passage, best.sentence, { articles, score: fused })] : [];
      });
      return { ranking, score: Math.max(0, ...hits.map((hit) => hit.dense)) };
    },
  };
}

async function readPassages(index: PassageIndex): Promise<readonly EncodedPassage[]> {
  return (await Promise.all(index.articles.map(({ id }) => index.encodedPassages(id)))).flat();
}

function indexSentences(index: PassageIndex): LexicalSearch {
  const texts = new Map(index.articles.map(({ id, text }) => [id, text]));
  return buildLexicalIndex(
    index.passages.flatMap(({ id, articleId, sentences }) =>
      sentences.map(({ start, end }, i) => ({
        id: `${id}/${i}`,
        articleId,
        text: texts.get(articleId)?.slice(start, end) ?? '',
        heading: '',
      })),
    ),
  );
}

function toRanked(
  passage: Passage,
  { start, end, paragraph }: PassageSentence,
  { articles, score }: { readonly articles: ReadonlyMap<string, Article>; readonly score: number },
): RankedSentence {
  const { id: passageId, articleId } = passage;
  const text = articles.get(articleId)?.text.slice(start, end) ?? '';
  return { articleId, passageId, paragraph, start, end, text, rankScore: score };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
