import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { insertRows, readPages } from '../../src/adapters/store/copy-rows.ts';
import { describeTables } from '../../src/adapters/store/describe-tables.ts';
import type { StoredRow, TableShape } from '../../src/adapters/store/describe-tables.ts';
import { createStore } from '../../src/adapters/store/open-store.ts';
import type { StoreTables } from '../../src/adapters/store/store-tables.ts';
import { makeExchange } from './make-exchange.ts';
import { makeGame } from './quiz-store-contract.ts';
import { makeReading } from './reading-store-contract.ts';
import { makeMemory } from './study-store-contract.ts';

const ADA = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
/** More than are copied at once. */
const MANY = 1203;

/** Puts something into every table, texts that databases may trip over among it. */
export async function fillTables(db: Kysely<StoreTables>): Promise<void> {
  const store = createStore(db);
  await store.exchanges.save(makeExchange());
  await store.exchanges.save(
    makeExchange({ id: '1002', question: 'Who’s “Ada”?\u2028\n\\u0000 🚢 {"$table":"gaps"} \u0000' }),
  );
  await store.settings.change('30', { language: 'de', answerIn: { mode: 'only', channels: ['20'] } }, ADA);
  await store.scopes.set('boats', ['30', '31'], ADA);
  await store.feedback.vote('1001', { voterHash: 'v1', vote: 'down', reason: 'not-an-answer', at: ADA.at });
  const asker = await store.hashPerson('30', 'ada');
  const gap = {
    serverId: '30',
    question: 'How deep?',
    askerHash: asker,
    outcome: 'no-hits',
    at: ADA.at,
  } as const;
  await db.transaction().execute(async (transaction) => {
    const { gaps } = createStore(transaction);
    for (let id = 0; id < MANY; id += 1)
      await gaps.save({ ...gap, id: `g${id}`, vector: Float32Array.of(id / 7, -0) });
  });
  const ada = { serverId: '30', personId: 'ada' };
  await store.study.prefer(ada, { newPerDay: 5 });
  await store.study.record(
    ada,
    { cardId: 'k1', articleId: 'kiln', at: Date.parse(ADA.at), grade: 'good' },
    makeMemory(),
  );
  await store.quizzes.begin(makeGame('q1'));
  await store.readings.begin(makeReading('r1'));
  for (const shape of await describeTables()) {
    const { rows } = await sql`select 1 from ${sql.table(shape.name)} limit 1`.execute(db);
    if (rows.length === 0) await insertRows(db, shape, [makeRow(shape)]);
  }
}

const REFERENCES: Readonly<Record<string, string>> = { exchange_id: '1001', quiz_id: 'q1', reading_id: 'r1' };

/** A row of a table that no store above has filled; where it refers to another, to what is there. */
function makeRow({ columns, row }: TableShape): StoredRow {
  const text = Object.fromEntries(columns.map((name) => [name, REFERENCES[name] ?? '30']));
  const wrong = row.safeParse(text).error?.issues.map(({ path }) => path[0]) ?? [];
  return Object.fromEntries(columns.map((name) => [name, wrong.includes(name) ? 7 : (text[name] ?? null)]));
}

/** All that the tables hold; of the revisions only their names, since to restore is a change. */
export async function readTables(db: Kysely<StoreTables>): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {};
  for (const shape of await describeTables()) {
    const rows: StoredRow[] = [];
    for await (const page of readPages(db, shape)) rows.push(...page);
    tables[shape.name] =
      shape.name === 'revisions'
        ? rows.map(({ name }) => name).sort()
        : new Set(rows.map((row) => JSON.stringify(row)));
  }
  return tables;
}
