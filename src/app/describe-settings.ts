import { SETTING_FACTS, SETTINGS } from './settings.ts';
import type { SettingFacts } from './settings.ts';

interface NamedSetting extends SettingFacts {
  readonly name: string;
}

function listSettings(): readonly NamedSetting[] {
  return Object.entries(SETTINGS.shape).map(([name, schema]) => {
    const facts = SETTING_FACTS.get(schema);
    if (!facts) throw new Error(`Nothing is said about ${name} in settings.ts.`);
    return { name, ...facts };
  });
}

/** The settings as a Markdown table, columns aligned as prettier aligns them. */
export function renderSettingsTable(): string {
  const rows = [
    ['name', 'without it', 'what it does'],
    ...listSettings().map(({ name, standard, example, what }) => [
      `\`${name}\``,
      standard ?? '',
      example === undefined ? what : `${what}, for example \`${example}\``,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** .env.example: every setting with its meaning, commented out but for what the bot cannot do without. */
export function renderEnvironmentExample(): string {
  const blocks = listSettings().map(({ name, what, standard, example }) => {
    const value = example ?? standard;
    const assignment = value === undefined ? `${name}=` : `#${name}=${value}`;
    return `# ${plain(what)}.\n${assignment}\n`;
  });
  return [
    '# Copy to .env and fill in what you need. What is set in the environment wins over this file.\n# Written by `npm run docs` from src/app/settings.ts.\n',
    ...blocks,
  ].join('\n');
}

function plain(markdown: string): string {
  const text = markdown.replace(/[`<>]/g, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MARKERS = { start: '<!-- settings: written by npm run docs -->', end: '<!-- /settings -->' };

/** The document with what stands between the markers replaced. @throws Error when it has no markers */
export function replaceSettings(document: string, table: string): string {
  const start = document.indexOf(MARKERS.start);
  const end = document.indexOf(MARKERS.end);
  if (start < 0 || end < start) throw new Error(`The document lacks ${MARKERS.start} … ${MARKERS.end}.`);
  return `${document.slice(0, start)}${MARKERS.start}\n\n${table}\n\n${document.slice(end)}`;
}
