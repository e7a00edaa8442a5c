import { EVERYONE } from '../domain/audience.ts';
import type { LibraryFor } from '../domain/library.ts';
import type { IndexStore } from '../domain/ports/index-store.ts';
import type { Composition, OpenLibrary } from './compose.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';

/** The libraries of the current generation; they change under the caller when a new one is written. */
export interface LiveLibrary {
  readonly libraryFor: LibraryFor;
  readonly close: () => Promise<void>;
}

/** The part of a composition that is followed. */
export interface LibrarySource extends Pick<Composition, 'openLibrary'> {
  readonly store: Pick<IndexStore, 'currentGeneration'>;
}

/** What the owner of a live library is told, so that it can log it. */
export interface LiveLibraryEvents {
  readonly onReplaced: (generation: string) => void;
  /** The new generation cannot be opened; the one before stays in use. */
  readonly onFailed: (error: unknown) => void;
}

/** What is followed of a generation. */
type Followed = Pick<OpenLibrary, 'libraryFor' | 'close'> & Partial<Pick<OpenLibrary, 'manifest'>>;

/** Before there is an index. */
const NONE: Followed = { libraryFor: () => openEmptyLibrary(), close: () => Promise.resolve() };

/** How often the pointer to the current generation is looked at. */
const POLL_MS = 1000;
/** How long a replaced generation stays open for the questions that are in flight. */
const LINGER_MS = 30_000;

/** Opens the current generation, or an empty library when there is none, and follows the pointer. */
export async function openLiveLibrary(
  composition: LibrarySource,
  events: LiveLibraryEvents,
): Promise<LiveLibrary> {
  let open: Followed =
    (await composition.store.currentGeneration()) === undefined ? NONE : await composition.openLibrary();
  /** The generation that was opened, or failed to open: each is tried once. */
  let seen = open.manifest?.generation;
  let busy = false;

  const look = async (): Promise<void> => {
    const generation = await composition.store.currentGeneration();
    if (generation === undefined || generation === seen) return;
    seen = generation;
    const next = await composition.openLibrary();
    await warm(next.libraryFor);
    const { close } = open;
    setTimeout(() => void close(), LINGER_MS).unref();
    open = next;
    events.onReplaced(generation);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch(events.onFailed)
      .finally(() => {
        busy = false;
      });
  }, POLL_MS);

  await warm(open.libraryFor);
  return {
    libraryFor: (audience) => open.libraryFor(audience),
    async close() {
      clearInterval(timer);
      await open.close();
    },
  };
}

/** The first question and the first suggestion take longer; nobody should have to wait for that. */
async function warm(libraryFor: LibraryFor): Promise<void> {
  const library = libraryFor(EVERYONE);
  await library.ask('Is everything ready?');
  library.suggestTerms('', 1);
}
