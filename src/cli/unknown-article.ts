import { VerbatimError } from '../domain/errors.ts';
import { printable } from './printable.ts';

/** What a command says of an id that the corpus does not have. */
export function unknownArticle(id: string): VerbatimError {
  return new VerbatimError(
    'article-unknown',
    `There is no article "${printable(id)}". Run \`npm run articles\` to see which there are.`,
  );
}
