import type { Article } from '../../domain/article.ts';
import type { Library } from '../../domain/library.ts';
import { articleByRef } from '../messages/quote-ref.ts';
import { noArticleWord, whichArticleWord } from '../messages/render-paragraph.ts';
import { word } from '../messages/message-view.ts';
import type { Words } from '../../words/words.ts';
import { sendPrivately } from './plan.ts';
import type { Plan } from './plan.ts';

/** The article of that name, or a plan that says what is missing; undefined where none is named. */
export function namedArticle(words: Words, name: string, library: Library): Article | Plan | undefined {
  if (name === '') return undefined;
  const meant = articlesMeantBy(name, library);
  return meant.length === 0 ? sendPrivately(noArticleWord(words, name)) : onlyOf(words, meant, library);
}

/** The same, or the only article there is. */
export function requireArticle(words: Words, name: string, library: Library): Article | Plan {
  const articles = library.sources().entries.map((entry) => entry.article);
  if (articles.length === 0) return sendPrivately(word(words, 'conversation.noArticle'));
  return namedArticle(words, name, library) ?? onlyOf(words, articles, library);
}

/** By id, as the choices have it; else by what was typed without choosing: the whole title, or a part that tells it. */
function articlesMeantBy(name: string, library: Library): readonly Article[] {
  const exact = library.article(name) ?? articleByRef(library, name);
  if (exact) return [exact];
  const candidates = library.suggestArticles(name, Infinity);
  const titled = candidates.filter(({ title }) => title.trim().toLowerCase() === name.toLowerCase());
  return titled.length > 0 ? titled : candidates;
}

function onlyOf(words: Words, articles: readonly Article[], library: Library): Article | Plan {
  const [first, ...others] = articles;
  return first && others.length === 0 ? first : sendPrivately(whichArticleWord(words, articles, library));
}
