import { VerbatimError } from '../domain/errors.ts';
import type { KnownArticle, LocalArticles } from '../domain/importing.ts';
import type { RemoveCommand } from './read-remove-command.ts';
import { REMOVE_USAGE } from './read-remove-command.ts';
import type { ReindexCounts } from './show-report.ts';
import { describeReindex, printable } from './show-report.ts';

export interface RemoveDependencies {
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
  /** Asks a person; undefined when nobody is there. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  readonly local: LocalArticles;
  readonly loadKnown: () => Promise<readonly KnownArticle[]>;
  readonly reindex: () => Promise<ReindexCounts>;
}

/**
 * Removes imported articles from the corpus, after asking, and brings the index up to date.
 * Every id is checked before anything is removed. @returns the exit code
 * @throws VerbatimError usage, article-unknown
 */
export async function runRemove(command: RemoveCommand, dependencies: RemoveDependencies): Promise<number> {
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
    return 1;
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
    throw new VerbatimError(
      'usage',
      `Nobody can be asked whether ${id} shall go. Say so with --yes: ${REMOVE_USAGE}`,
    );
  }
  const answer = await ask(`Remove "${printable(title)}" (${file})? [y/N] `);
  return /^y(?:es)?$/i.test(answer.trim());
}
