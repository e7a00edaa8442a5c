import type { StoreGuard } from '../conversation/store-guard.ts';
import type { ArticleScope } from '../domain/article-scope.ts';

/** Who may read which article, as it was set while the bot ran. */
export interface FollowedScopes {
  /** As last read; empty as long as the store could not be read: then what the articles themselves say holds. */
  readonly get: () => ReadonlyMap<string, ArticleScope>;
  readonly stop: () => void;
}

/** How often it is asked whether anything has changed, in milliseconds: also by another process. */
const POLL_MS = 1_000;

/** Reads the scopes now, and again whenever they change. */
export async function followScopes(guard: StoreGuard): Promise<FollowedScopes> {
  let scopes: ReadonlyMap<string, ArticleScope> = new Map();
  let revision: number | undefined;
  let busy = false;

  async function look(): Promise<void> {
    const current = await guard.read(({ scopes: store }) => store.revision(), undefined);
    if (current === undefined || current === revision) return;
    const read = await guard.read(({ scopes: store }) => store.all(), undefined);
    if (!read) return;
    scopes = read;
    revision = current;
  }
  await look();
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look().finally(() => {
      busy = false;
    });
  }, POLL_MS).unref();
  return {
    get: () => scopes,
    stop() {
      clearInterval(timer);
    },
  };
}
