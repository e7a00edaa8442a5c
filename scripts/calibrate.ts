import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compose, assembleLibrary } from '../src/app/compose.ts';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { openDataset } from '../src/app/open-dataset.ts';
import { runMain } from '../src/app/run-main.ts';
import type { DecisionModel } from '../src/answering/decide.ts';
import { SIGNAL_NAMES } from '../src/answering/signals.ts';
import { VerbatimError } from '../src/domain/errors.ts';
import { calibrateDecision, FALSE_ANSWER_TARGETS } from '../src/evaluation/calibrate-decision.ts';
import type { CalibrationExample } from '../src/evaluation/calibrate-decision.ts';
import { createRandom } from '../src/evaluation/seeded-random.ts';

const MODEL_FILE = new URL('../src/answering/decision-model.json', import.meta.url);

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

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, 'dry-run': { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) {
    throw new VerbatimError('usage', 'Name at least one dataset folder: npm run calibrate -- DATASET_DIR…');
  }
  const config = readConfig(loadEnvironment());
  const embedder = await compose(config).loadModel();
  const examples: CalibrationExample[] = [];
  for (const folder of positionals) {
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
  const seed = Number(values.seed);
  const { model, figures } = calibrateDecision(examples, createRandom(seed));
  const provenance = {
    command: 'npm run calibrate -- DATASET_DIR…',
    data: positionals.map((folder) => basename(folder)),
    seed,
    date: new Date().toISOString().slice(0, 10),
    model: embedder.identity.id,
    targets: FALSE_ANSWER_TARGETS,
    crossValidatedByArticle: figures,
  };
  const content = `${JSON.stringify({ provenance, ...model }, null, 2)}\n`;
  if (!values['dry-run']) await writeFile(MODEL_FILE, content);
  process.stdout.write(content);
});
