import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../adapters/store/open-store.ts';
import type { FeedbackRequest, FeedbackExport } from '../cli/services.ts';
import { findQuotation } from '../conversation/find-quotation.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { VotedExchange } from '../domain/feedback.ts';
import { toFeedbackQuestions, writeQuestion } from '../evaluation/feedback-questions.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';
import type { Config } from './config.ts';
import { readCorpus } from './read-corpus.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes what people think of answers as a data set: questions.jsonl and the articles that it quotes.
 * @throws VerbatimError usage when the folder holds one already; store-unusable
 */
export async function exportFeedback(
  { storeLocation, corpusDir }: Pick<Config, 'storeLocation' | 'corpusDir'>,
  { folder, serverId, sinceDays }: FeedbackRequest,
  now: Date,
): Promise<FeedbackExport> {
  const since = sinceDays === undefined ? '' : new Date(now.getTime() - sinceDays * DAY).toISOString();
  const voted = await readVotes(storeLocation, { since, ...(serverId !== undefined && { serverId }) });
  const { entries } = await readCorpus(corpusDir, { keepDemo: true });
  const shelf = { sources: () => ({ entries }) };
  const byId = new Map(entries.map((entry) => [entry.article.id, entry]));
  const { questions, leftOut } = toFeedbackQuestions(voted, (quoted) =>
    findQuotation(shelf, byId.get(quoted.articleId)?.article, quoted),
  );
  const quoted = new Set(questions.flatMap(({ gold }) => gold?.article ?? []));
  const files = [...quoted].flatMap((id) => byId.get(id)?.file ?? []);
  await writeDataset(folder, questions);
  for (const file of files) await cp(join(corpusDir, file), join(folder, 'articles', file));
  return {
    answerable: questions.filter(({ gold }) => gold).length,
    unanswerable: questions.filter(({ gold }) => !gold).length,
    articles: files.length,
    leftOut,
  };
}

async function readVotes(
  location: string,
  query: { readonly since: string; readonly serverId?: string },
): Promise<readonly VotedExchange[]> {
  const store = await openStore(location);
  try {
    return await store.feedback.votes(query);
  } finally {
    await store.close();
  }
}

async function writeDataset(folder: string, questions: readonly DatasetQuestion[]): Promise<void> {
  await mkdir(join(folder, 'articles'), { recursive: true });
  const file = join(folder, 'questions.jsonl');
  const lines = questions.map((question) => `${writeQuestion(question)}\n`);
  await writeFile(file, lines.join(''), { flag: 'wx' }).catch((cause: unknown) => {
    throw new VerbatimError(
      'usage',
      `${file} cannot be written, or is there already. Name a folder that holds no data set yet.`,
      { cause },
    );
  });
}
