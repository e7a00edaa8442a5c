/** A table as a spreadsheet takes it (RFC 4180), in UTF-8 with its mark. What would be taken for a formula stands as text. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\ufeff${text}`);
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
