import type { DeskAddition, DeskRef, DeskRefusal } from '../domain/desk.ts';
import type { ImportedArticle, ImportReport } from '../domain/importing.ts';
import type { ArticleDesk } from '../domain/ports/article-desk.ts';
import type { BringIn } from './bring-in.ts';
import { refuseAddition, refuseGrowth } from './check-limits.ts';
import type { DeskContext } from './desk-context.ts';
import { summariseArticle } from './read-shelf.ts';
import { refuseKnown } from './refuse.ts';

/** Two articles of one name, of which nobody can say that there is another: a few tries always find a free id. */
const TRIES = 5;

export function createAdd(context: DeskContext, bringIn: BringIn): ArticleDesk['add'] {
  return async ({ serverId, by, source }, run = {}) => {
    const full =
      (await refuseAddition(serverId, context)) ??
      (await refuseGrowth(serverId, { articles: 1, words: 0 }, room(context)));
    if (full) return full;
    const imported = await bringIn({ serverId, source, ...run });
    if ('kind' in imported) return imported;
    const saved = await context.inTurn(async () => {
      run.signal?.throwIfAborted();
      return saveAddition({ serverId, by }, imported, context);
    });
    if ('kind' in saved) return saved;
    return describeAddition(saved, imported.report, { context, onProgress: run.onProgress });
  };
}

async function saveAddition(
  { serverId, by }: { readonly serverId: string; readonly by: string },
  imported: ImportedArticle,
  context: DeskContext,
): Promise<DeskRef | DeskRefusal> {
  const { reader, store, now } = context;
  const known = await reader.findText(serverId, imported.text);
  if (known) return refuseKnown(known);
  const full =
    (await refuseAddition(serverId, context)) ??
    (await refuseGrowth(serverId, { articles: 1, words: imported.report.words }, room(context)));
  if (full) return full;
  const ref = await createFile(serverId, imported, context);
  await store.saveAddition({ ...ref, by, at: now().toISOString() });
  return ref;
}

/** Always with a suffix: one only where the name is taken would tell that some other server has it. */
async function createFile(
  serverId: string,
  { id: name, markdown }: ImportedArticle,
  { shelf, makeSuffix }: DeskContext,
): Promise<DeskRef> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const ref = { serverId, id: `${name}-${makeSuffix()}` };
    if (await shelf.create(ref, markdown)) return ref;
  }
  throw new Error(`No free id was found for ${name}.`);
}

/** Waits for the index, and says what the article came out as. */
export async function describeAddition(
  ref: DeskRef,
  report: ImportReport,
  {
    context,
    onProgress,
  }: { readonly context: DeskContext; readonly onProgress: Parameters<DeskContext['reindex']>[0] },
): Promise<DeskAddition> {
  const article = await context.reader.read(ref);
  const indexed = await context.reindex(onProgress);
  const { title, paragraphs, words, notes, fidelity, removed } = report;
  return {
    kind: 'added',
    article: article ? summariseArticle(article) : { id: ref.id, title, paragraphs, words },
    warnings: [...notes, ...(fidelity.suspect ? [fidelity.summary] : [])],
    removed,
    indexed,
  };
}

function room({ limits, reader }: DeskContext): Parameters<typeof refuseGrowth>[2] {
  return { limits, shelf: reader };
}
