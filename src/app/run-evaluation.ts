import { writeFile } from 'node:fs/promises';
import { readDecisionModel } from './decision-model.ts';
import type { Composition } from './compose.ts';
import type { EvaluationFigures, EvaluationRequest } from '../cli/services.ts';
import { evaluateSystems, SYSTEM_NAMES } from './evaluate-systems.ts';
import type { SystemName } from './evaluate-systems.ts';
import { openDataset } from './open-dataset.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { EvaluatedOutcome } from '../evaluation/evaluate-outcomes.ts';
import { makeTypo } from '../evaluation/make-typos.ts';
import { createRandom } from '../evaluation/seeded-random.ts';

/** Reported together unless one is asked for. */
const DEFAULT_SYSTEMS: readonly SystemName[] = ['verbatim', 'dense', 'bm25'];

/** One JSON line a question, so that others can score. */
function toPrediction({ question, ranking, score, reply }: EvaluatedOutcome): string {
  const places = ranking.map(({ text, articleId, paragraph, start, end }) => ({
    text,
    articleId,
    paragraph,
    start,
    end,
  }));
  return `${JSON.stringify({ id: question.id, ranking: places, score, reply })}\n`;
}

function chooseSystems(name: string | undefined): readonly SystemName[] {
  if (name === undefined) return DEFAULT_SYSTEMS;
  if (name === 'all') return SYSTEM_NAMES;
  const system = SYSTEM_NAMES.find((each) => each === name);
  if (!system)
    throw new VerbatimError(
      'usage',
      `There is no system "${name}". There are: ${SYSTEM_NAMES.join(', ')}, all.`,
    );
  return [system];
}

/** Measures what is asked for on the questions of a dataset folder. */
export async function runEvaluation(
  composition: Composition,
  { folder, system, typoSeed, predictionsFile }: EvaluationRequest,
): Promise<EvaluationFigures> {
  const { config } = composition;
  const systems = chooseSystems(system);
  const random = typoSeed === undefined ? undefined : createRandom(typoSeed);
  const embedder = await composition.loadModel();
  const dataset = await openDataset(folder, embedder);
  try {
    const { index, indexMsPerPassage } = dataset;
    const questions = dataset.questions.map((entry) =>
      random ? { ...entry, question: makeTypo(entry.question, random) } : entry,
    );
    const decision = await readDecisionModel();
    const { figures, outcomes } = await evaluateSystems(
      { index, embedder, config, decision, questions },
      systems,
    );
    if (predictionsFile !== undefined) await writeFile(predictionsFile, outcomes.map(toPrediction).join(''));
    const { verbatim } = figures;
    return verbatim ? { ...figures, verbatim: { ...verbatim, indexMsPerPassage } } : figures;
  } finally {
    await dataset.close();
  }
}
