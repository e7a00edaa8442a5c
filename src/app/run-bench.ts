import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleLibrary } from './compose.ts';
import type { Composition } from './compose.ts';
import { readDecisionModel } from './decision-model.ts';
import { openDataset } from './open-dataset.ts';
import { createDenseBaseline } from '../evaluation/create-baselines.ts';
import { createRandom } from '../evaluation/seeded-random.ts';

const PARAGRAPHS = 30;
const QUESTIONS = 200;
const WARM_UP = 20;
const VOCABULARY = 4000;
const SYLLABLES = 'ka lo mi ten ra su vel dor an pi qua ster ni mo gra el fu ban to re'.split(' ');

/** Made-up articles of made-up words: long enough to be realistic, and nobody's text. */
function makeCorpus(articles: number, random: () => number): readonly string[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() ** 2 * list.length)];
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(SYLLABLES) ?? '').join(''),
  );
  const times = (least: number, more: number, make: () => string, by: string): string =>
    Array.from({ length: least + Math.floor(random() * more) }, make).join(by);
  const sentence = (): string => {
    const text = times(8, 14, () => pick(words) ?? '', ' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: articles }, () =>
    Array.from({ length: PARAGRAPHS }, () => times(2, 4, sentence, ' ')).join('\n\n'),
  );
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Milliseconds of each call, after a warm-up. */
async function time<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<readonly number[]> {
  for (const input of inputs.slice(0, WARM_UP)) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
  }
  return times;
}

/** Measures speed and memory on made-up articles. @returns name and value of each measurement */
export async function runBench(
  composition: Composition,
  articles: number,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const { config } = composition;
  const random = createRandom(1);
  const texts = makeCorpus(articles, random);
  const questions = Array.from({ length: QUESTIONS }, (_, i) => {
    const sentence = texts[i % texts.length]?.split(/[.\n]+/)[i % 60] ?? '';
    return `What is ${sentence.trim().split(' ').slice(1, 7).join(' ')}?`;
  });
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
  try {
    await mkdir(join(folder, 'articles'));
    for (const [i, text] of texts.entries())
      await writeFile(join(folder, 'articles', `article-${i}.md`), `${text}\n`);
    await writeFile(join(folder, 'questions.jsonl'), '');
    const startModel = performance.now();
    const embedder = await composition.loadModel();
    const modelMs = performance.now() - startModel;
    const dataset = await openDataset(folder, embedder);
    const { index } = dataset;
    const passages = index.passages.map(
      ({ articleId, start, end }) =>
        index.articles.find(({ id }) => id === articleId)?.text.slice(start, end) ?? '',
    );
    const { answerer, library } = assembleLibrary({
      index,
      embedder,
      config,
      decision: await readDecisionModel(),
    });
    const dense = await createDenseBaseline(index, embedder);
    const encodes = await time(passages.slice(0, 100), (text) => embedder.encodePassage(text, []));
    const asks = await time(questions, (question) => answerer.ask(question));
    const baselines = await time(questions, (question) => dense.rank(question));
    const terms = await time(questions, (question) => library.suggestTerms(question.slice(8, 11), 25));
    await dataset.close();
    const encodeMs = encodes.reduce((sum, ms) => sum + ms, 0) / encodes.length;
    const ms = (value: number): string => `${value.toFixed(2)} ms`;
    const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)} times`;
    return [
      ['articles, passages', `${texts.length}, ${index.passages.length}`],
      ['loading the model', ms(modelMs)],
      ['encoding a passage (baseline of indexing)', ms(encodeMs)],
      ['indexing, per passage', ms(dataset.indexMsPerPassage)],
      ['  to its baseline', ratio(dataset.indexMsPerPassage, encodeMs)],
      ['dense answer, p50 (baseline of answering)', ms(quantile(baselines, 0.5))],
      ['answer, p50', ms(quantile(asks, 0.5))],
      ['answer, p95', ms(quantile(asks, 0.95))],
      ['  p50 to its baseline', ratio(quantile(asks, 0.5), quantile(baselines, 0.5))],
      ['completing a term, p95', ms(quantile(terms, 0.95))],
      ['memory in use (resident)', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`],
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
