import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { listArticles } from './list-articles.ts';

export const summary = 'Lists the articles of the corpus.';
export const usage = '[--json] [--text] [--corpus DIR]';
export const options = {
  json: { kind: 'switch', help: 'print a JSON array' },
  text: { kind: 'switch', help: 'with the whole text, to check offsets by' },
  corpus: FOLDER_OPTIONS.corpus,
} as const satisfies OptionTable;

export async function run(
  { values }: CommandInput<typeof options>,
  { services, stdout, stderr }: CommandContext,
): Promise<number> {
  const corpus = await (await services.openWorkspace(values)).readCorpus();
  for (const line of corpus.leftOut) stderr.write(`${line}\n`);
  stdout.write(`${listArticles(corpus.entries, values)}\n`);
  return 0;
}
