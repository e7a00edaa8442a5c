import { parseArgs } from 'node:util';
import { loadEnvironment, readConfig } from '../src/app/config.ts';
import { readCorpus } from '../src/app/read-corpus.ts';
import { runMain } from '../src/app/run-main.ts';
import { listArticles } from '../src/cli/list-articles.ts';

runMain(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      corpus: { type: 'string' },
    },
  });
  const corpus = await readCorpus(readConfig(loadEnvironment(), values).corpusDir);
  for (const line of corpus.leftOut) process.stderr.write(`${line}\n`);
  process.stdout.write(`${listArticles(corpus.entries, values)}\n`);
});
