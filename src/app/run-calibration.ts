import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { assembleLibrary } from './compose.ts';
import type { CalibrationRequest } from '../cli/services.ts';
import type { Composition } from './compose.ts';
import { openDataset } from './open-dataset.ts';
import type { DecisionModel } from '../answering/decide.ts';
import { SIGNAL_NAMES } from '../answering/signals.ts';
import { calibrateDecision, FALSE_ANSWER_TARGETS } from '../evaluation/calibrate-decision.ts';
import type { CalibrationExample } from '../evaluation/calibrate-decision.ts';
import { createRandom } from '../evaluation/seeded-random.ts';

const MODEL_FILE = new URL('../answering/decision-model.json', import.meta.url);

/** Any model will do while only the signals are wanted. */
const NEUTRAL: DecisionModel = {
  bias: 0,
  signals: Object.fromEntries(
    SIGNAL_NAMES.map((name) => [name, { mean: 0, deviation: 1, weight: 0 }]),
  ) as DecisionModel['signals'],
  thresholds: {
    strict: { weak: 1, strong: 1 },
    balanced: { weak: 1, strong: 1 },
    lenient: { weak: 1, strong: 1 },
  },
};

/** Fits the decision on dataset folders and writes its file. @returns the file's content */
export async function runCalibration(
  composition: Composition,
  { folders, seed, dryRun }: CalibrationRequest,
): Promise<string> {
  const { config } = composition;
  const embedder = await composition.loadModel();
  const examples: CalibrationExample[] = [];
  for (const folder of folders) {
    const dataset = await openDataset(folder, embedder);
    const { answerer } = assembleLibrary({ index: dataset.index, embedder, config, decision: NEUTRAL });
    for (const { question, context, kind, gold } of dataset.questions) {
      const { signals, ranking } = await answerer.ask(question, context === undefined ? {} : { context });
      // An unanswerable question belongs with the article that it was nearly answered from.
      const group = gold?.article ?? ranking[0]?.articleId ?? '';
      if (signals) examples.push({ signals, kind, group: `${basename(folder)}/${group}` });
    }
    await dataset.close();
  }
  const { model, figures } = calibrateDecision(examples, createRandom(seed));
  const provenance = {
    command: 'npm run calibrate -- DATASET_DIR…',
    data: folders.map((folder) => basename(folder)),
    seed,
    date: new Date().toISOString().slice(0, 10),
    model: embedder.identity.id,
    targets: FALSE_ANSWER_TARGETS,
    crossValidatedByArticle: figures,
  };
  const content = `${JSON.stringify({ provenance, ...model }, null, 2)}\n`;
  if (!dryRun) await writeFile(MODEL_FILE, content);
  return content;
}
