import type { Article } from '../domain/article.ts';
import { analyseTerms } from '../text/analyse-terms.ts';

/** Capitalised runs of up to four words: names of people, places, bodies. */
const NAME = /\p{Lu}[\p{L}\p{M}\p{N}’'-]+(?:\s+(?:of\s+|the\s+)?\p{Lu}[\p{L}\p{M}\p{N}’'-]+){0,3}/gu;
/** A single word has to be met this often to be a key term. */
const FREQUENT = 2;
const MAX_TERMS = 20_000;

/** Headings, names and frequent words of the articles, the most frequent first; for completing what is typed. */
export function collectKeyTerms(articles: readonly Article[]): readonly string[] {
  const counts = new Map<string, { readonly term: string; count: number }>();
  const add = (term: string, weight: number): void => {
    const key = term.toLowerCase();
    const entry = counts.get(key);
    if (entry) entry.count += weight;
    else counts.set(key, { term, count: weight });
  };
  for (const article of articles) {
    for (const block of article.blocks) {
      const text = article.text.slice(block.start, block.end);
      if (block.kind === 'heading') add(text, FREQUENT);
      for (const [name] of text.matchAll(NAME)) {
        if (analyseTerms(name).length > 0) add(name.replace(/['’]s$/, ''), name.includes(' ') ? FREQUENT : 1);
      }
      for (const { span } of analyseTerms(text)) add(text.slice(span.start, span.end), 1);
    }
    for (const [alias, meaning] of Object.entries(article.aliases)) {
      add(alias, FREQUENT);
      add(meaning, FREQUENT);
    }
  }
  return [...counts.values()]
    .filter(({ term, count }) => count >= FREQUENT && term.length > 1 && term.length <= 100)
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_TERMS)
    .map(({ term }) => term);
}
