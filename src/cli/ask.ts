import picocolors from 'picocolors';
import type { CommandContext, CommandInput, CommandIo, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { openCurrentLibrary } from './open-current-library.ts';
import { misuse } from './parse-arguments.ts';
import type { Style } from './render-reply.ts';
import { askBatch, askInteractively, askOnce } from './run-ask.ts';

export const summary = 'Answers a question from the articles; without one it is an interactive session.';
export const usage = '"question" | - [--json | --explain] [--article ID] [--corpus DIR] [--index DIR]';
export const options = {
  json: { kind: 'switch', help: 'print one reply a line, as JSON' },
  explain: { kind: 'switch', help: 'with the candidates, their signals and what the decision weighed' },
  article: { kind: 'text', value: 'ID', help: 'answer from this article only' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  const [question] = args;
  if (args.length > 1) throw misuse('ask', { usage }, 'Put the question into quotation marks.');
  if (question === undefined && context.stdin.isTTY !== true)
    throw misuse('ask', { usage }, 'There is no question.');
  if (values.json && values.explain) throw misuse('ask', { usage }, '--explain is no part of the JSON.');
  const workspace = await context.services.openWorkspace(values);
  const { library, close } = await openCurrentLibrary(workspace, context);
  const session = {
    library,
    input: context.stdin,
    output: context.stdout,
    style: chooseStyle(context),
    json: values.json,
    explain: values.explain,
    ...(values.article === undefined ? {} : { articleId: values.article }),
  };
  try {
    if (question === undefined) return await askInteractively(session);
    return await (question === '-' ? askBatch(session) : askOnce(session, question));
  } finally {
    await close();
  }
}

/** Colours on a terminal that takes them, unless https://no-color.org is asked for. */
function chooseStyle({ stdout, env }: CommandIo): Style {
  const colours = stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const { bold, dim } = picocolors.createColors(colours);
  return { colours, strong: bold, dim };
}
