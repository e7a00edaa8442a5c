import type { DeskRef, DeskRefusal } from '../domain/desk.ts';
import type { ImportedArticle } from '../domain/importing.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import { describeAddition } from './add-article.ts';
import type { BringIn } from './bring-in.ts';
import { refuseAddition, refuseGrowth } from './check-limits.ts';
import type { DeskContext } from './desk-context.ts';
import { refuse, refuseKnown } from './refuse.ts';

/** A newer edition keeps the id and the title of the one before, which is kept for what was quoted from it. */
export function createReplace(context: DeskContext, bringIn: BringIn): ArticleDesk['replace'] {
  return async (ref, { source, by }, run = {}) => {
    const { serverId } = ref;
    const former = await context.reader.read(ref);
    if (!former) return refuse('unknown');
    const full = await refuseAddition(serverId, context);
    if (full) return full;
    const imported = await bringIn({ serverId, source, title: former.title, ...run });
    if ('kind' in imported) return imported;
    const refusal = await context.inTurn(async () => {
      run.signal?.throwIfAborted();
      return saveEdition(ref, imported, { by, context });
    });
    return refusal ?? describeAddition(ref, imported.report, { context, onProgress: run.onProgress });
  };
}

/** What was is kept before what comes takes its place: killed in between, the edition kept is the one that is there. */
async function saveEdition(
  ref: DeskRef,
  imported: ImportedArticle,
  { by, context }: { readonly by: string; readonly context: DeskContext },
): Promise<DeskRefusal | undefined> {
  const { reader, shelf, store, editions, limits, now } = context;
  const former = await reader.read(ref);
  if (!former) return refuse('unknown');
  const known = await reader.findText(ref.serverId, imported.text);
  if (known) return refuseKnown(known);
  const growth = { articles: 0, words: imported.report.words, instead: ref.id };
  const full =
    (await refuseAddition(ref.serverId, context)) ??
    (await refuseGrowth(ref.serverId, growth, { limits, shelf: reader }));
  if (full) return full;
  const at = now().toISOString();
  await editions.save({ ...ref, replacedAt: at, article: former });
  await shelf.replace(ref, imported.markdown);
  await store.saveAddition({ ...ref, by, at });
  return undefined;
}
