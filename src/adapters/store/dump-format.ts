import { z } from 'zod';

/**
 * A backup is lines of JSON: the header, for each table its name and then a row a line, and the end. No column's name
 * begins with a dollar sign.
 */
export const DUMP_HEADER = z
  .strictObject({
    format: z.literal('verbatim-store', { error: 'this is no backup of Verbatim' }),
    /** Of these lines. */
    version: z.literal(1, { error: 'a later release has written it; update Verbatim' }),
    /** How many migrations had made the tables. */
    schema: z.int().min(1),
    created: z.iso.datetime(),
  })
  .readonly();
export type DumpHeader = z.infer<typeof DUMP_HEADER>;

export const DUMP_TABLE = z.strictObject({ $table: z.string() }).readonly();

/** Without it the end of the file is missing. */
export const DUMP_END = z
  .strictObject({
    $rows: z.int().min(0),
    /** Of all lines before, each with its line feed, in hexadecimal. */
    $sha256: z.string(),
  })
  .readonly();
export type DumpEnd = z.infer<typeof DUMP_END>;
