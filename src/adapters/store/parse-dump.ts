import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { describeTables } from './describe-tables.ts';
import type { StoredRow, TableShape } from './describe-tables.ts';
import { DUMP_END, DUMP_HEADER, DUMP_TABLE } from './dump-format.ts';
import { requireKnown } from './migrate-store.ts';

/** A row of a backup. */
export interface DumpRow {
  readonly table: TableShape;
  readonly row: StoredRow;
  /** Counted from 1. */
  readonly line: number;
}

export interface Dump {
  /** How many migrations had made the tables. */
  readonly schema: number;
  /**
   * In the order of the file, checked against the columns of that schema; to come to the end means that none is missing.
   * @throws VerbatimError backup-invalid
   */
  readonly rows: AsyncIterable<DumpRow>;
}

/** @param line undefined for the file as a whole */
export function invalidDump(file: string, problem: string, line?: number): VerbatimError {
  const place = line === undefined ? '' : ` at line ${line}`;
  return new VerbatimError(
    'backup-invalid',
    `The backup ${file} cannot be restored${place}: ${problem}. Nothing was changed.`,
  );
}

/** Reads the header. @throws VerbatimError backup-invalid; store-unusable when it is that of a later release */
export async function parseDump(file: string): Promise<Dump> {
  const lines = readLines(file);
  const first = await lines.next();
  if (first.done === true) throw invalidDump(file, 'it is empty');
  const header = DUMP_HEADER.safeParse(first.value.value);
  if (!header.success)
    throw invalidDump(file, header.error.issues[0]?.message ?? 'this is no backup of Verbatim', 1);
  const { schema } = header.data;
  requireKnown(schema);
  const tables = await describeTables(schema);
  return { schema, rows: parseRows(file, lines, { first: first.value.text, tables }) };
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly value: unknown;
}

async function* readLines(file: string): AsyncGenerator<Line> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  try {
    for await (const text of lines) {
      number += 1;
      yield { number, text, value: parseJson(file, text, number) };
    }
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    throw invalidDump(file, cause instanceof Error ? cause.message : String(cause));
  }
}

function parseJson(file: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidDump(file, 'it is no JSON; the line may have been cut', line);
  }
}

interface Expected {
  /** The header. */
  readonly first: string;
  readonly tables: readonly TableShape[];
}

async function* parseRows(
  file: string,
  lines: AsyncIterable<Line>,
  { first, tables }: Expected,
): AsyncGenerator<DumpRow> {
  const hash = createHash('sha256').update(`${first}\n`);
  let seen = 0;
  let rows = 0;
  let ended = false;
  for await (const { number, text, value } of lines) {
    const fail = (problem: string) => invalidDump(file, problem, number);
    const end = DUMP_END.safeParse(value);
    if (ended) throw fail('there is something behind its end');
    if (end.success) {
      if (seen < tables.length || end.data.$rows !== rows) throw fail('tables or rows are missing');
      if (end.data.$sha256 !== hash.digest('hex'))
        throw fail('it was changed or damaged since it was written');
      ended = true;
      continue;
    }
    hash.update(`${text}\n`);
    const name = DUMP_TABLE.safeParse(value).data?.$table;
    if (name !== undefined) {
      if (tables[seen]?.name !== name) throw fail(`it has no place for a table ${JSON.stringify(name)} here`);
      seen += 1;
      continue;
    }
    const table = tables[seen - 1];
    if (!table) throw fail('a row has to belong to a table');
    yield { table, row: parseRow(table, value, fail), line: number };
    rows += 1;
  }
  if (!ended) throw invalidDump(file, 'its end is missing');
}

function parseRow(table: TableShape, value: unknown, fail: (problem: string) => VerbatimError): StoredRow {
  const parsed = table.row.safeParse(value);
  if (parsed.success) return parsed.data;
  throw fail(`in a row of ${table.name}, ${z.prettifyError(parsed.error).replaceAll(/\s+/gu, ' ')}`);
}
