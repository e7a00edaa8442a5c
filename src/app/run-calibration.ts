import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CalibrationRequest } from '../cli/services.ts';
import { MARGIN_LIMIT } from '../answering/best-span.ts';
import type { DecisionModel } from '../answering/decide.ts';
import type { Article } from '../domain/article.ts';
import type { ReadingWeights } from '../answering/read-candidates.ts';
import { SIGNAL_NAMES } from '../answering/signals.ts';
import type { Reader, WindowReading } from '../domain/ports/reader.ts';
import { calibrateDecision, PRECISION_TARGETS } from '../evaluation/calibrate-decision.ts';
import type { CalibrationExample } from '../evaluation/calibration-example.ts';
import { isRight, matchesGold } from '../evaluation/evaluate-outcomes.ts';
import type { EvaluatedOutcome } from '../evaluation/evaluate-outcomes.ts';
import { fitRanking } from '../evaluation/fit-ranking.ts';
import type { RankingExample } from '../evaluation/fit-ranking.ts';
import { createRandom } from '../domain/seeded-random.ts';
import { partOf } from '../evaluation/split-parts.ts';
import { assembleLibrary } from './compose.ts';
import type { Composition } from './compose.ts';
import { DECISION_MODEL, READER_DECISION_MODEL } from './decision-model.ts';
import { runVerbatim } from './evaluate-dataset.ts';
import { openDataset } from './open-dataset.ts';
import type { OpenDataset } from './open-dataset.ts';

const NOTHING_DECIDED = { weak: 1, strong: 1 };

/** Any model will do while only the signals are wanted. */
function neutralModel(reading: ReadingWeights | undefined): DecisionModel {
  return {
    bias: 0,
    signals: Object.fromEntries(
      SIGNAL_NAMES.map((name) => [name, { mean: 0, deviation: 1, weight: 0 }]),
    ) as DecisionModel['signals'],
    thresholds: { strict: NOTHING_DECIDED, balanced: NOTHING_DECIDED, lenient: NOTHING_DECIDED },
    ...(reading ? { reading } : {}),
  };
}

/** The rank before reading, with every window read: what the weights are fitted on. */
const READ_ALL: ReadingWeights = {
  margin: 0,
  limit: MARGIN_LIMIT,
  lead: Number.MAX_SAFE_INTEGER,
  gap: Number.MAX_SAFE_INTEGER,
};

interface Source {
  readonly name: string;
  readonly dataset: OpenDataset;
  readonly articles: ReadonlyMap<string, Article>;
}

/**
 * Fits rank and decision on the fitting part of the datasets and writes the model's file: that of the answers
 * with a reader, or with READER=off that of the answers without. @returns the file's content
 */
export async function runCalibration(
  composition: Composition,
  { folders, seed, dryRun }: CalibrationRequest,
): Promise<string> {
  const embedder = await composition.loadModel();
  const loaded = await composition.loadReader();
  const reader = loaded && remember(loaded);
  const sources: Source[] = [];
  for (const folder of folders) {
    const dataset = await openDataset(folder, embedder);
    const articles = new Map(dataset.index.articles.map((article) => [article.id, article]));
    sources.push({ name: basename(folder), dataset, articles });
  }
  const ask = async (reading: ReadingWeights | undefined): Promise<readonly Asked[]> => {
    const asked: Asked[] = [];
    for (const source of sources) {
      const { index, questions } = source.dataset;
      const { config } = composition;
      const { answerer } = assembleLibrary({
        index,
        embedder,
        reader,
        config,
        decision: neutralModel(reading),
      });
      const outcomes = await runVerbatim(
        (question, options) => answerer.ask(question, options),
        questions.filter((question) => partOf(question) === 'fit'),
      );
      asked.push(...outcomes.map((outcome) => ({ outcome, source })));
    }
    return asked;
  };
  const reading = reader && fitRanking((await ask(READ_ALL)).flatMap(toRankingExample));
  const { model, figures } = calibrateDecision(
    (await ask(reading)).flatMap(toCalibrationExample),
    createRandom(seed),
  );
  for (const { dataset } of sources) await dataset.close();
  const provenance = {
    command: 'npm run calibrate -- DATASET_DIR…',
    data: sources.map(({ name }) => name),
    part: 'fit',
    seed,
    date: new Date().toISOString().slice(0, 10),
    model: embedder.identity.id,
    ...(reader ? { reader: `${reader.identity.id} ${reader.identity.revision.slice(0, 12)}` } : {}),
    targets: PRECISION_TARGETS,
    crossValidatedByArticle: figures,
  };
  const content = `${JSON.stringify({ provenance, ...model, ...(reading ? { reading } : {}) }, null, 2)}\n`;
  if (!dryRun) await writeFile(pathToFileURL(reader ? READER_DECISION_MODEL : DECISION_MODEL), content);
  return content;
}

interface Asked {
  readonly outcome: EvaluatedOutcome;
  readonly source: Source;
}

function toRankingExample({ outcome, source }: Asked): readonly RankingExample[] {
  const { gold } = outcome.question;
  if (!gold) return [];
  return [
    (outcome.candidates ?? []).flatMap((candidate) =>
      candidate.margin === undefined || candidate.window === undefined
        ? []
        : [
            {
              rankScore: candidate.rankScore,
              margin: candidate.margin,
              window: candidate.window,
              right: matchesGold(candidate, gold, source.articles),
            },
          ],
    ),
  ];
}

function toCalibrationExample({ outcome, source }: Asked): readonly CalibrationExample[] {
  const { question, ranking, signals } = outcome;
  if (!signals) return [];
  // An unanswerable question belongs with the article that it was nearly answered from.
  const group = question.gold?.article ?? ranking[0]?.articleId ?? '';
  return [
    {
      signals,
      kind: question.kind,
      right: isRight(outcome, source.articles),
      group: `${source.name}/${group}`,
      set: source.name,
    },
  ];
}

/** The same windows are read for every weight that is tried. */
function remember(reader: Reader): Reader {
  const known = new Map<string, WindowReading>();
  return {
    ...reader,
    async read(question, windows) {
      const keys = windows.map(({ title, text }) => `${question}\n${title}\n${text}`);
      const missing = windows.filter((_, i) => !known.has(keys[i] ?? ''));
      const readings = await reader.read(question, missing);
      missing.forEach(({ title, text }, i) => {
        const reading = readings[i];
        if (reading) known.set(`${question}\n${title}\n${text}`, reading);
      });
      return keys.flatMap((key) => known.get(key) ?? []);
    },
  };
}
