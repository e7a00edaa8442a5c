import { z } from 'zod';
import type { SettingsChange } from '../../domain/ports/settings-store.ts';
import { readDecided, SETTINGS_FIELDS } from './server-settings-schema.ts';
import type { SettingsChangeRow } from './store-tables.ts';

export function toChangeRow(serverId: string, change: SettingsChange): SettingsChangeRow {
  return {
    id: change.id,
    server_id: serverId,
    fields: JSON.stringify(change.fields),
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
    undoes: change.undoes ?? null,
    changed_by: change.by,
    changed_at: change.at,
  };
}

/** What this release knows of it; the rest is warned of. */
export function toChange(row: SettingsChangeRow, warn: (message: string) => void): SettingsChange {
  const onDamaged = (what: string) => {
    warn(`The change ${row.id} of the settings of server ${row.server_id} cannot be read (${what}).`);
  };
  const named = z.array(z.string()).safeParse(parseJson(row.fields)).data ?? [];
  return {
    id: row.id,
    fields: SETTINGS_FIELDS.filter((field) => named.includes(field)),
    before: readDecided(row.before, onDamaged),
    after: readDecided(row.after, onDamaged),
    ...(row.undoes !== null && { undoes: row.undoes }),
    by: row.changed_by,
    at: row.changed_at,
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
