import { countNoun } from '../text/count-noun.ts';
import { DISCORD_ID } from '../domain/discord-id.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { printable } from './printable.ts';
import type { Services } from './services.ts';

export const summary = 'Shows, exports or imports what servers have set and who may read which article.';
export const usage = '[SERVER] [--export FILE] | --import FILE';
export const options = {
  export: { kind: 'text', value: 'FILE', help: 'write them into a new file, as YAML' },
  import: { kind: 'text', value: 'FILE', help: 'set what the file says, all of it or nothing' },
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout, stderr, now }: CommandContext,
): Promise<number> {
  const [serverId, ...more] = args;
  if (more.length > 0 || (serverId !== undefined && !DISCORD_ID.test(serverId)))
    throw misuse('settings', { usage }, 'A server is named by its id of Discord, 17 to 20 digits.');
  if (values.import !== undefined && (serverId !== undefined || values.export !== undefined))
    throw misuse('settings', { usage }, 'A file that is imported says itself what it is about.');
  const settings = await services.openSettings((message) => void stderr.write(`${message}\n`));
  try {
    if (values.import !== undefined) {
      const imported = await settings.importFile(values.import, now().toISOString());
      for (const id of await findUnknown(services, imported.named))
        stderr.write(
          `There is no article ${printable(id)}; who may read it is kept in case there will be.\n`,
        );
      for (const [id, { fields }] of imported.changes) stdout.write(`${id}: ${fields.join(', ')}\n`);
      for (const id of imported.articles) stdout.write(`article ${printable(id)}\n`);
      stdout.write(
        `${countNoun(imported.changes.length, 'server')} and ${countNoun(imported.articles.length, 'article')} changed.\n`,
      );
    } else if (values.export === undefined) stdout.write(printable(await settings.render(serverId)));
    else {
      await settings.exportFile(values.export, serverId);
      stdout.write(`The settings are in ${values.export}.\n`);
    }
    return 0;
  } finally {
    await settings.close();
  }
}

/** A name that is mistyped hides nothing, and should be seen; a corpus that cannot be read hides no setting. */
async function findUnknown(services: Services, named: readonly string[]): Promise<readonly string[]> {
  if (named.length === 0) return [];
  try {
    const { entries } = await (await services.openWorkspace({})).readCorpus();
    const known = new Set(entries.map(({ article }) => article.id));
    return named.filter((id) => !known.has(id));
  } catch (error) {
    if (error instanceof VerbatimError) return [];
    throw error;
  }
}
