import { parseArgs } from 'node:util';
import picocolors from 'picocolors';
import { compose } from '../src/app/compose.ts';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { ensureIndex } from '../src/app/ensure-index.ts';
import { openEmptyLibrary } from '../src/library/empty-library.ts';
import { runMain } from '../src/app/run-main.ts';
import { askBatch, askInteractively, askOnce } from '../src/cli/run-ask.ts';
import { VerbatimError } from '../src/domain/errors.ts';

const USAGE = 'npm run ask -- "question" | - [--json] [--article ID] [--corpus DIR] [--index DIR]';

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      article: { type: 'string' },
      corpus: { type: 'string' },
      index: { type: 'string' },
    },
  });
  const [question] = positionals;
  if (positionals.length > 1)
    throw new VerbatimError('usage', `Put the question into quotation marks: ${USAGE}`);
  if (question === undefined && !process.stdin.isTTY)
    throw new VerbatimError('usage', `There is no question. ${USAGE}`);
  const composition = compose(readConfig(loadEnvironment(), values));
  const corpus = await composition.readCorpus();
  const hasArticles = corpus.entries.length > 0;
  if (hasArticles) await ensureIndex(composition, corpus);
  const { library, close } = hasArticles ? await composition.openLibrary() : openEmptyLibrary();
  const colours = picocolors.isColorSupported && process.stdout.isTTY;
  const session = {
    library,
    input: process.stdin,
    output: process.stdout,
    style: { colours, strong: picocolors.bold, dim: colours ? picocolors.dim : String },
    json: values.json,
    ...(values.article === undefined ? {} : { articleId: values.article }),
  };
  try {
    if (question === undefined) return await askInteractively(session);
    return await (question === '-' ? askBatch(session) : askOnce(session, question));
  } finally {
    await close();
  }
});
