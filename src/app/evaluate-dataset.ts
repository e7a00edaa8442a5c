import type { MeasuredOutcome } from '../answering/measured-outcome.ts';
import type { Article } from '../domain/article.ts';
import type { RankedSentence } from '../domain/library.ts';
import type { QuestionOptions } from '../domain/question.ts';
import type { Excerpt, Reply } from '../domain/reply.ts';
import type { Baseline } from '../evaluation/create-baselines.ts';
import type { EvaluatedOutcome } from '../evaluation/evaluate-outcomes.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';

export type Ask = (question: string, options: QuestionOptions) => Promise<MeasuredOutcome>;

/** Asks every question through the use case that every surface calls. */
export async function runVerbatim(
  ask: Ask,
  questions: readonly DatasetQuestion[],
): Promise<readonly EvaluatedOutcome[]> {
  const outcomes: EvaluatedOutcome[] = [];
  for (const question of questions) {
    const { context, within } = question;
    const { reply, ranking, excerpts, signals, candidates, totalMs } = await ask(question.question, {
      ...(context === undefined ? {} : { context }),
      ...(within === undefined ? {} : { articleId: within }),
    });
    outcomes.push({
      question,
      ranking,
      excerpts: excerpts ?? [],
      score: reply.score,
      ...(signals ? { signals } : {}),
      ...(candidates ? { candidates } : {}),
      reply,
      totalMs,
    });
  }
  return outcomes;
}

/**
 * Asks a baseline. It has no decision of its own, so it is lent the kindest one: it answers whatever scores
 * at least `threshold`, which the caller sets to Verbatim's own rate of false answers to near misses.
 */
export async function runBaseline(
  baseline: Baseline,
  questions: readonly DatasetQuestion[],
  articles: ReadonlyMap<string, Article>,
): Promise<readonly EvaluatedOutcome[]> {
  const outcomes: EvaluatedOutcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const { ranking, score } = await baseline.rank(question.question);
    const totalMs = performance.now() - started;
    const excerpts = ranking.slice(0, 3).map((sentence, i) => quoteSentence(sentence, articles, i + 1));
    const reply: Reply = {
      kind: 'abstention',
      question: question.question,
      reason: 'weak-hits',
      score,
      nearest: excerpts,
    };
    outcomes.push({ question, ranking, excerpts, score, reply, totalMs });
  }
  return outcomes;
}

/** Turns abstentions into answers from the threshold on. */
export function answerFrom(
  outcomes: readonly EvaluatedOutcome[],
  threshold: number,
): readonly EvaluatedOutcome[] {
  return outcomes.map((outcome) => {
    const [first, ...rest] = outcome.excerpts;
    if (outcome.score < threshold || !first) return outcome;
    const { score } = outcome;
    const reply: Reply = {
      kind: 'answer',
      question: outcome.question.question,
      confidence: 'strong',
      score,
      excerpts: [first, ...rest],
    };
    return { ...outcome, reply };
  });
}

/** The score that the given share of the near misses reach; without ties, no more of them do. */
export function thresholdAtRate(outcomes: readonly EvaluatedOutcome[], rate: number): number {
  const near = outcomes
    .filter(({ question }) => question.kind === 'unanswerable-near')
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  return near[Math.round(rate * near.length) - 1] ?? Number.POSITIVE_INFINITY;
}

function quoteSentence(
  sentence: RankedSentence,
  articles: ReadonlyMap<string, Article>,
  marker: number,
): Excerpt {
  const { articleId, paragraph, start, end, text } = sentence;
  const title = articles.get(articleId)?.title ?? articleId;
  return {
    articleId,
    paragraph,
    start,
    end,
    text,
    highlights: [],
    citation: { marker: `[${marker}]`, title, paragraph },
  };
}
