/** Rows as CSV (RFC 4180); what a spreadsheet would reckon with has an apostrophe before it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** A cell that begins like a formula is run by spreadsheets; the quotation marks of CSV do not stop them. */
function cellOf(text: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
