import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { StoredRow, TableShape } from './describe-tables.ts';
import { storableText } from './storable-text.ts';
import type { StoreTables } from './store-tables.ts';

/** Rows that are in memory at once, and values in one statement: SQLite takes 32766. */
const PAGE = 500;
const VALUES_AT_ONCE = 10_000;

/** Every row in the order of the primary key, a page at a time. */
export async function* readPages(
  db: Kysely<StoreTables>,
  { name, columns, key }: TableShape,
): AsyncGenerator<readonly StoredRow[]> {
  const list = (names: readonly string[]) => sql.join(names.map((column) => sql.ref(column)));
  let last: StoredRow | undefined;
  do {
    const from = last;
    const rest = from ? sql`where (${list(key)}) > (${sql.join(key.map((column) => from[column]))})` : sql``;
    const page = sql<StoredRow>`
      select ${list(columns)} from ${sql.table(name)} ${rest} order by ${list(key)} limit ${sql.lit(PAGE)}`;
    const { rows } = await page.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last);
}

export async function insertRows(
  db: Kysely<StoreTables>,
  { name, columns }: TableShape,
  rows: readonly StoredRow[],
): Promise<void> {
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length));
  for (let start = 0; start < rows.length; start += atOnce) {
    const tuples = rows
      .slice(start, start + atOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => storable(row[column] ?? null)))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(tuples)}`.execute(db);
  }
}

/** What SQLite kept of a text may be more than PostgreSQL takes. */
function storable(value: string | number | null): string | number | null {
  return typeof value === 'string' ? storableText(value) : value;
}

/** Removes every row of these tables, which stand after those that they refer to. */
export async function clearTables(db: Kysely<StoreTables>, shapes: readonly TableShape[]): Promise<void> {
  for (const { name } of shapes.toReversed()) await sql`delete from ${sql.table(name)}`.execute(db);
}
