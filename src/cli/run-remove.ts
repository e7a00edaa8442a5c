import { VerbatimError } from '../domain/errors.ts';
import type { KnownArticle } from '../domain/importing.ts';
import { FAILURE } from './command.ts';
import type { Terminal } from './open-terminal.ts';
import type { Imports, IndexUpdate } from './services.ts';
import { printable } from './printable.ts';
import { describeReindex } from './show-report.ts';
import { unknownArticle } from './unknown-article.ts';

/** `npm run remove` as it was typed. */
export interface RemoveRequest {
  /** `all` are all that were imported. */
  readonly ids: readonly string[] | 'all';
  readonly yes: boolean;
}

export interface RemoveDependencies
  extends Pick<Terminal, 'print' | 'warn' | 'ask'>, Pick<Imports, 'local' | 'loadKnown'> {
  readonly reindex: () => Promise<IndexUpdate>;
}

/**
 * Removes imported articles from the corpus, after asking once for all of them, and brings the index up to date.
 * Every id is checked before anything is removed. @returns the exit code
 * @throws VerbatimError usage, article-unknown
 */
export async function runRemove(command: RemoveRequest, dependencies: RemoveDependencies): Promise<number> {
  const articles = await chooseArticles(command.ids, dependencies);
  if (articles.length === 0) {
    dependencies.print('There is no imported article to remove.');
    return 0;
  }
  if (!command.yes && !(await confirm(articles, dependencies))) {
    dependencies.print('Nothing was removed.');
    return 0;
  }
  for (const article of articles) {
    await dependencies.local.remove(article.file);
    dependencies.print(`${article.id} was removed (${article.file}).`);
  }
  try {
    dependencies.print(describeReindex(await dependencies.reindex()));
    return 0;
  } catch (error) {
    dependencies.warn(printable(error instanceof Error ? error.message : String(error)));
    dependencies.warn('The index was not brought up to date. Run `npm run index`.');
    return FAILURE;
  }
}

async function chooseArticles(
  ids: RemoveRequest['ids'],
  { loadKnown, local }: RemoveDependencies,
): Promise<readonly KnownArticle[]> {
  const known = await loadKnown();
  if (ids === 'all') return known.filter(({ file }) => local.owns(file));
  return [...new Set(ids)].map((id) => {
    const article = known.find((each) => each.id === id);
    if (!article) throw unknownArticle(id);
    if (local.mayRemove(article.file)) return article;
    throw new VerbatimError(
      'usage',
      `${id} is not removed: its file ${article.file} was not imported (it does not lie in local/ under the corpus folder). Delete the file yourself if you mean it.`,
    );
  });
}

/** Titles that a question names; of more, their number is said. */
const MOST_NAMED = 10;

async function confirm(articles: readonly KnownArticle[], { ask }: RemoveDependencies): Promise<boolean> {
  const named = articles.slice(0, MOST_NAMED).map(({ title, file }) => `"${printable(title)}" (${file})`);
  const more = articles.length > named.length ? ` and ${articles.length - named.length} more` : '';
  if (ask === undefined) {
    const ids = articles.slice(0, MOST_NAMED).map(({ id }) => id);
    throw new VerbatimError(
      'usage',
      `Nobody can be asked whether ${ids.join(', ')}${more} shall go. Say so with --yes.`,
    );
  }
  const answer = await ask(`Remove ${named.join(', ')}${more}? [y/N] `);
  return /^y(?:es)?$/i.test(answer.trim());
}
