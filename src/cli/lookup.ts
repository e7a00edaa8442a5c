import { countNoun } from '../text/count-noun.ts';
import { describeLocator } from '../conversation/describe-locator.ts';
import { wordsIn } from '../words/words.ts';
import type { Excerpt } from '../domain/reply.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { openCurrentLibrary } from './open-current-library.ts';
import { misuse } from './parse-arguments.ts';

export const summary = 'Lists the passages about a term, each by one sentence.';
export const usage = '"term" [--article ID] [--json] [--corpus DIR] [--index DIR]';
export const options = {
  article: { kind: 'text', value: 'ID', help: 'in this article only' },
  json: { kind: 'switch', help: 'print one passage a line, as JSON' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  const [term] = args;
  if (term === undefined || args.length > 1)
    throw misuse('lookup', { usage }, 'Name one term, in quotation marks if it has several words.');
  const workspace = await context.services.openWorkspace(values);
  const { library, close } = await openCurrentLibrary(workspace, context);
  try {
    const found = library.lookup(term, values.article === undefined ? {} : { articleId: values.article });
    context.stdout.write(values.json ? found.entries.map(toLine).join('') : render(term, found.entries));
    return 0;
  } finally {
    await close();
  }
}

function toLine({ text, articleId, paragraph, start, end, citation }: Excerpt): string {
  const { title, locator } = citation;
  return `${JSON.stringify({ text, articleId, title, paragraph, start, end, locator })}\n`;
}

function render(term: string, entries: readonly Excerpt[]): string {
  if (entries.length === 0) return `Nothing about “${term}”.\n`;
  const shown = entries.map(({ text, articleId, paragraph, citation }) => {
    const place = describeLocator(wordsIn('en'), citation.locator);
    const where = place === undefined ? '' : `, ${place}`;
    const source = `  ${citation.title}, paragraph ${paragraph}${where} (npm run show -- ${articleId} ${paragraph})`;
    return `  │ ${text.replaceAll('\n', '\n  │ ')}\n${source}\n`;
  });
  return `${countNoun(entries.length, 'passage')} about “${term}”.\n\n${shown.join('\n')}`;
}
