import type { ArticleScope } from '../article-scope.ts';
import type { Author } from './settings-store.ts';

/** Who may read an article, where that is not as its file says. Every method rejects when the store cannot be used. */
export interface ScopeStore {
  /** By article id. What cannot be read belongs to nobody. */
  all(): Promise<ReadonlyMap<string, ArticleScope>>;
  set(articleId: string, scope: ArticleScope, author: Author): Promise<void>;
  /** As its file says again. */
  remove(articleId: string): Promise<void>;
  /** Grows with every change. */
  revision(): Promise<number>;
  /** Ids of the articles whose scope a person has set, in order. */
  setBy(by: string): Promise<readonly string[]>;
  /** Takes a person's id out; the scopes stay. @returns of how many */
  forgetAuthor(by: string): Promise<number>;
}
