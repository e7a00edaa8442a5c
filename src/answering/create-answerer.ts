import { requireArticle } from '../domain/article.ts';
import { isVerbatim } from '../domain/library.ts';
import { parseQuestion } from '../domain/question.ts';
import type { QuestionOptions, Strictness } from '../domain/question.ts';
import type { AbstentionReason, Abstention, Confidence, Excerpt, Reply } from '../domain/reply.ts';
import { capConfidence } from './cap-confidence.ts';
import { citeExcerpt } from '../text/cite-excerpt.ts';
import { decide, lesser, scoreSignals } from './decide.ts';
import type { Thresholds } from './decide.ts';
import { highlightWords } from './highlight-words.ts';
import { questionWordSimilarity } from './question-word-similarity.ts';
import { explain } from './explain-answer.ts';
import { findSentences } from './find-sentences.ts';
import type { FindingParts, Found } from './find-sentences.ts';
import { limitFollowUp } from './judge-follow-up.ts';
import { pointAt } from './point-at-answer.ts';
import { textOfSentence } from './rank-sentences.ts';
import { MAX_CANDIDATES } from './read-candidates.ts';
import { selectExcerpts, SELECTION_RULES } from './select-excerpts.ts';
import type { SelectionRules } from './select-excerpts.ts';
import { toCandidate, toRanked } from './measured-outcome.ts';
import type { MeasuredOutcome } from './measured-outcome.ts';
import { traceAnswer } from './trace-answer.ts';

/** What answers rest on and are judged by; other `selectionRules` than the usual are for measuring what these bring. */
export interface AnswererOptions extends FindingParts {
  readonly strictness: Strictness;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** English name of the text's language, or undefined when it cannot be told. */
  readonly detectLanguage: (text: string) => Promise<string | undefined>;
  readonly selectionRules?: SelectionRules;
}

/** Both ways in which sentences are found for people: with a decision whether they answer, and without one. */
export interface Answerer {
  ask(question: string, options?: QuestionOptions): Promise<MeasuredOutcome>;
  /** The excerpts nearest to a claim, without a decision. */
  findSources(claim: string, limit: number): Promise<readonly Excerpt[]>;
}

/** What a reply is decided on. */
interface Judged {
  readonly score: number;
  readonly excerpts: readonly Excerpt[];
  readonly thresholds: Thresholds;
}

/** Sentences of the ranking that an outcome reports. */
const REPORTED_RANKS = 5;
const NEAREST = 3;

/** The use case behind every surface: question → Reply. */
export function createAnswerer(options: AnswererOptions): Answerer {
  const { index, retriever, decision } = options;
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const rules = options.selectionRules ?? SELECTION_RULES;
  let articleLanguage: Promise<string | undefined> | undefined;

  const find = (question: string, request: QuestionOptions): Promise<Found> =>
    findSentences(question, request, { ...options, articles });

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
      const answer = isAnswer ? pointAt(question, best, { start, end }) : undefined;
      const wordSimilarity =
        isAnswer && !best.answer
          ? questionWordSimilarity({
              excerptStart: start,
              questionText: query.text,
              questionTokens,
              passageTokens: await index.tokens(best.hit.passage.id),
            })
          : undefined;
      const highlights =
        isAnswer && best.answer
          ? answer
            ? [answer]
            : []
          : highlightWords({ text, question, stems, terms, wordSimilarity });
      const citation = citeExcerpt(article, paragraph, { start, end }, excerpts.length + 1);
      const excerpt = {
        articleId: article.id,
        paragraph,
        start,
        end,
        text,
        ...(answer ? { answer } : {}),
        highlights,
        citation,
      };
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
    const language = await options.detectLanguage(question);
    articleLanguage ??= options.detectLanguage(
      index.articles.map((article) => article.text.slice(0, 2000)).join('\n'),
    );
    const own = await articleLanguage;
    const foreign = language !== undefined && own !== undefined && language !== own;
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
    { score, excerpts, thresholds }: Judged,
  ): Promise<Reply> {
    const [first, ...further] = excerpts;
    const article = first && articles.get(first.articleId);
    const decided = capConfidence(decide(score, thresholds), first, article);
    const confidence = lesser(decided, limitOf(found));
    if (confidence === 'abstain' || !first) return abstain(question, 'weak-hits', found, score);
    return { kind: 'answer', question, confidence, score, excerpts: [first, ...further] };
  }

  /** A question that needs nothing before it has no limit. */
  function limitOf({ question, query: { context }, ranked }: Found): Confidence | 'abstain' {
    const [best] = ranked;
    if (context === undefined || !best) return 'strong';
    return limitFollowUp({ question, context }, textOfSentence(best, articles), retriever.terms);
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
      const strictness = request.strictness ?? options.strictness;
      const thresholds = decision.thresholds[strictness];
      const score = scoreSignals(decision, found.signals);
      const excerpts = await quote(found, rules, true);
      return {
        reply: await reply(question, found, { score, excerpts, thresholds }),
        excerpts,
        explanation: explain(found.query, best, {
          score,
          thresholds,
          strictness,
          ranked: found.ranked,
          articles,
          retriever,
        }),
        ranking: found.ranked.slice(0, REPORTED_RANKS).map((scored) => toRanked(scored, articles)),
        signals: found.signals,
        candidates: found.ranked.slice(0, MAX_CANDIDATES).map((scored) => toCandidate(scored, articles)),
        trace: traceAnswer({
          ranked: found.ranked,
          articles,
          signals: found.signals,
          decision,
          score,
          thresholds,
        }),
        totalMs: options.clock() - started,
      };
    },
    async findSources(claim, limit) {
      if (articles.size === 0 || !/[\p{L}\p{N}]/u.test(claim)) return [];
      return quote(await find(claim, {}), { ...rules, limit, furtherShare: 0 }, false);
    },
  };
}
