import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decisionFor } from './compose.ts';
import type { Composition } from './compose.ts';
import type { EvaluationFigures, EvaluationRequest } from '../cli/services.ts';
import { evaluateSystems, SYSTEM_NAMES } from './evaluate-systems.ts';
import type { SystemName } from './evaluate-systems.ts';
import { openDataset } from './open-dataset.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { EvaluatedOutcome } from '../evaluation/evaluate-outcomes.ts';
import { makeTypo } from '../evaluation/make-typos.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';
import { PARTS, partOf } from '../evaluation/split-parts.ts';
import type { Part } from '../evaluation/split-parts.ts';
import { createRandom } from '../domain/seeded-random.ts';

/** Reported together unless one is asked for. */
const DEFAULT_SYSTEMS: readonly SystemName[] = ['verbatim', 'dense', 'bm25'];

/** One JSON line a question, so that others can score. */
function toPrediction({ question, ranking, score, reply, signals, candidates }: EvaluatedOutcome): string {
  const places = ranking.map(({ text, articleId, paragraph, start, end }) => ({
    text,
    articleId,
    paragraph,
    start,
    end,
  }));
  return `${JSON.stringify({ id: question.id, ranking: places, score, reply, signals, candidates })}\n`;
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

/** Measures what is asked for on the questions of each dataset folder, by the folder's name. */
export async function runEvaluation(
  composition: Composition,
  { folders, system, typoSeed, part, predictionsFile }: EvaluationRequest,
): Promise<Readonly<Record<string, EvaluationFigures>>> {
  const systems = chooseSystems(system);
  if (part !== undefined && !isPart(part))
    throw new VerbatimError('usage', `There is no part "${part}". There are: ${PARTS.join(', ')}.`);
  const figures: Record<string, EvaluationFigures> = {};
  const predictions: string[] = [];
  for (const folder of folders) {
    const random = typoSeed === undefined ? undefined : createRandom(typoSeed);
    const change = (entry: DatasetQuestion): DatasetQuestion =>
      random ? { ...entry, question: makeTypo(entry.question, random) } : entry;
    const measured = await evaluateFolder(composition, { folder, systems, part, change });
    figures[basename(folder)] = measured.figures;
    predictions.push(...measured.outcomes.map(toPrediction));
  }
  if (predictionsFile !== undefined) await writeFile(predictionsFile, predictions.join(''));
  return figures;
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}

interface FolderRequest {
  readonly folder: string;
  readonly systems: readonly SystemName[];
  readonly part: Part | undefined;
  readonly change: (question: DatasetQuestion) => DatasetQuestion;
}

async function evaluateFolder(
  composition: Composition,
  { folder, systems, part, change }: FolderRequest,
): Promise<{ readonly figures: EvaluationFigures; readonly outcomes: readonly EvaluatedOutcome[] }> {
  const { config } = composition;
  const [embedder, reader] = [await composition.loadModel(), await composition.loadReader()];
  const dataset = await openDataset(folder, embedder);
  try {
    const { index, indexMsPerPassage } = dataset;
    const questions = dataset.questions
      .filter((question) => part === undefined || partOf(question) === part)
      .map(change);
    const decision = await decisionFor(reader);
    const { figures, outcomes } = await evaluateSystems(
      { index, embedder, config, decision, reader, questions },
      systems,
    );
    const { verbatim } = figures;
    return {
      figures: verbatim ? { ...figures, verbatim: { ...verbatim, indexMsPerPassage } } : figures,
      outcomes,
    };
  } finally {
    await dataset.close();
  }
}
