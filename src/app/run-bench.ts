import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRequest } from '../cli/services.ts';
import { assembleLibrary, decisionFor } from './compose.ts';
import type { Composition } from './compose.ts';
import { openDataset } from './open-dataset.ts';
import { createDenseBaseline } from '../evaluation/create-baselines.ts';
import { createRandom } from '../domain/seeded-random.ts';
import { benchBesideIndexing } from './bench-beside-indexing.ts';
import { benchSurfaces } from './bench-surfaces.ts';
import { makeCorpus } from './make-corpus.ts';
import { quantile } from '../evaluation/quantile.ts';
import { measureTimes } from './measure-times.ts';

const QUESTIONS = 200;
/** Articles that Discord's users are served from. */
const SURFACE_ARTICLES = 1000;

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
    const encodes = await measureTimes(passages.slice(0, 100), (text) => embedder.encodePassage(text, []));
    const embeds = await measureTimes(questions, (question) => embedder.encodeQuestion(question));
    const asks = await measureTimes(questions, (question) => answerer.ask(question));
    const baselines = await measureTimes(questions, (question) => dense.rank(question));
    const terms = await measureTimes(questions, (question) =>
      library.suggestTerms(question.slice(8, 11), 25),
    );
    const memory = process.memoryUsage().rss;
    const beside = await benchBesideIndexing({
      ask: (question) => answerer.ask(question),
      questions,
      config,
      corpusDir: join(dataset ?? madeUp?.folder ?? '', 'articles'),
    });
    const surfaces =
      dataset === undefined ? await benchSurfaces(embedder, { articles: SURFACE_ARTICLES }) : [];
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
      ['answer beside a building index, p50 to that in quiet', `${beside.p50.toFixed(2)} times`],
      ['  p95 to that in quiet', `${beside.p95.toFixed(2)} times`],
      ['completing a term, p95', ms(quantile(terms, 0.95))],
      ['memory in use (resident)', `${Math.round(memory / 2 ** 20)} MB`],
      ...surfaces.map(({ name, p50, p95 }): readonly [string, string] => [
        `${name}, ${SURFACE_ARTICLES} articles, p50 and p95`,
        `${ms(p50)}, ${ms(p95)}`,
      ]),
    ];
  } finally {
    await opened.close();
    await madeUp?.close();
  }
}
