import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { stringify } from 'yaml';
import type { ArticleScope } from '../../domain/article-scope.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { OperatorSettings, SettingsImport } from '../../domain/operating.ts';
import type { Author, SettingsChange } from '../../domain/ports/settings-store.ts';
import type { Store } from '../../domain/ports/store.ts';
import { writeNewFile } from '../write-new-file.ts';
import { inTransaction } from './in-transaction.ts';
import { migrateStore } from './migrate-store.ts';
import { openDatabase } from './open-database.ts';
import { LONG_PATIENCE } from './open-existing.ts';
import { createStore } from './open-store.ts';
import { parseSettingsFile } from './parse-settings-file.ts';
import type { SettingsFile } from './parse-settings-file.ts';
import { countRevision } from './revisions.ts';
import { isSame, SETTINGS_FIELDS } from './server-settings-schema.ts';
import type { StoreTables } from './store-tables.ts';

/** Stands in the list of changes where a manager's id is otherwise. */
const OPERATOR = 'operator';
const SHOWN_CHANGES = 5;

/** @throws VerbatimError store-unusable */
export async function openOperatorSettings(
  location: string,
  warn: (message: string) => void,
): Promise<OperatorSettings> {
  const db = await openDatabase(location, migrateStore, LONG_PATIENCE);
  const store = createStore(db, { warn });
  return {
    render: (serverId) => render(store, serverId),
    async exportFile(file, serverId) {
      const text = await render(store, serverId);
      const isNew = await writeNewFile(file, { write: (handle) => handle.writeFile(text) }).catch(
        (cause: unknown) => {
          throw notTaken(`${file} was not written: ${reasonOf(cause)}. Check its folder.`, cause);
        },
      );
      if (!isNew) throw notTaken(`${file} is there already, and was left as it is. Name a new file.`);
    },
    async importFile(file, at) {
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw notTaken(`${file} cannot be read: ${reasonOf(cause)}. Nothing was changed.`, cause);
      });
      return apply(db, { ...parseSettingsFile(text, file), warn, author: { by: OPERATOR, at } });
    },
    close: () => store.close(),
  };
}

interface Application extends SettingsFile {
  readonly author: Author;
  readonly warn: (message: string) => void;
}

function apply(
  db: Kysely<StoreTables>,
  { servers, articles, author, warn }: Application,
): Promise<SettingsImport> {
  return inTransaction(db, async (transaction) => {
    // SQLite has to have its lock before anything is read.
    await countRevision(transaction, 'scopes');
    const { settings, scopes } = createStore(transaction, { warn });
    const changes: [string, SettingsChange][] = [];
    for (const [serverId, patch] of servers) {
      const change = await settings.change(serverId, patch, author);
      if (change) changes.push([serverId, change]);
    }
    const before = await scopes.all();
    const changed = [...articles].filter(([id, scope]) => !isSame(before.get(id) ?? null, scope));
    for (const [id, scope] of changed) {
      if (scope === null) await scopes.remove(id);
      else await scopes.set(id, scope, author);
    }
    return { changes, articles: changed.map(([id]) => id), named: [...articles.keys()] };
  });
}

async function render(store: Store, serverId: string | undefined): Promise<string> {
  const servers: Record<string, object> = {};
  for (const id of serverId === undefined ? await store.settings.servers() : [serverId]) {
    const values = await store.settings.read(id);
    servers[id] = Object.fromEntries(SETTINGS_FIELDS.map((field) => [field, values[field] ?? null]));
  }
  const scopes = [...(await store.scopes.all())].filter(
    ([, scope]) => serverId === undefined || (scope !== 'public' && scope.includes(serverId)),
  );
  const articles = Object.fromEntries(scopes.map(([id, scope]) => [id, nameScope(scope)]));
  const changes = serverId === undefined ? [] : await store.settings.changes(serverId, SHOWN_CHANGES);
  return [
    '# What is not named stays as it is; null puts a setting back to its default.\n',
    ...changes.map(
      ({ at, by, fields }) => `# ${at} ${by === '' ? 'somebody' : comment(by)}: ${fields.join(', ')}\n`,
    ),
    stringify({ servers, articles }, { lineWidth: 0 }),
  ].join('');
}

function nameScope(scope: ArticleScope): string | readonly string[] {
  return scope.length === 0 ? 'none' : scope;
}

function comment(text: string): string {
  return text.replaceAll(/[\p{C}\u2028\u2029]/gu, '\ufffd');
}

function notTaken(message: string, cause?: unknown): VerbatimError {
  return new VerbatimError('settings-invalid', message, { cause });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
