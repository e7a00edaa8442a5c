import type { AnswererOptions } from '../answering/create-answerer.ts';
import type { DecisionModel } from '../answering/decide.ts';
import { SELECTION_RULES } from '../answering/select-excerpts.ts';
import type { Embedder } from '../domain/ports/embedder.ts';
import type { Reader } from '../domain/ports/reader.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import type { Baseline } from '../evaluation/create-baselines.ts';
import {
  createDenseBaseline,
  createFusedBaseline,
  createLexicalBaseline,
} from '../evaluation/create-baselines.ts';
import { evaluateOutcomes } from '../evaluation/evaluate-outcomes.ts';
import type { Metrics, EvaluatedOutcome } from '../evaluation/evaluate-outcomes.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';
import { createRetriever } from '../retrieval/create-retriever.ts';
import { assembleLibrary, knownWords } from './compose.ts';
import type { Config } from './config.ts';
import { answerFrom, runBaseline, runVerbatim, thresholdAtRate } from './evaluate-dataset.ts';

/** From the usual design to the whole, each with one thing more than the one before it but `bm25`. */
export const SYSTEM_NAMES = ['dense', 'bm25', 'fused', 'late-interaction', 'excerpts', 'verbatim'] as const;
export type SystemName = (typeof SYSTEM_NAMES)[number];

export interface JudgeInput {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  readonly config: Pick<Config, 'strictness'>;
  readonly decision: DecisionModel;
  readonly reader?: Reader | undefined;
  readonly questions: readonly DatasetQuestion[];
}

export interface Judged {
  readonly figures: Partial<Record<SystemName, Metrics>>;
  /** What Verbatim itself made of each question. */
  readonly outcomes: readonly EvaluatedOutcome[];
}

/**
 * Asks every question of each system under the same rules. One without the calibrated decision answers from
 * the threshold on that lets through as many near misses as Verbatim does.
 */
export async function evaluateSystems(input: JudgeInput, names: readonly SystemName[]): Promise<Judged> {
  const { index, questions } = input;
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const outcomes = await askVerbatim(input);
  const whole = evaluateOutcomes(outcomes, articles);
  const lend = (raw: readonly EvaluatedOutcome[]): Metrics =>
    evaluateOutcomes(answerFrom(raw, thresholdAtRate(raw, whole.falseAnswerRateNear)), articles);
  const judgeBaseline = async (baseline: Baseline): Promise<Metrics> =>
    lend(await runBaseline(baseline, questions, articles));
  const judge: Record<SystemName, () => Promise<Metrics> | Metrics> = {
    dense: async () => judgeBaseline(await createDenseBaseline(index, input.embedder)),
    bm25: () => judgeBaseline(createLexicalBaseline(index)),
    fused: async () =>
      judgeBaseline(
        await createFusedBaseline(index, input.embedder, createRetriever(index, knownWords(input.embedder))),
      ),
    'late-interaction': async () =>
      lend(undecided(await askVerbatim(input, { selectionRules: { ...SELECTION_RULES, extend: false } }))),
    excerpts: () => lend(undecided(outcomes)),
    verbatim: () => whole,
  };
  const figures: Partial<Record<SystemName, Metrics>> = {};
  for (const name of names) figures[name] = await judge[name]();
  return { figures, outcomes };
}

async function askVerbatim(
  { index, embedder, config, decision, reader, questions }: JudgeInput,
  answering: Pick<AnswererOptions, 'selectionRules'> = {},
): Promise<readonly EvaluatedOutcome[]> {
  const { answerer } = assembleLibrary({ index, embedder, config, decision, reader, answering });
  return runVerbatim((question, options) => answerer.ask(question, options), questions);
}

/** The same outcomes with MaxSim for their score, and nothing answered yet. */
function undecided(outcomes: readonly EvaluatedOutcome[]): readonly EvaluatedOutcome[] {
  return outcomes.map((outcome) => {
    const score = outcome.signals?.maxSim ?? 0;
    const { question } = outcome.question;
    const nearest = outcome.excerpts;
    return {
      ...outcome,
      score,
      reply: { kind: 'abstention', question, reason: 'weak-hits', score, nearest },
    };
  });
}
