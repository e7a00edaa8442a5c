import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVectraStore } from '../adapters/index-store/open-vectra-store.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Embedder } from '../domain/ports/embedder.ts';
import type { PassageIndex } from '../domain/ports/passage-index.ts';
import { readQuestions } from '../evaluation/read-dataset.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';
import { buildIndex } from '../indexing/build-index.ts';
import { splitterFor } from './compose.ts';
import { readCorpus } from './read-corpus.ts';

export interface OpenDataset {
  readonly index: PassageIndex;
  readonly questions: readonly DatasetQuestion[];
  readonly indexMsPerPassage: number;
  close(): Promise<void>;
}

/**
 * Indexes DIR/articles into a temporary folder and reads DIR/questions.jsonl.
 * @throws VerbatimError usage when the questions cannot be read, or are about an article that is not there
 */
export async function openDataset(folder: string, embedder: Embedder): Promise<OpenDataset> {
  const text = await readFile(join(folder, 'questions.jsonl'), 'utf8').catch((cause: unknown) => {
    throw new VerbatimError(
      'usage',
      `${join(folder, 'questions.jsonl')} cannot be read. Name a folder that holds articles/ and questions.jsonl.`,
      { cause },
    );
  });
  const questions = readQuestions(text);
  const corpus = await readCorpus(join(folder, 'articles'), { keepDemo: true });
  requireArticles(questions, new Set(corpus.entries.map(({ article }) => article.id)), folder);
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-dataset-'));
  const store = openVectraStore(temporary);
  const started = performance.now();
  const report = await buildIndex({
    corpus,
    embedder,
    store,
    ...splitterFor(embedder),
    now: () => new Date(),
  });
  const indexMsPerPassage = (performance.now() - started) / Math.max(1, report.passages);
  const index = await store.open();
  return {
    index,
    questions,
    indexMsPerPassage,
    async close() {
      await index.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

function requireArticles(
  questions: readonly DatasetQuestion[],
  known: ReadonlySet<string>,
  folder: string,
): void {
  for (const { id, gold, within } of questions) {
    const missing = [gold?.article, within].find((article) => article !== undefined && !known.has(article));
    if (missing === undefined) continue;
    throw new VerbatimError(
      'usage',
      `The question ${id} in ${folder} is about the article "${missing}", which is not in ${join(folder, 'articles')}. Put it there, or take the question out.`,
    );
  }
}
