import type { ArticleScope } from './article-scope.ts';

/** Who is answered: public articles are for everyone, those of these servers are added. */
export interface Audience {
  /** Ids of servers: the one that is asked in; in direct messages those that let their members read there. */
  readonly servers: readonly string[];
}

/** Reads what is public, and nothing else. */
export const EVERYONE: Audience = { servers: [] };

export function mayRead({ servers }: Audience, scope: ArticleScope): boolean {
  return scope === 'public' || scope.some((server) => servers.includes(server));
}
