import type { Candidate } from '../answering/measured-outcome.ts';
import type { Signals } from '../answering/signals.ts';
import { findParagraph } from '../domain/article.ts';
import type { Article } from '../domain/article.ts';
import type { RankedSentence } from '../domain/library.ts';
import type { Excerpt, Reply } from '../domain/reply.ts';
import { shownExcerpts } from '../domain/reply.ts';
import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';
import { measureAuroc } from './measure-auroc.ts';
import { measurePrecisionAtCoverage } from './precision-at-coverage.ts';
import { quantile } from './quantile.ts';
import type { DatasetQuestion, Gold } from './read-dataset.ts';

/** What one system made of one question. */
export interface EvaluatedOutcome {
  readonly question: DatasetQuestion;
  /** Best first, before the decision. */
  readonly ranking: readonly RankedSentence[];
  /** What would be shown if the system answered. */
  readonly excerpts: readonly Excerpt[];
  readonly score: number;
  /** What the decision rests on, where there was one. */
  readonly signals?: Signals;
  /** What the ranking was chosen from, where a reader may have read it. */
  readonly candidates?: readonly Candidate[];
  readonly reply: Reply;
  readonly totalMs: number;
}

/** All rates are shares in [0, 1]; a weak answer counts half in the decision's rates. */
export interface Metrics {
  readonly questions: number;
  readonly sentenceAt1: number;
  readonly sentenceAt3: number;
  readonly paragraphAt1: number;
  readonly paragraphAt3: number;
  readonly excerptAt1: number;
  readonly excerptAt3: number;
  readonly excerptCharsMean: number;
  readonly excerptCharsP90: number;
  readonly goldCharsMean: number;
  readonly goldCharsP90: number;
  readonly verbatimRate: number;
  readonly highlightHitRate: number;
  /** Share of the answerable questions whose first excerpt is right and has a gold answer touched by what is in bold. */
  readonly spanHitRate: number;
  readonly aurocFar: number;
  readonly aurocNear: number;
  readonly answeredRate: number;
  readonly falseAnswerRateFar: number;
  readonly falseAnswerRateNear: number;
  /** Share of all questions that get a sure answer. */
  readonly sureRate: number;
  /** Share of the sure answers whose first excerpt is right. */
  readonly surePrecision: number;
  /** Share of the answers, sure or not, whose first excerpt is right. */
  readonly answerPrecision: number;
  /** Share of all questions with a sure and wrong first excerpt. */
  readonly sureWrong: number;
  /** Share of right ones among the 5, 10 … 100 % of the questions with the highest scores. */
  readonly precisionAtCoverage: readonly number[];
  readonly answerMs: { readonly p50: number; readonly p95: number };
}

/** Scores the outcomes of one system against the gold annotations. */
export function evaluateOutcomes(
  outcomes: readonly EvaluatedOutcome[],
  articles: ReadonlyMap<string, Article>,
): Metrics {
  const answerable = outcomes.flatMap((outcome) =>
    outcome.question.gold ? [{ outcome, gold: outcome.question.gold }] : [],
  );
  const far = outcomes.filter(({ question }) => question.kind === 'unanswerable-far');
  const near = outcomes.filter(({ question }) => question.kind === 'unanswerable-near');
  const rate = (hit: (outcome: EvaluatedOutcome, gold: Gold) => boolean): number =>
    share(answerable.map(({ outcome, gold }) => (hit(outcome, gold) ? 1 : 0)));
  const ranked = (depth: number, hit: (sentence: RankedSentence, gold: Gold) => boolean): number =>
    rate(({ ranking }, gold) => ranking.slice(0, depth).some((sentence) => hit(sentence, gold)));
  const isGold = (sentence: RankedSentence, gold: Gold): boolean => matchesGold(sentence, gold, articles);
  const inParagraph = (at: { articleId: string; paragraph: number }, gold: Gold): boolean =>
    at.articleId === gold.article && at.paragraph === gold.paragraph;
  const shows = (excerpt: Excerpt, gold: Gold): boolean =>
    inParagraph(excerpt, gold) && gold.answers.some((answer) => excerpt.text.includes(answer));
  const firstLengths = answerable.flatMap(({ outcome }) => outcome.excerpts[0]?.text.length ?? []);
  const goldLengths = answerable.map(({ gold }) => gold.sentence.length);
  const scores = (group: readonly EvaluatedOutcome[]): readonly number[] => group.map(({ score }) => score);
  const shown = outcomes.flatMap(({ reply }) => shownExcerpts(reply));
  const times = outcomes.map(({ totalMs }) => totalMs);
  return {
    questions: outcomes.length,
    sentenceAt1: ranked(1, isGold),
    sentenceAt3: ranked(3, isGold),
    paragraphAt1: ranked(1, inParagraph),
    paragraphAt3: ranked(3, inParagraph),
    excerptAt1: rate(({ excerpts }, gold) => excerpts.slice(0, 1).some((excerpt) => shows(excerpt, gold))),
    excerptAt3: rate(({ excerpts }, gold) => excerpts.slice(0, 3).some((excerpt) => shows(excerpt, gold))),
    excerptCharsMean: share(firstLengths),
    excerptCharsP90: quantile(firstLengths, 0.9),
    goldCharsMean: share(goldLengths),
    goldCharsP90: quantile(goldLengths, 0.9),
    verbatimRate: share(
      shown.map((excerpt) => {
        const text = articles.get(excerpt.articleId)?.text.slice(excerpt.start, excerpt.end);
        return text === excerpt.text ? 1 : 0;
      }),
    ),
    highlightHitRate: rate(({ excerpts }, gold) =>
      excerpts.slice(0, 1).some((excerpt) => highlightsAnswer(excerpt, gold)),
    ),
    spanHitRate: rate(({ excerpts }, gold) =>
      excerpts.slice(0, 1).some((excerpt) => shows(excerpt, gold) && highlightsAnswer(excerpt, gold)),
    ),
    aurocFar: measureAuroc(scores(answerable.map(({ outcome }) => outcome)), scores(far)),
    aurocNear: measureAuroc(scores(answerable.map(({ outcome }) => outcome)), scores(near)),
    answeredRate: share(answerable.map(({ outcome }) => answerCredit(outcome.reply))),
    falseAnswerRateFar: share(far.map(({ reply }) => answerCredit(reply))),
    falseAnswerRateNear: share(near.map(({ reply }) => answerCredit(reply))),
    ...measureSureness(outcomes, (outcome) => isRight(outcome, articles)),
    precisionAtCoverage: measurePrecisionAtCoverage(
      outcomes.map((outcome) => ({ score: outcome.score, right: isRight(outcome, articles) })),
    ),
    answerMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
}

/** Whether the first excerpt that would be shown answers: the first sentence of the ranking is a gold one. */
export function isRight(
  { question, ranking: [first] }: EvaluatedOutcome,
  articles: ReadonlyMap<string, Article>,
): boolean {
  return question.gold !== undefined && first !== undefined && matchesGold(first, question.gold, articles);
}

function measureSureness(
  outcomes: readonly EvaluatedOutcome[],
  right: (outcome: EvaluatedOutcome) => boolean,
): Pick<Metrics, 'sureRate' | 'surePrecision' | 'answerPrecision' | 'sureWrong'> {
  const answered = outcomes.filter(({ reply }) => reply.kind === 'answer');
  const sure = answered.filter(({ reply }) => reply.kind === 'answer' && reply.confidence === 'strong');
  const shareRight = (group: readonly EvaluatedOutcome[]): number =>
    share(group.map((outcome) => (right(outcome) ? 1 : 0)));
  return {
    sureRate: sure.length / outcomes.length,
    surePrecision: shareRight(sure),
    answerPrecision: shareRight(answered),
    sureWrong: sure.filter((outcome) => !right(outcome)).length / outcomes.length,
  };
}

/** 1 for a strong answer, half for a weak one. */
function answerCredit(reply: Reply): number {
  if (reply.kind === 'abstention') return 0;
  return reply.confidence === 'strong' ? 1 : 0.5;
}

/** In the right article, overlapping a gold sentence by at least half of their union, in characters. */
export function matchesGold(
  sentence: RankedSentence,
  gold: Gold,
  articles: ReadonlyMap<string, Article>,
): boolean {
  if (sentence.articleId !== gold.article) return false;
  const article = articles.get(gold.article);
  const paragraph = article && findParagraph(article, gold.paragraph);
  if (!paragraph) return false;
  return (gold.sentences ?? [gold.sentence]).some((words) => {
    const start = article.text.indexOf(words, paragraph.start);
    if (start < 0) return false;
    const end = start + words.length;
    const shared = Math.min(sentence.end, end) - Math.max(sentence.start, start);
    return shared >= (Math.max(sentence.end, end) - Math.min(sentence.start, start)) / 2;
  });
}

function highlightsAnswer(excerpt: Excerpt, gold: Gold): boolean {
  const spans = gold.answers.flatMap((answer): Span[] => {
    const start = excerpt.text.indexOf(answer);
    return start < 0 ? [] : [{ start, end: start + answer.length }];
  });
  return spans.some((span) => excerpt.highlights.some((highlight) => overlaps(span, highlight)));
}

function share(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
