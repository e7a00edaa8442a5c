import type {
  DeskAddition,
  DeskArticle,
  DeskDone,
  DeskRef,
  DeskRefusal,
  DeskRun,
  DeskSource,
  Indexed,
  RemovedArticle,
} from '../desk.ts';
import type { EditionChanges, QuotationState, QuotedPlace } from '../edition.ts';

/**
 * Changes a server's own articles while the bot runs. Each resolves when the index has the change, or could not be
 * brought up to date. Who may do it is asked before; that an article is the server's own is asked here.
 * Every method rejects when the store cannot be used just now: then nothing was changed. What is given up rejects
 * with the signal's reason.
 */
export interface ArticleDesk {
  /** @param request `by` is the id of the person */
  add(
    request: { readonly serverId: string; readonly by: string; readonly source: DeskSource },
    run?: DeskRun,
  ): Promise<DeskAddition | DeskRefusal>;
  /** Sorted by title. */
  list(serverId: string): Promise<readonly DeskArticle[]>;
  /** Those that can still be brought back, the latest first. */
  listRemoved(serverId: string): Promise<readonly RemovedArticle[]>;
  rename(ref: DeskRef, title: string): Promise<DeskDone | DeskRefusal>;
  /** Takes it away at once, and for good after a day. */
  remove(ref: DeskRef, change: { readonly by: string }): Promise<DeskDone | DeskRefusal>;
  undoRemove(ref: DeskRef): Promise<DeskDone | DeskRefusal>;
  /** Puts a newer edition under the same id and title. */
  replace(
    ref: DeskRef,
    change: { readonly source: DeskSource; readonly by: string },
    run?: DeskRun,
  ): Promise<DeskAddition | DeskRefusal>;
  /** What an edition has changed: the newest against the one before it; undefined where there is none before it. */
  describeEdition(ref: DeskRef): Promise<EditionChanges | undefined>;
  /** What has become of a quotation from the article. */
  resolveQuotation(ref: DeskRef, quote: QuotedPlace): Promise<QuotationState>;
  /** Deletes all that the server has added, without a way back. */
  removeServer(serverId: string): Promise<Indexed>;
}
