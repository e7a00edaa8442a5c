import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { migrateStore } from './migrate-store.ts';
import { MIGRATIONS } from './migrations.ts';
import { openSqlite } from './open-sqlite.ts';
import type { StoreTables } from './store-tables.ts';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  readonly row: z.ZodType<StoredRow>;
}

/** A row as the database has it, by the names of the columns. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** What the databases keep alike; 32 bits are what PostgreSQL's `integer` has. */
const VALUES: Readonly<Record<string, z.ZodType<string | number>>> = {
  text: z.string(),
  integer: z.int32(),
};

/**
 * The tables that the migrations up to that version make, but for the one that counts them: what is added there is
 * copied without a word here. A table stands after those that it refers to.
 */
export async function describeTables(version: number = MIGRATIONS.length): Promise<readonly TableShape[]> {
  const db = await openScratch();
  try {
    await migrateStore(db, MIGRATIONS.slice(0, version));
    return await readShapes(db);
  } finally {
    await db.destroy();
  }
}

/** An empty database that nobody else sees and that goes when it is closed; what is large lies on the disk. */
export function openScratch(): Promise<Kysely<StoreTables>> {
  return openSqlite('');
}

interface ColumnFacts {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the primary key, from 1; else 0. */
  readonly pk: number;
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

async function readShapes(db: Kysely<StoreTables>): Promise<readonly TableShape[]> {
  const { rows: columns } = await sql<ColumnFacts>`
    select t.name as "table", c.name, c.type, c."notnull", c.pk
    from sqlite_master t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name <> 'schema_versions' and t.name not like 'sqlite_%'
    order by t.name, c.cid`.execute(db);
  const { rows: references } = await sql<Reference>`
    select t.name as child, f."table" as parent
    from sqlite_master t join pragma_foreign_key_list(t.name) f
    where t.type = 'table'`.execute(db);
  const names = [...new Set(columns.map(({ table }) => table))];
  return parentsFirst(names, references).map((name) =>
    toShape(
      name,
      columns.filter(({ table }) => table === name),
    ),
  );
}

function toShape(name: string, columns: readonly ColumnFacts[]): TableShape {
  const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  if (key.length === 0)
    throw new Error(`The table ${name} has no primary key, by which it is read in pages.`);
  const values = columns.map((column): [string, z.ZodType<string | number | null>] => {
    const value = VALUES[column.type.toLowerCase()];
    if (!value) throw new Error(`${name}.${column.name} is ${column.type}; the store has text and integer.`);
    // A primary key of SQLite may be null unless it is said otherwise, but none of PostgreSQL.
    return [column.name, column.notnull === 1 || column.pk > 0 ? value : value.nullable()];
  });
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    row: z.strictObject(Object.fromEntries(values)),
  };
}

function parentsFirst(names: readonly string[], references: readonly Reference[]): readonly string[] {
  const placed: string[] = [];
  while (placed.length < names.length) {
    const next = names.find(
      (name) =>
        !placed.includes(name) &&
        references.every(({ child, parent }) => child !== name || parent === name || placed.includes(parent)),
    );
    if (next === undefined) throw new Error('Tables refer to each other in a circle.');
    placed.push(next);
  }
  return placed;
}
