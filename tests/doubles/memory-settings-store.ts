import {
  isSame,
  parseDecided,
  pickFields,
  SETTINGS_FIELDS,
} from '../../src/adapters/store/server-settings-schema.ts';
import type { DecidedSettings } from '../../src/adapters/store/server-settings-schema.ts';
import type { Author, SettingsChange, SettingsStore } from '../../src/domain/ports/settings-store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/domain/server-settings.ts';
import type { SettingsPatch } from '../../src/domain/server-settings.ts';

export function createMemorySettingsStore(): SettingsStore {
  const decided = new Map<string, DecidedSettings>();
  let log: { readonly serverId: string; readonly change: SettingsChange }[] = [];
  let revision = 0;

  function change(
    serverId: string,
    patch: SettingsPatch,
    author: Author & Pick<SettingsChange, 'undoes'>,
  ): SettingsChange | undefined {
    const before = decided.get(serverId) ?? {};
    const after = parseDecided({ ...before, ...patch });
    const fields = SETTINGS_FIELDS.filter((field) => !isSame(before[field], after[field]));
    if (fields.length === 0) return undefined;
    revision += 1;
    decided.set(serverId, after);
    const made: SettingsChange = {
      id: revision,
      fields,
      before: pickFields(before, fields),
      after: pickFields(after, fields),
      ...author,
    };
    log.push({ serverId, change: made });
    return made;
  }

  const of = (serverId: string) =>
    log.filter((entry) => entry.serverId === serverId).map((entry) => entry.change);
  return {
    read: (serverId) => Promise.resolve({ ...DEFAULT_SERVER_SETTINGS, ...decided.get(serverId) }),
    async change(serverId, patch, author) {
      return Promise.resolve().then(() => change(serverId, patch, author));
    },
    changes: (serverId, limit) => Promise.resolve(of(serverId).reverse().slice(0, limit)),
    undo(serverId, changeId, author) {
      const found = of(serverId).find(({ id }) => id === changeId);
      if (!found) return Promise.resolve({ kind: 'unknown' });
      const by = of(serverId).findLast(
        ({ id, fields }) => id > changeId && fields.some((field) => found.fields.includes(field)),
      );
      if (by) return Promise.resolve({ kind: 'overtaken', by });
      const patch = Object.fromEntries(found.fields.map((field) => [field, found.before[field]]));
      const made = change(serverId, patch, { ...author, undoes: changeId });
      return Promise.resolve(made ? { kind: 'undone', change: made } : { kind: 'unknown' });
    },
    servers: () => Promise.resolve([...decided.keys()].sort()),
    revision: () => Promise.resolve(revision),
    removeOf(serverId) {
      revision += 1;
      decided.delete(serverId);
      log = log.filter((entry) => entry.serverId !== serverId);
      return Promise.resolve();
    },
    changesBy: (by) =>
      Promise.resolve(
        log.filter((entry) => entry.change.by === by).sort((a, b) => a.change.id - b.change.id),
      ),
    forgetAuthor(by) {
      const found = log.filter((entry) => entry.change.by === by).length;
      log = log.map((entry) =>
        entry.change.by === by ? { ...entry, change: { ...entry.change, by: '' } } : entry,
      );
      return Promise.resolve(found);
    },
  };
}
