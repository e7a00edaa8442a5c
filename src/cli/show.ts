import type { Article, ParagraphBlock } from '../domain/article.ts';
import { headingOf, paragraphsOf } from '../domain/article.ts';
import { VerbatimError } from '../domain/errors.ts';
import { describeLocator } from '../conversation/describe-locator.ts';
import { wordsIn } from '../words/words.ts';
import type { CommandContext, CommandInput, OptionTable } from './command.ts';
import { FOLDER_OPTIONS } from './command.ts';
import { misuse } from './parse-arguments.ts';
import { readWholeNumber } from './read-whole-number.ts';
import { unknownArticle } from './unknown-article.ts';

export const summary = 'Shows a paragraph of an article in full, between its neighbours.';
export const usage = 'ID PARAGRAPH [--alone] [--corpus DIR]';
export const options = {
  alone: { kind: 'switch', help: 'without its neighbours' },
  corpus: FOLDER_OPTIONS.corpus,
} as const satisfies OptionTable;

export async function run(
  { values, args }: CommandInput<typeof options>,
  { services, stdout }: CommandContext,
): Promise<number> {
  const [id, wanted, ...rest] = args;
  const number = readWholeNumber(wanted);
  if (id === undefined || number === undefined || number === 'invalid' || rest.length > 0)
    throw misuse('show', { usage }, 'Name the id of an article and the number of a paragraph.');
  const { entries } = await (await services.openWorkspace(values)).readCorpus();
  const article = entries.find((entry) => entry.article.id === id)?.article;
  if (!article) throw unknownArticle(id);
  stdout.write(render(article, number, values.alone));
  return 0;
}

function render(article: Article, number: number, alone: boolean): string {
  const paragraphs = paragraphsOf(article);
  const wanted = paragraphs[number - 1];
  if (!wanted)
    throw new VerbatimError(
      'usage',
      `“${article.title}” has no paragraph ${number}; its paragraphs go from 1 to ${paragraphs.length}.`,
    );
  const shown = alone ? [wanted] : paragraphs.slice(Math.max(0, number - 2), number + 1);
  const heading = headingOf(article, wanted);
  const head = [article.title, ...(heading === undefined ? [] : [heading])].join(' › ');
  return `${head}\n\n${shown.map((paragraph) => renderParagraph(article, paragraph, wanted)).join('\n')}`;
}

/** The one that was asked for stands behind a bar. */
function renderParagraph(article: Article, paragraph: ParagraphBlock, wanted: ParagraphBlock): string {
  const place = describeLocator(wordsIn('en'), paragraph.locator);
  const bar = paragraph === wanted ? '  │ ' : '    ';
  const text = article.text.slice(paragraph.start, paragraph.end).replaceAll('\n', `\n${bar}`);
  return `  ¶ ${paragraph.number}${place === undefined ? '' : `, ${place}`}\n${bar}${text}\n`;
}
