import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SELECTION_RULES } from '../src/answering/select-excerpts.ts';
import { assembleLibrary, compose, readDecisionModel } from '../src/app/compose.ts';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { answerFrom, runBaseline, runVerbatim, thresholdAtRate } from '../src/app/evaluate-dataset.ts';
import { openDataset } from '../src/app/open-dataset.ts';
import { runMain } from '../src/app/run-main.ts';
import { VerbatimError } from '../src/domain/errors.ts';
import type { Baseline } from '../src/evaluation/create-baselines.ts';
import { createDenseBaseline, createLexicalBaseline } from '../src/evaluation/create-baselines.ts';
import { judgeOutcomes } from '../src/evaluation/judge-outcomes.ts';
import type { Figures, JudgedOutcome } from '../src/evaluation/judge-outcomes.ts';
import { makeTypo } from '../src/evaluation/make-typos.ts';
import { createRandom } from '../src/evaluation/seeded-random.ts';

const USAGE =
  'npm run evaluate -- DATASET_DIR [--json] [--typos SEED] [--predictions FILE] [--no-excerpt-rule] [--retrieval dense|lexical|both]';

/** One JSON line a question, so that others can score. */
function toPrediction({ question, ranking, score, reply }: JudgedOutcome): string {
  const places = ranking.map(({ text, articleId, paragraph, start, end }) => ({
    text,
    articleId,
    paragraph,
    start,
    end,
  }));
  return `${JSON.stringify({ id: question.id, ranking: places, score, reply })}\n`;
}

function printTable(systems: Readonly<Record<string, Figures>>): void {
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

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      typos: { type: 'string' },
      predictions: { type: 'string' },
      'no-excerpt-rule': { type: 'boolean', default: false },
      retrieval: { type: 'string', default: 'both' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new VerbatimError('usage', `Name one dataset folder: ${USAGE}`);
  const config = readConfig(loadEnvironment());
  const embedder = await compose(config).loadModel();
  const dataset = await openDataset(folder, embedder);
  const { index } = dataset;
  const random = createRandom(Number(values.typos ?? 1));
  const questions =
    values.typos === undefined
      ? dataset.questions
      : dataset.questions.map((entry) => ({ ...entry, question: makeTypo(entry.question, random) }));
  const signals =
    values.retrieval === 'both'
      ? {}
      : { signals: [values.retrieval === 'dense' ? 'dense' : 'lexical'] as const };
  const { answerer } = assembleLibrary({
    index,
    embedder,
    config,
    decision: await readDecisionModel(),
    retrieval: signals,
    ...(values['no-excerpt-rule']
      ? { answering: { selectionRules: { ...SELECTION_RULES, extend: false } } }
      : {}),
  });
  const articles = new Map(index.articles.map((article) => [article.id, article]));
  const outcomes = await runVerbatim((question, options) => answerer.ask(question, options), questions);
  if (values.predictions !== undefined)
    await writeFile(values.predictions, outcomes.map(toPrediction).join(''));
  const verbatim = judgeOutcomes(outcomes, articles);
  const judgeBaseline = async (baseline: Baseline): Promise<Figures> => {
    const raw = await runBaseline(baseline, questions, articles);
    return judgeOutcomes(answerFrom(raw, thresholdAtRate(raw, verbatim.falseAnswerRateNear)), articles);
  };
  const report = {
    verbatim: { ...verbatim, indexMsPerPassage: dataset.indexMsPerPassage },
    dense: await judgeBaseline(await createDenseBaseline(index, embedder)),
    bm25: await judgeBaseline(createLexicalBaseline(index)),
  };
  await dataset.close();
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else printTable(report);
});
