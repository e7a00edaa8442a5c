import { isCardFileName, readCorpusFolder } from '../adapters/import/read-corpus-folder.ts';
import type { CardSource } from '../domain/card-deck.ts';
import type { CorpusFile } from '../domain/corpus-file.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { Library } from '../domain/library.ts';
import { makeDeck } from '../study/cards/make-deck.ts';
import { readCardFile } from '../study/cards/read-card-file.ts';
import type { CardFileEntry } from '../study/cards/read-card-file.ts';
import { loadTagger } from '../study/cards/tag-words.ts';
import { createCardJudge } from './create-card-judge.ts';

type CardLibrary = Pick<Library, 'ask' | 'article' | 'sources'>;

/**
 * Makes cards of a library's articles, with the card files of the corpus as they are now; what the library does not
 * have has no cards.
 */
export async function openCards(library: CardLibrary, corpusDir: string): Promise<CardSource> {
  const files = new Map(
    (await readCorpusFolder(corpusDir, isCardFileName)).map((file) => [articleOf(file), file]),
  );
  const tag = await loadTagger();
  const judge = createCardJudge(library);
  return {
    makeDeck(articleId, request) {
      const article = library.article(articleId);
      if (!article) throw unknownArticle(articleId);
      const file = files.get(articleId);
      return makeDeck(article, { tag, judge, entries: file ? readEntries(file) : [] }, request);
    },
    strayFiles: [...files].flatMap(([id, { path }]) => (library.article(id) ? [] : [path])),
  };
}

/** `law/treaty.cards.md` belongs to the article with the id `treaty`. */
function articleOf({ path }: CorpusFile): string {
  return (path.split('/').at(-1) ?? path).replace(/\.cards\.md$/i, '');
}

function readEntries({ path, bytes }: CorpusFile): readonly CardFileEntry[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new VerbatimError('cards-invalid', `${path} is not UTF-8. Save it as UTF-8.`, { cause });
  }
  return readCardFile(path, text);
}

function unknownArticle(id: string): VerbatimError {
  return new VerbatimError(
    'article-unknown',
    `There is no article "${id}" in the index. Run \`npm run articles\` to see which there are.`,
  );
}
