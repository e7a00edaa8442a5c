import type { CardDeck } from '../domain/card-deck.ts';
import type { FlashcardFormat } from '../domain/flashcard.ts';
import { countNoun } from '../text/count-noun.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FAILURE, FOLDER_OPTIONS } from './command.ts';
import { openCurrentLibrary } from './open-current-library.ts';
import { misuse } from './parse-arguments.ts';
import { printable } from './printable.ts';
import { renderDeck } from './render-deck.ts';
import type { CardExport, Workspace } from './services.ts';
import { unknownArticle } from './unknown-article.ts';

export const summary = 'Lists the cards that the articles make, with why there is each, or exports them.';
export const usage = '[--article ID] [--json | --export FILE] [--corpus DIR] [--index DIR]';
export const options = {
  article: { kind: 'text', value: 'ID', help: 'of this article only' },
  json: { kind: 'switch', help: 'print a JSON array of decks' },
  export: {
    kind: 'text',
    value: 'FILE',
    help: 'write them to a file: .apkg for Anki, .csv for spreadsheets, .md for Markdown',
  },
  ...FOLDER_OPTIONS,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  context: CommandContext,
): Promise<number> {
  if (args.length > 0) throw misuse('cards', { usage }, `“${args.join(' ')}” is too much.`);
  const format = values.export === undefined ? undefined : formatOf(values.export);
  if (format !== undefined && values.json)
    throw misuse(
      'cards',
      { usage },
      '--json prints the cards, and --export writes them to a file: take one.',
    );
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
      if (!values.json && format === undefined) stdout.write(renderDeck(deck));
    }
    if (values.export !== undefined && format !== undefined) {
      const request = { library, format, file: values.export, now: context.now() };
      return await exportDecks(decks, request, { workspace, stdout, stderr });
    }
    if (values.json) stdout.write(`${JSON.stringify(decks, null, 2)}\n`);
    else if (chosen.length === 0) stdout.write('The corpus holds no article.\n');
    return 0;
  } finally {
    await close();
  }
}

/** By its ending. @throws VerbatimError usage */
function formatOf(file: string): FlashcardFormat {
  const format = FORMATS[/\.[a-z]+$/i.exec(file)?.[0].toLowerCase() ?? ''];
  if (format) return format;
  throw misuse(
    'cards',
    { usage },
    `“${file}” is no file of cards: it ends in ${Object.keys(FORMATS).join(', ')}.`,
  );
}

const FORMATS: Readonly<Record<string, FlashcardFormat>> = {
  '.apkg': 'anki',
  '.csv': 'csv',
  '.md': 'markdown',
};

async function exportDecks(
  decks: readonly CardDeck[],
  request: CardExport,
  { workspace, stdout, stderr }: Exporting,
): Promise<number> {
  const filled = decks.filter(({ cards }) => cards.length > 0);
  for (const { scarce } of decks) if (scarce !== undefined) stderr.write(`${printable(scarce)}\n`);
  if (filled.length === 0) {
    stderr.write(`There is no card, so that ${request.file} was not written.\n`);
    return FAILURE;
  }
  await workspace.exportCards(filled, request);
  const cards = filled.reduce((sum, deck) => sum + deck.cards.length, 0);
  stdout.write(
    `Wrote ${countNoun(cards, 'card')} of ${countNoun(filled.length, 'article')} to ${request.file}.\n`,
  );
  return 0;
}

interface Exporting extends Pick<CommandContext, 'stdout' | 'stderr'> {
  readonly workspace: Workspace;
}
