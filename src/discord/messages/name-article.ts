import type { Article } from '../../domain/article.ts';
import type { Library, SourcesView } from '../../domain/library.ts';

/** Discord: characters of the name of a choice. */
export const CHOICE_ROOM = 100;
/** Titles that begin alike for so long cannot be told apart in a list of choices. */
const TOLD_BY = 60;
/** Characters kept of a title that has to be told apart. */
const TITLE_KEPT = 20;

/**
 * What tells an article from the others of its title, as little as will do: who wrote it, when, and only then its id.
 * Undefined for a title that no other has.
 */
function tellApart(article: Article, library: Library): string | undefined {
  const same = alike(article, library);
  if (same.length === 0) return undefined;
  return labelOfFacts(article, same) ?? joinFacts([...factsOf(article), article.id]);
}

/** Whether there are others of its title, and nothing but its id tells it from them. */
export function needsId(article: Article, library: Library): boolean {
  const same = alike(article, library);
  return same.length > 0 && labelOfFacts(article, same) === undefined;
}

function labelOfFacts(article: Article, same: readonly Article[]): string | undefined {
  const facts = factsOf(article);
  return [facts.slice(0, 1), facts]
    .map(joinFacts)
    .find((label) => label !== '' && same.every((other) => !joinFacts(factsOf(other)).includes(label)));
}

/** `Of harbours`, or `Of harbours · Ruth Calder · 2022` beside others of that title. @param room characters of it */
export function nameArticle(article: Article, library: Library, room = CHOICE_ROOM): string {
  const apart = tellApart(article, library);
  if (apart === undefined) return clip(article.title, room);
  const suffix = ` · ${clipStart(apart, room - TITLE_KEPT)}`;
  return `${clip(article.title, room - suffix.length)}${suffix}`;
}

function alike(article: Article, library: Library): readonly Article[] {
  return (groupsOf(library.sources()).get(begin(article.title)) ?? []).filter(({ id }) => id !== article.id);
}

/** The articles by how their titles begin; the list of a generation stays the same object. */
const GROUPS = new WeakMap<SourcesView, ReadonlyMap<string, readonly Article[]>>();

function groupsOf(sources: SourcesView): ReadonlyMap<string, readonly Article[]> {
  const known = GROUPS.get(sources);
  if (known) return known;
  const groups = new Map<string, Article[]>();
  for (const { article } of sources.entries) {
    const group = groups.get(begin(article.title));
    if (group) group.push(article);
    else groups.set(begin(article.title), [article]);
  }
  GROUPS.set(sources, groups);
  return groups;
}

function begin(title: string): string {
  return title.trim().toLowerCase().slice(0, TOLD_BY);
}

function factsOf({ author, published }: Article): readonly string[] {
  return [author, published].filter((fact) => fact !== undefined);
}

function joinFacts(facts: readonly string[]): string {
  return facts.join(' · ');
}

function clip(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).toWellFormed()}…`;
}

/** The end of an id says more than its beginning. */
function clipStart(text: string, room: number): string {
  return text.length <= room ? text : `…${text.slice(1 - room).toWellFormed()}`;
}
