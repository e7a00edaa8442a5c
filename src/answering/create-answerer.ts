import type { Article } from '../domain/article.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { AskOutcome, Explanation, RankedSentence } from '../domain/library.ts';
import { isVerbatim } from '../domain/library.ts';
import type { Embedder, TokenMatrix } from '../domain/ports/embedder.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { parseQuestion } from '../domain/question.ts';
import type { QuestionOptions, Strictness } from '../domain/question.ts';
import type { AbstentionReason, Abstention, Excerpt, Reply } from '../domain/reply.ts';
import type { Query, Retriever } from '../domain/retriever.ts';
import { capConfidence } from './cap-confidence.ts';
import { citeExcerpt } from './cite-excerpt.ts';
import { decide, scoreSignals } from './decide.ts';
import type { DecisionModel } from './decide.ts';
import { highlightWords } from './highlight-words.ts';
import { questionWordSimilarity } from './question-word-similarity.ts';
import { rankSentences, weighTokens } from './rank-sentences.ts';
import type { ScoredSentence } from './rank-sentences.ts';
import { selectExcerpts, SELECTION_RULES } from './select-excerpts.ts';
import type { SelectionRules } from './select-excerpts.ts';
import { measureSignals } from './signals.ts';
import type { Signals } from './signals.ts';

export interface AnswererOptions {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  readonly retriever: Retriever;
  readonly decision: DecisionModel;
  readonly strictness: Strictness;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** English name of the text's language, or undefined when it cannot be told. */
  readonly detectLanguage: (text: string) => string | undefined;
  readonly selectionRules?: SelectionRules;
}

export interface Answerer {
  ask(question: string, options?: QuestionOptions): Promise<MeasuredOutcome>;
  /** The excerpts nearest to a claim, without a decision. */
  findSources(claim: string, limit: number): Promise<readonly Excerpt[]>;
}

/** The outcome with the signals that the decision rests on, for calibration and evaluation. */
export interface MeasuredOutcome extends AskOutcome {
  readonly signals?: Signals;
  /** The excerpts that an answer shows, whatever the decision. */
  readonly excerpts?: readonly Excerpt[];
}

/** Sentences of the ranking that an outcome reports. */
const REPORTED_RANKS = 5;
const NEAREST = 3;

interface Found {
  readonly question: string;
  readonly query: Query;
  readonly questionTokens: TokenMatrix;
  readonly ranked: readonly ScoredSentence[];
  readonly signals?: Signals;
}

/** The use case behind every surface: question → Reply. */
export function createAnswerer(options: AnswererOptions): Answerer {
  const { index, embedder, retriever, decision, strictness } = options;
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const thresholds = decision.thresholds[strictness];
  const rules = options.selectionRules ?? SELECTION_RULES;
  let articleLanguage: string | undefined | null = null;

  async function find(question: string, request: QuestionOptions): Promise<Found> {
    const query = retriever.prepare(question, request.context);
    const { vector, tokens } = await embedder.encodeQuestion(query.text);
    const hits = await retriever.retrieve(query, vector, request);
    const ranked = await rankSentences({
      query,
      questionTokens: tokens,
      hits,
      articles,
      tokensOf: index.tokens,
      retriever,
    });
    const [first, ...rest] = ranked;
    if (!first) return { question, query, questionTokens: tokens, ranked };
    const tokenWeights = weighTokens(query.text, tokens, retriever);
    return {
      question,
      query,
      questionTokens: tokens,
      ranked,
      signals: measureSignals({
        question,
        query,
        ranked: [first, ...rest],
        articles,
        retriever,
        tokenWeights,
      }),
    };
  }

  /** @param isAnswer whether the excerpts are held for an answer, or only for what comes closest */
  async function quote(
    { question, query, questionTokens, ranked }: Found,
    selection: SelectionRules,
    isAnswer: boolean,
  ): Promise<readonly Excerpt[]> {
    const { stems } = query;
    const { terms } = retriever;
    const excerpts: Excerpt[] = [];
    for (const { article, paragraph, start, end, best } of selectExcerpts(ranked, articles, selection)) {
      const text = article.text.slice(start, end);
      const wordSimilarity = isAnswer
        ? questionWordSimilarity({
            excerptStart: start,
            questionText: query.text,
            questionTokens,
            passageTokens: await index.tokens(best.hit.passage.id),
          })
        : undefined;
      const highlights = highlightWords({ text, question, stems, terms, wordSimilarity });
      const citation = citeExcerpt(article, paragraph, { start, end }, excerpts.length + 1);
      const excerpt = { articleId: article.id, paragraph, start, end, text, highlights, citation };
      if (isVerbatim(excerpt, article)) excerpts.push(excerpt);
    }
    return excerpts;
  }

  async function abstain(
    question: string,
    reason: AbstentionReason,
    found?: Found,
    score = 0,
  ): Promise<Abstention> {
    const nearest = found ? await quote(found, { ...rules, limit: NEAREST, furtherShare: 0 }, false) : [];
    const language = options.detectLanguage(question);
    articleLanguage ??= options.detectLanguage(
      index.articles.map((article) => article.text.slice(0, 2000)).join('\n'),
    );
    const foreign = language !== undefined && articleLanguage !== undefined && language !== articleLanguage;
    return {
      kind: 'abstention',
      question,
      reason,
      score,
      nearest,
      ...(foreign ? { questionLanguage: language } : {}),
    };
  }

  async function reply(
    question: string,
    found: Found,
    { score, excerpts }: { score: number; excerpts: readonly Excerpt[] },
  ): Promise<Reply> {
    const [first, ...further] = excerpts;
    const article = first && articles.get(first.articleId);
    const confidence = capConfidence(decide(score, thresholds), first, article);
    if (confidence === 'abstain' || !first) return abstain(question, 'weak-hits', found, score);
    return { kind: 'answer', question, confidence, score, excerpts: [first, ...further] };
  }

  return {
    async ask(raw, request = {}) {
      const started = options.clock();
      const question = parseQuestion(raw);
      if (request.articleId !== undefined) requireArticle(articles, request.articleId);
      if (articles.size === 0) {
        return {
          reply: await abstain(question, 'empty-corpus'),
          ranking: [],
          totalMs: options.clock() - started,
        };
      }
      // Without a letter or digit there is nothing to look for; the model would still find something 'near'.
      const isWordless = !/[\p{L}\p{N}]/u.test(question);
      const found = isWordless ? undefined : await find(question, request);
      const best = found?.ranked[0];
      if (!found?.signals || !best) {
        return { reply: await abstain(question, 'no-hits'), ranking: [], totalMs: options.clock() - started };
      }
      const score = scoreSignals(decision, found.signals);
      const excerpts = await quote(found, rules, true);
      return {
        reply: await reply(question, found, { score, excerpts }),
        excerpts,
        explanation: explain(found.query, best, { score, thresholds, strictness, articles, retriever }),
        ranking: found.ranked.slice(0, REPORTED_RANKS).map((scored) => toRanked(scored, articles)),
        signals: found.signals,
        totalMs: options.clock() - started,
      };
    },
    async findSources(claim, limit) {
      if (articles.size === 0 || !/[\p{L}\p{N}]/u.test(claim)) return [];
      return quote(await find(claim, {}), { ...rules, limit, furtherShare: 0 }, false);
    },
  };
}

function requireArticle(articles: ReadonlyMap<string, Article>, id: string): void {
  if (articles.has(id)) return;
  throw new VerbatimError(
    'article-unknown',
    `There is no article "${id}" in the index. Run \`npm run articles\` to see which there are.`,
  );
}

function toRanked(
  { hit, sentence, rankScore }: ScoredSentence,
  articles: ReadonlyMap<string, Article>,
): RankedSentence {
  const { start, end, paragraph } = sentence;
  const { articleId, id: passageId } = hit.passage;
  const text = articles.get(articleId)?.text.slice(start, end) ?? '';
  return { articleId, passageId, paragraph, start, end, text, rankScore };
}

interface ExplainInput extends Pick<Explanation, 'score' | 'thresholds' | 'strictness'> {
  readonly articles: ReadonlyMap<string, Article>;
  readonly retriever: Retriever;
}

function explain(query: Query, { hit }: ScoredSentence, input: ExplainInput): Explanation {
  const { articles, retriever, ...decision } = input;
  const { passage, denseRank, lexicalRank } = hit;
  const text = articles.get(passage.articleId)?.text.slice(passage.start, passage.end) ?? '';
  const words = retriever
    .terms(text)
    .filter((term) => query.stems.includes(term.stem))
    .map(({ span }) => text.slice(span.start, span.end));
  return {
    ...decision,
    matchedTerms: [...new Map(words.map((word) => [word.toLowerCase(), word])).values()],
    ...(denseRank === undefined ? {} : { denseRank }),
    ...(lexicalRank === undefined ? {} : { lexicalRank }),
    corrections: query.corrections,
    ...(query.context === undefined ? {} : { context: query.context }),
  };
}
