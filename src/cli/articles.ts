import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { listArticles, listIndexed } from './list-articles.ts';
import { unknownArticle } from './unknown-article.ts';

export const summary = 'Lists the articles of the corpus, or shows one.';
export const usage = '[ID…] [--filter WORD] [--text] [--index] [--json] [--corpus DIR]';
export const options = {
  filter: { kind: 'text', value: 'WORD', help: 'only those with this in the title, id, author or file' },
  text: { kind: 'switch', help: 'with the whole text, to check offsets by' },
  index: { kind: 'switch', help: 'with what the index holds of them' },
  json: { kind: 'switch', help: 'print a JSON array' },
  corpus: FOLDER_OPTIONS.corpus,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout, stderr }: CommandContext,
): Promise<number> {
  const workspace = await services.openWorkspace({ corpus: values.corpus });
  const { entries, leftOut } = await workspace.readCorpus();
  for (const line of leftOut) stderr.write(`${line}\n`);
  const unknown = args.find((id) => !entries.some(({ article }) => article.id === id));
  if (unknown !== undefined) throw unknownArticle(unknown);
  const { filter, index, json, text } = values;
  const chosen = entries.filter(
    ({ article: { id, title, author }, file }) =>
      (args.length === 0 || args.includes(id)) && matches([id, title, author ?? '', file], filter),
  );
  const indexed = index ? await workspace.indexedPassages() : undefined;
  const list =
    indexed && !json
      ? listIndexed(chosen, indexed)
      : listArticles(chosen, { json, text, indexed, filtered: filter !== undefined });
  stdout.write(`${list}\n`);
  return 0;
}

function matches(fields: readonly string[], word: string | undefined): boolean {
  return word === undefined || fields.some((field) => field.toLowerCase().includes(word.toLowerCase()));
}
