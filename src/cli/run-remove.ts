import { VerbatimError } from '../domain/errors.ts';
import type { KnownArticle } from '../domain/importing.ts';
import { FAILURE } from './command.ts';
import type { Terminal } from './open-terminal.ts';
import type { Imports, IndexUpdate } from './services.ts';
import { printable } from './printable.ts';
import { describeReindex } from './show-report.ts';

/** `npm run remove` as it was typed. */
export interface RemoveRequest {
  readonly ids: readonly string[];
  readonly yes: boolean;
}

export interface RemoveDependencies
  extends Pick<Terminal, 'print' | 'warn' | 'ask'>, Pick<Imports, 'local' | 'loadKnown'> {
  readonly reindex: () => Promise<IndexUpdate>;
}

/**
 * Removes imported articles from the corpus, after asking, and brings the index up to date.
 * Every id is checked before anything is removed. @returns the exit code
 * @throws VerbatimError usage, article-unknown
 */
export async function runRemove(command: RemoveRequest, dependencies: RemoveDependencies): Promise<number> {
  const articles = await chooseArticles([...new Set(command.ids)], dependencies);
  let removed = 0;
  for (const article of articles) {
    if (!command.yes && !(await confirm(article, dependencies))) {
      dependencies.print(`${article.id} was kept.`);
      continue;
    }
    await dependencies.local.remove(article.file);
    dependencies.print(`${article.id} was removed (${article.file}).`);
    removed += 1;
  }
  if (removed === 0) return 0;
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
  ids: readonly string[],
  { loadKnown, local }: RemoveDependencies,
): Promise<readonly KnownArticle[]> {
  const known = await loadKnown();
  return ids.map((id) => {
    const article = known.find((each) => each.id === id);
    if (!article) {
      throw new VerbatimError(
        'article-unknown',
        `There is no article "${printable(id)}". Run \`npm run articles\` to see which there are.`,
      );
    }
    if (local.owns(article.file)) return article;
    throw new VerbatimError(
      'usage',
      `${id} is not removed: its file ${article.file} was not imported (it does not lie in local/ under the corpus folder). Delete the file yourself if you mean it.`,
    );
  });
}

async function confirm({ id, title, file }: KnownArticle, { ask }: RemoveDependencies): Promise<boolean> {
  if (ask === undefined) {
    throw new VerbatimError('usage', `Nobody can be asked whether ${id} shall go. Say so with --yes.`);
  }
  const answer = await ask(`Remove "${printable(title)}" (${file})? [y/N] `);
  return /^y(?:es)?$/i.test(answer.trim());
}
