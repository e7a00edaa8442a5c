import { stringify } from 'yaml';

/** Front matter between two `---` lines; keys without a value are left out. All values come back as strings. */
export function writeFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  const present = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
  return `---\n${stringify(present, { lineWidth: 0 })}---\n\n`;
}
