import type { Author, SettingsChange, UndoOutcome } from '../domain/ports/settings-store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../domain/server-settings.ts';
import type { ServerSettings, SettingsPatch } from '../domain/server-settings.ts';
import type { StoreGuard } from './store-guard.ts';

/** What servers have decided, as the surfaces use it. */
export interface SettingsMemory {
  /**
   * Never rejects: what was last known when the store cannot be read just now, or the defaults, which hold in direct
   * messages, too. What another process changed shows after a second.
   */
  read(serverId: string | undefined): Promise<ServerSettings>;
  /**
   * @returns failed when it was not kept, and has to be said
   * @throws VerbatimError settings-invalid
   */
  change(serverId: string, patch: SettingsPatch, author: Author): Promise<SettingsChange | 'same' | 'failed'>;
  /** Newest first. */
  changes(serverId: string, limit: number): Promise<readonly SettingsChange[] | 'failed'>;
  undo(
    serverId: string,
    changeId: number,
    author: Author,
  ): Promise<UndoOutcome | { readonly kind: 'failed' }>;
}

/** How long it is taken for granted that nobody else has changed anything, in milliseconds. */
const FRESH = 1_000;
/** How long a store that could not be read is left alone; an unreachable one takes its time to say so. */
const REST = 5_000;

interface Known {
  readonly revision: number;
  readonly settings: ServerSettings;
}

/** @param clock milliseconds */
export function createSettingsMemory(guard: StoreGuard, clock: () => number): SettingsMemory {
  const known = new Map<string, Known>();
  let revision = -1;
  let checkAt = -Infinity;
  let restUntil = -Infinity;
  let looking: Promise<void> | undefined;

  /** One at a time: who asks while another looks waits for what that one finds. */
  function refresh(): Promise<void> {
    if (looking) return looking;
    looking = look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function look(): Promise<void> {
    if (clock() < checkAt) return;
    checkAt = clock() + FRESH;
    const current = await guard.read(({ settings }) => settings.revision(), undefined);
    if (current === undefined) restUntil = clock() + REST;
    else revision = current;
  }

  async function load(serverId: string, last: Known | undefined): Promise<ServerSettings> {
    // Before the reading: what is changed meanwhile has a later revision, and is read again.
    const asOf = revision;
    const settings = await guard.read((store) => store.settings.read(serverId), undefined);
    if (settings) known.set(serverId, { revision: asOf, settings });
    else restUntil = clock() + REST;
    return settings ?? last?.settings ?? DEFAULT_SERVER_SETTINGS;
  }

  const changed = <T>(result: T): T => {
    checkAt = -Infinity;
    return result;
  };
  return {
    async read(serverId) {
      if (serverId === undefined) return DEFAULT_SERVER_SETTINGS;
      if (clock() >= restUntil) await refresh();
      // One silent store costs one wait: an interaction has 3 s in all.
      const resting = clock() < restUntil;
      const last = known.get(serverId);
      if (last && (resting || last.revision === revision)) return last.settings;
      return resting ? DEFAULT_SERVER_SETTINGS : load(serverId, last);
    },
    change: async (serverId, patch, author) =>
      changed(
        await guard.write(
          async ({ settings }) => (await settings.change(serverId, patch, author)) ?? 'same',
          'failed',
        ),
      ),
    changes: (serverId, limit) => guard.read(({ settings }) => settings.changes(serverId, limit), 'failed'),
    undo: async (serverId, changeId, author) =>
      changed(
        await guard.write(({ settings }) => settings.undo(serverId, changeId, author), { kind: 'failed' }),
      ),
  };
}
