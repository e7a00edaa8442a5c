import type { Manifest, ManifestArticle } from '../domain/manifest.ts';

/** An article by its id and the hash of its text. */
type TextOf = Pick<ManifestArticle, 'id' | 'textHash'>;

/** Since when that text is in the index under that id; ISO 8601. Undefined where it is new. */
export function createSince(former: Manifest | undefined): (article: TextOf) => string | undefined {
  const known = new Map(
    former?.articles.map(({ indexed = former.created, ...article }) => [keyOf(article), indexed]),
  );
  return (article) => known.get(keyOf(article));
}

/**
 * The id whose vectors an article keeps: its own, or that of one that was renamed. A copy of what somebody else has
 * is encoded like anything new: neither its date nor the time that it takes tells of the other.
 *
 * @param there every article that there is now
 */
export function createKeptFrom(
  before: readonly ManifestArticle[],
  there: readonly TextOf[],
): (article: TextOf) => string | undefined {
  const ids = new Set(there.map(({ id }) => id));
  const own = new Map(before.map((article) => [keyOf(article), article.id]));
  const gone = new Map(before.filter(({ id }) => !ids.has(id)).map(({ textHash, id }) => [textHash, id]));
  return (article) => own.get(keyOf(article)) ?? gone.get(article.textHash);
}

/** Whether the former generation has a text that this one has not. */
export function lacksTextOf(manifest: Manifest, former: Manifest | undefined): boolean {
  const texts = new Set(manifest.articles.map(({ textHash }) => textHash));
  return former?.articles.some(({ textHash }) => !texts.has(textHash)) ?? false;
}

function keyOf({ id, textHash }: TextOf): string {
  return `${id} ${textHash}`;
}
