import { oneLine } from '../corpus/tidy-characters.ts';
import type { DeskRefusal, DeskRun, DeskSource } from '../domain/desk.ts';
import type { ImportedArticle, ImportSource } from '../domain/importing.ts';
import type { DeskParts } from './desk-parts.ts';
import { refuse, refuseSource } from './refuse.ts';
import type { TakeTurn } from './take-turns.ts';

/** What a file's name may have; it is a stranger's word, shown in messages. Characters. */
const MAX_NAME = 100;

/** Sources of one server that may be read or wait for it at a time. */
const MOST_AT_ONCE = 3;

export interface BringInRequest extends DeskRun {
  readonly serverId: string;
  readonly source: DeskSource;
  /** That of the article which it is a newer edition of. */
  readonly title?: string;
}

/** Makes an article of what somebody sends. @throws the signal's reason, and what is no mistake of a person's */
export type BringIn = (request: BringInRequest) => Promise<ImportedArticle | DeskRefusal>;

/** One source is read at a time, whoever sends it. */
export function createBringIn(parts: DeskParts, takeTurn: TakeTurn): BringIn {
  const underWay = new Map<string, number>();
  return async (request) => {
    const { serverId, source } = request;
    if ('url' in source && !parts.fetchPage) return refuse('fetch-off');
    const before = underWay.get(serverId) ?? 0;
    if (before >= MOST_AT_ONCE) return refuse('busy');
    underWay.set(serverId, before + 1);
    try {
      return await takeTurn(() => readOne(request, parts));
    } catch (error) {
      return refuseSource(error);
    } finally {
      const left = (underWay.get(serverId) ?? 1) - 1;
      if (left > 0) underWay.set(serverId, left);
      else underWay.delete(serverId);
    }
  };
}

async function readOne(
  { serverId, source, title, onProgress, signal }: BringInRequest,
  { importSource, fetchPage, now }: DeskParts,
): Promise<ImportedArticle> {
  signal?.throwIfAborted();
  let read: ImportSource;
  if ('url' in source) {
    if (!fetchPage) throw new Error('Nothing is fetched here.');
    onProgress?.({ stage: 'fetching' });
    read = await fetchPage(source.url, signal);
  } else read = { name: safeName(source.name), bytes: source.bytes };
  onProgress?.({ stage: 'reading' });
  const options = {
    keepAll: false,
    retrieved: now().toISOString().slice(0, 10),
    servers: [serverId],
    ...(title === undefined ? {} : { title }),
  };
  return importSource(read, options, signal);
}

/** The last part of what may be a path, on one line. */
function safeName(name: string): string {
  const last = oneLine(name).replace(/^.*[/\\]/, '');
  return last === '' ? 'attachment' : last.slice(-MAX_NAME);
}
