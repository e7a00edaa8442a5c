import type { Article } from '../domain/article.ts';
import type { Hit } from '../domain/hit.ts';
import type { Embedder, TokenMatrix } from '../domain/ports/embedder.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import type { Reader } from '../domain/ports/reader.ts';
import type { QuestionOptions } from '../domain/question.ts';
import type { Query, Retriever } from '../domain/retriever.ts';
import type { DecisionModel } from './decide.ts';
import { hasOwnWords, suppliesKind } from './judge-follow-up.ts';
import { rankSentences, textOfSentence, weighTokens } from './rank-sentences.ts';
import type { ScoredSentence } from './rank-sentences.ts';
import { readCandidates } from './read-candidates.ts';
import { measureSignals } from './signals.ts';
import type { Signals } from './signals.ts';

/** What was found for a question, before anything is decided. */
export interface Found {
  readonly question: string;
  readonly query: Query;
  readonly questionTokens: TokenMatrix;
  /** Best first. */
  readonly ranked: readonly ScoredSentence[];
  /** Undefined when nothing was found. */
  readonly signals?: Signals;
}

/** What sentences are found and measured with. */
export interface FindingParts {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  readonly retriever: Retriever;
  readonly decision: DecisionModel;
  /** Reads the best candidates; without one the rank before it stands. Needs a decision model with `reading`. */
  readonly reader?: Reader | undefined;
}

interface Parts extends FindingParts {
  readonly articles: ReadonlyMap<string, Article>;
}

/** Sentences measured against one wording of the question. */
interface Measured {
  readonly query: Query;
  readonly tokens: TokenMatrix;
  readonly tokenWeights: readonly number[];
  readonly hits: readonly Hit[];
  readonly ranked: readonly ScoredSentence[];
}

/** Share of a follow-up's rank that its own words have; the rest is the question's before and its own together. */
const OWN_SHARE = 0.5;
/** A sentence of the wanted kind that ranks below this share of the first one is about something else. */
const KIND_SHARE = 0.75;

/** Searches, ranks the sentences of what was found, has them read, and measures what the decision rests on. */
export async function findSentences(
  question: string,
  request: QuestionOptions,
  parts: Parts,
): Promise<Found> {
  const query = parts.retriever.prepare(question, request.context);
  const whole = await measure(query, request, parts);
  const judged = query.own ? await judgeOwn(question, whole, request, parts) : whole;
  const { reader, articles } = parts;
  const weights = parts.decision.reading;
  const text = query.context === undefined ? query.text : question;
  const ranked =
    reader && weights
      ? await readCandidates({ question: text, ranked: judged.ranked, articles, reader, weights })
      : judged.ranked;
  const found = { question, query, questionTokens: whole.tokens, ranked };
  const [first, ...rest] = ranked;
  if (!first) return found;
  const { tokenWeights } = judged;
  const { retriever } = parts;
  return {
    ...found,
    signals: measureSignals({
      question,
      query: judged.query,
      ranked: [first, ...rest],
      articles,
      retriever,
      tokenWeights,
    }),
  };
}

async function measure(
  query: Query,
  request: QuestionOptions,
  parts: Parts,
  hits?: readonly Hit[],
): Promise<Measured> {
  const { embedder, retriever, index, articles } = parts;
  const { vector, tokens } = await embedder.encodeQuestion(query.text);
  const tokenWeights = weighTokens(query.text, tokens, retriever);
  const own = await retriever.retrieve(query, vector, request);
  const ranked = await rankSentences({
    query,
    questionTokens: tokens,
    tokenWeights,
    hits: hits ?? own,
    articles,
    tokensOf: index.tokens,
    retriever,
  });
  return { query, tokens, tokenWeights, hits: own, ranked };
}

/**
 * A follow-up is found with the question before it and judged by its own words: they measure the sentences, and have
 * a say in which comes first. One without words of its own is judged by the kind of thing that it asks for.
 */
async function judgeOwn(
  question: string,
  whole: Measured,
  request: QuestionOptions,
  parts: Parts,
): Promise<Measured> {
  const { own, context = '' } = whole.query;
  const followUp = { question, context };
  if (!own || !hasOwnWords(followUp, parts.retriever.terms)) {
    const floor = KIND_SHARE * (whole.ranked[0]?.rankScore ?? 0);
    const ofKind = whole.ranked.filter(
      (scored) =>
        scored.rankScore >= floor && suppliesKind(followUp, textOfSentence(scored, parts.articles)) === true,
    );
    return { ...whole, ranked: [...ofKind, ...whole.ranked.filter((scored) => !ofKind.includes(scored))] };
  }
  const alone = await measure({ ...own, corrections: [] }, request, parts, whole.hits);
  const dense = new Map(alone.hits.map(({ passage, dense: cosine }) => [passage.id, cosine]));
  const least = Math.min(0, ...dense.values());
  const ranked = alone.ranked.map((scored) => {
    const together = whole.ranked.find(
      ({ hit, sentence }) => hit === scored.hit && sentence.start === scored.sentence.start,
    );
    return {
      ...scored,
      hit: { ...scored.hit, dense: dense.get(scored.hit.passage.id) ?? least },
      rankScore: OWN_SHARE * scored.rankScore + (1 - OWN_SHARE) * (together?.rankScore ?? 0),
    };
  });
  return { ...alone, ranked: ranked.sort((a, b) => b.rankScore - a.rankScore) };
}
