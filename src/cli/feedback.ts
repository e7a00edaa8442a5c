import { countNoun } from '../text/count-noun.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';
import type { FeedbackExport } from './services.ts';

export const summary = 'Makes a data set of what people think of the bot’s answers.';
export const usage = '--export DIR [--server ID] [--since DAYS]';
export const options = {
  export: { kind: 'text', value: 'DIR', help: 'gets questions.jsonl and the articles quoted' },
  server: { kind: 'text', value: 'ID', help: 'only the votes in this server' },
  since: { kind: 'text', value: 'DAYS', help: 'only votes that are not older' },
} as const satisfies OptionTable;

export async function run(
  { values }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const { export: folder, server } = values;
  if (folder === undefined) throw misuse('feedback', { usage }, 'Name a folder with --export.');
  const sinceDays = readWholeNumber(values.since);
  if (sinceDays === 'invalid') throw misuse('feedback', { usage }, '--since takes a whole number of days.');
  stdout.write(describe(await services.exportFeedback({ folder, serverId: server, sinceDays }), folder));
  return 0;
}

function describe({ answerable, unanswerable, articles, leftOut }: FeedbackExport, folder: string): string {
  const total = countNoun(answerable + unanswerable, 'question');
  const lines = [
    `${total} from ${countNoun(articles, 'article')} in ${folder}: ${answerable} with an answer, ${unanswerable} without.`,
    ...WHY.flatMap(([reason, why]) => (leftOut[reason] > 0 ? [`Left out: ${leftOut[reason]} ${why}.`] : [])),
    ...(answerable + unanswerable === 0 ? [] : [`npm run evaluate -- ${folder}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const WHY: readonly (readonly [reason: keyof FeedbackExport['leftOut'], why: string])[] = [
  ['disputed', 'on which votes are even'],
  ['unknown', 'marked bad, because what is right is not known'],
  ['changed', 'whose quotation is in no article any more'],
  ['repeated', 'that are there already'],
];
