import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compose } from '../src/app/compose.ts';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { readDecisionModel } from '../src/app/decision-model.ts';
import { evaluateSystems, SYSTEM_NAMES } from '../src/app/evaluate-systems.ts';
import type { SystemName } from '../src/app/evaluate-systems.ts';
import { openDataset } from '../src/app/open-dataset.ts';
import { runMain } from '../src/app/run-main.ts';
import { VerbatimError } from '../src/domain/errors.ts';
import type { EvaluatedOutcome } from '../src/evaluation/evaluate-outcomes.ts';
import { makeTypo } from '../src/evaluation/make-typos.ts';
import { createRandom } from '../src/evaluation/seeded-random.ts';

const USAGE = `npm run evaluate -- DATASET_DIR [--json] [--typos SEED] [--predictions FILE] [--system ${SYSTEM_NAMES.join('|')}|all]`;

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

function printTable(systems: Readonly<Record<string, object>>): void {
  const names = Object.keys(systems);
  const keys = Object.keys(Object.values(systems)[0] ?? {});
  const cell = (value: unknown): string => {
    if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3);
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value)
        .map(([key, number]) => `${key} ${Number(number).toFixed(1)}`)
        .join(', ');
    }
    return '';
  };
  process.stdout.write(`${'figure'.padEnd(22)}${names.map((name) => name.padEnd(22)).join('')}\n`);
  for (const key of keys) {
    const values = names.map((name) =>
      cell(new Map(Object.entries(systems[name] ?? {})).get(key)).padEnd(22),
    );
    process.stdout.write(`${key.padEnd(22)}${values.join('')}\n`);
  }
}

function chooseSystems(name: string | undefined): readonly SystemName[] {
  if (name === undefined) return DEFAULT_SYSTEMS;
  if (name === 'all') return SYSTEM_NAMES;
  const system = SYSTEM_NAMES.find((each) => each === name);
  if (!system) throw new VerbatimError('usage', `There is no system "${name}". Usage: ${USAGE}`);
  return [system];
}

function readSeed(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new VerbatimError('usage', `--typos takes a whole number. Usage: ${USAGE}`);
  return Number(value);
}

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      typos: { type: 'string' },
      predictions: { type: 'string' },
      system: { type: 'string' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new VerbatimError('usage', `Name one dataset folder: ${USAGE}`);
  const systems = chooseSystems(values.system);
  const random = values.typos === undefined ? undefined : createRandom(readSeed(values.typos));
  const config = readConfig(loadEnvironment());
  const embedder = await compose(config).loadModel();
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
    if (values.predictions !== undefined)
      await writeFile(values.predictions, outcomes.map(toPrediction).join(''));
    const { verbatim } = figures;
    const report = verbatim ? { ...figures, verbatim: { ...verbatim, indexMsPerPassage } } : figures;
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else printTable(report);
  } finally {
    await dataset.close();
  }
});
