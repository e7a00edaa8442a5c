import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRequest } from '../cli/services.ts';
import { assembleLibrary, decisionFor } from './compose.ts';
import type { Composition } from './compose.ts';
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

interface BenchSource {
  readonly folder: string;
  readonly questions: readonly string[];
  readonly close: () => Promise<void>;
}

/** Made-up text is as hard as it gets: the reader never finds an answer and reads every window. */
async function writeMadeUp(articles: number): Promise<BenchSource> {
  const texts = makeCorpus(articles, createRandom(1));
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
  await mkdir(join(folder, 'articles'));
  for (const [i, text] of texts.entries())
    await writeFile(join(folder, 'articles', `article-${i}.md`), `${text}\n`);
  await writeFile(join(folder, 'questions.jsonl'), '');
  const questions = Array.from({ length: QUESTIONS }, (_, i) => {
    const sentence = texts[i % texts.length]?.split(/[.\n]+/)[i % 60] ?? '';
    return `What is ${sentence.trim().split(' ').slice(1, 7).join(' ')}?`;
  });
  return { folder, questions, close: () => rm(folder, { recursive: true, force: true }) };
}

/** Measures speed and memory on made-up articles, or on a dataset's. @returns name and value of each measurement */
export async function runBench(
  composition: Composition,
  { articles, dataset }: BenchRequest,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const startModel = performance.now();
  const [embedder, reader] = [await composition.loadModel(), await composition.loadReader()];
  const modelMs = performance.now() - startModel;
  const madeUp = dataset === undefined ? await writeMadeUp(articles) : undefined;
  const opened = await openDataset(dataset ?? madeUp?.folder ?? '', embedder);
  try {
    const { index } = opened;
    const questions =
      madeUp?.questions ?? opened.questions.slice(0, QUESTIONS).map(({ question }) => question);
    const passages = index.passages.map(
      ({ articleId, start, end }) =>
        index.articles.find(({ id }) => id === articleId)?.text.slice(start, end) ?? '',
    );
    const { config } = composition;
    const decision = await decisionFor(reader);
    const { answerer, library } = assembleLibrary({ index, embedder, reader, config, decision });
    const dense = await createDenseBaseline(index, embedder);
    const encodes = await time(passages.slice(0, 100), (text) => embedder.encodePassage(text, []));
    const embeds = await time(questions, (question) => embedder.encodeQuestion(question));
    const asks = await time(questions, (question) => answerer.ask(question));
    const baselines = await time(questions, (question) => dense.rank(question));
    const terms = await time(questions, (question) => library.suggestTerms(question.slice(8, 11), 25));
    const encodeMs = encodes.reduce((sum, ms) => sum + ms, 0) / encodes.length;
    const embedMs = quantile(embeds, 0.5);
    const ms = (value: number): string => `${value.toFixed(2)} ms`;
    const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)} times`;
    return [
      ['articles, passages', `${index.articles.length}, ${index.passages.length}`],
      ['loading the models', ms(modelMs)],
      ['encoding a passage (baseline of indexing)', ms(encodeMs)],
      ['indexing, per passage', ms(opened.indexMsPerPassage)],
      ['  to its baseline', ratio(opened.indexMsPerPassage, encodeMs)],
      ['embedding a question, p50 (baseline of answering)', ms(embedMs)],
      ['dense answer, p50', ms(quantile(baselines, 0.5))],
      ['answer, p50', ms(quantile(asks, 0.5))],
      ['answer, p95', ms(quantile(asks, 0.95))],
      ['  p50 to embedding the question', ratio(quantile(asks, 0.5), embedMs)],
      ['  p95 to embedding the question', ratio(quantile(asks, 0.95), embedMs)],
      ['  p50 to the dense answer', ratio(quantile(asks, 0.5), quantile(baselines, 0.5))],
      ['completing a term, p95', ms(quantile(terms, 0.95))],
      ['memory in use (resident)', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`],
    ];
  } finally {
    await opened.close();
    await madeUp?.close();
  }
}
