import type { CardDeck } from '../domain/card-deck.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { openCurrentLibrary } from './open-current-library.ts';
import { misuse } from './parse-arguments.ts';
import { renderDeck } from './render-deck.ts';
import { unknownArticle } from './unknown-article.ts';

export const summary = 'Lists the cards that the articles make, with why there is each.';
export const usage = '[--article ID] [--json] [--corpus DIR] [--index DIR]';
export const options = {
  article: { kind: 'text', value: 'ID', help: 'of this article only' },
  json: { kind: 'switch', help: 'print a JSON array of decks' },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  if (args.length > 0) throw misuse('cards', { usage }, `“${args.join(' ')}” is too much.`);
  const { stdout, stderr } = context;
  const workspace = await context.services.openWorkspace(values);
  const { library, close } = await openCurrentLibrary(workspace, context);
  try {
    const articles = library.sources().entries.map(({ article }) => article);
    const chosen = articles.filter(({ id }) => values.article === undefined || id === values.article);
    if (values.article !== undefined && chosen.length === 0) throw unknownArticle(values.article);
    const source = await workspace.openCards(library);
    for (const path of source.strayFiles)
      stderr.write(`${path} belongs to no article: its name is not the id of one.\n`);
    const decks: CardDeck[] = [];
    for (const { id, title } of chosen) {
      if (stderr.isTTY === true) stderr.write(`Making the cards of “${title}” …\n`);
      const deck = await source.makeDeck(id);
      decks.push(deck);
      if (!values.json) stdout.write(renderDeck(deck));
    }
    if (values.json) stdout.write(`${JSON.stringify(decks, null, 2)}\n`);
    else if (chosen.length === 0) stdout.write('The corpus holds no article.\n');
    return 0;
  } finally {
    await close();
  }
}
