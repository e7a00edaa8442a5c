import type { Article } from '../domain/article.ts';
import type { Library } from '../domain/library.ts';
import { collectKeyTerms } from '../retrieval/collect-key-terms.ts';
import { onceNeeded } from './once-needed.ts';

/**
 * Completes what is typed, from memory. The key terms of the corpus are collected at the first suggestion:
 * a command that asks one question never needs them.
 */
export function createSuggest(
  articles: readonly Article[],
): Pick<Library, 'suggestTerms' | 'suggestArticles'> {
  const keyTerms = onceNeeded(() => collectKeyTerms(articles));
  return {
    suggestTerms: (prefix, limit) => pickSuggestions(keyTerms(), { prefix, limit, label: (term) => term }),
    suggestArticles: (prefix, limit) => pickSuggestions(articles, { prefix, limit, label: nameParts }),
  };
}

/** The title first; what tells it from others of that title finds it, too. */
function nameParts({ title, author, published, id }: Article): string {
  return [title, author, published, id].filter((part) => part !== undefined).join(' ');
}

/** What was typed, and how much of an answer there is room for. */
export interface SuggestionRequest<T> {
  /** As it was typed; an empty one takes the first of what there is. */
  readonly prefix: string;
  readonly limit: number;
  /** What a person would type to mean it. */
  readonly label: (item: T) => string;
}

/** What starts with the prefix, then what has a word that does, then what contains it; each in the given order. */
export function pickSuggestions<T>(
  items: readonly T[],
  { prefix, limit, label }: SuggestionRequest<T>,
): readonly T[] {
  const wanted = prefix.trim().toLowerCase();
  if (wanted === '') return items.slice(0, limit);
  const ranks: [T[], T[], T[]] = [[], [], []];
  for (const item of items) {
    const text = label(item);
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    ranks[at === 0 ? 0 : /\s/.test(text[at - 1] ?? '') ? 1 : 2].push(item);
  }
  return ranks.flat().slice(0, limit);
}
