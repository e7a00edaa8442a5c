import type { Kysely, Transaction } from 'kysely';
import type {
  Author,
  SettingsChange,
  SettingsStore,
  UndoOutcome,
} from '../../domain/ports/settings-store.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../domain/server-settings.ts';
import { inTransaction } from './in-transaction.ts';
import { countRevision, readRevision } from './revisions.ts';
import { isSame, parseDecided, pickFields, readDecided, SETTINGS_FIELDS } from './server-settings-schema.ts';
import type { DecidedSettings } from './server-settings-schema.ts';
import { toChange, toChangeRow } from './settings-change-rows.ts';
import type { StoreTables } from './store-tables.ts';

/** Told once about each thing that cannot be read. */
export type Warn = (message: string) => void;

export function createSettingsStore(db: Kysely<StoreTables>, warn: Warn): SettingsStore {
  return {
    async read(serverId) {
      return { ...DEFAULT_SERVER_SETTINGS, ...(await readServer(db, serverId, warn)) };
    },
    async change(serverId, patch, author) {
      parseDecided(patch);
      return inTransaction(db, async (transaction) => {
        const id = await countRevision(transaction, 'settings');
        const before = await readServer(transaction, serverId, warn);
        return record(transaction, {
          id,
          serverId,
          before,
          after: parseDecided({ ...before, ...patch }),
          author,
        });
      });
    },
    async changes(serverId, limit) {
      const rows = await changesOf(db, serverId).orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => toChange(row, warn));
    },
    undo: (serverId, changeId, author) =>
      inTransaction(db, (transaction) => undo(transaction, { serverId, changeId, author, warn })),
    async servers() {
      const rows = await db.selectFrom('server_settings').select('server_id').orderBy('server_id').execute();
      return rows.map((row) => row.server_id);
    },
    revision: () => readRevision(db, 'settings'),
    removeOf: (serverId) =>
      inTransaction(db, async (transaction) => {
        await countRevision(transaction, 'settings');
        await transaction.deleteFrom('server_settings').where('server_id', '=', serverId).execute();
        await transaction.deleteFrom('settings_changes').where('server_id', '=', serverId).execute();
      }),
    async changesBy(by) {
      const rows = db.selectFrom('settings_changes').selectAll().where('changed_by', '=', by);
      const found = await rows.orderBy('id').execute();
      return found.map((row) => ({ serverId: row.server_id, change: toChange(row, warn) }));
    },
    async forgetAuthor(by) {
      const rows = db.updateTable('settings_changes').set({ changed_by: '' }).where('changed_by', '=', by);
      return Number((await rows.executeTakeFirst()).numUpdatedRows);
    },
  };
}

function changesOf(db: Kysely<StoreTables>, serverId: string) {
  return db.selectFrom('settings_changes').selectAll().where('server_id', '=', serverId);
}

async function readServer(db: Kysely<StoreTables>, serverId: string, warn: Warn): Promise<DecidedSettings> {
  const row = await db
    .selectFrom('server_settings')
    .select('settings')
    .where('server_id', '=', serverId)
    .executeTakeFirst();
  if (!row) return {};
  return readDecided(row.settings, (what) => {
    warn(`The settings of server ${serverId} cannot be read (${what}); its defaults hold instead.`);
  });
}

interface Step {
  readonly id: number;
  readonly serverId: string;
  readonly before: DecidedSettings;
  readonly after: DecidedSettings;
  readonly author: Author;
  readonly undoes?: number;
}

/** @returns undefined when nothing is otherwise after it */
async function record(
  transaction: Transaction<StoreTables>,
  { id, serverId, before, after, author, undoes }: Step,
): Promise<SettingsChange | undefined> {
  const fields = SETTINGS_FIELDS.filter((field) => !isSame(before[field], after[field]));
  if (fields.length === 0) return undefined;
  const change: SettingsChange = {
    ...{ id, fields, before: pickFields(before, fields), after: pickFields(after, fields), ...author },
    ...(undoes !== undefined && { undoes }),
  };
  const settings = JSON.stringify(after);
  await transaction
    .insertInto('server_settings')
    .values({ server_id: serverId, settings })
    .onConflict((conflict) => conflict.column('server_id').doUpdateSet({ settings }))
    .execute();
  await transaction.insertInto('settings_changes').values(toChangeRow(serverId, change)).execute();
  return change;
}

interface Undo {
  readonly serverId: string;
  readonly changeId: number;
  readonly author: Author;
  readonly warn: Warn;
}

async function undo(
  transaction: Transaction<StoreTables>,
  { serverId, changeId, author, warn }: Undo,
): Promise<UndoOutcome> {
  const id = await countRevision(transaction, 'settings');
  const rows = await changesOf(transaction, serverId).where('id', '>=', changeId).orderBy('id').execute();
  const [change, ...later] = rows.map((row) => toChange(row, warn));
  if (change?.id !== changeId) return { kind: 'unknown' };
  const by = later.findLast(({ fields }) => fields.some((field) => change.fields.includes(field)));
  if (by) return { kind: 'overtaken', by };
  const before = await readServer(transaction, serverId, warn);
  const former = Object.fromEntries(change.fields.map((field) => [field, change.before[field]]));
  const after = parseDecided({ ...before, ...former });
  const undone = await record(transaction, { id, serverId, before, after, author, undoes: changeId });
  return undone ? { kind: 'undone', change: undone } : { kind: 'unknown' };
}
