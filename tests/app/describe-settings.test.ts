import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  renderEnvironmentExample,
  renderSettingsTable,
  replaceSettings,
} from '../../src/app/describe-settings.ts';
import { parseSettings, SETTINGS } from '../../src/app/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const NAMES = Object.keys(SETTINGS.shape);

describe('the documentation of the settings', () => {
  it('is current: else run `npm run docs`', async () => {
    const page = await readFile(join(ROOT, 'docs/operating.md'), 'utf8');
    expect(page).toBe(replaceSettings(page, renderSettingsTable()));
    expect(await readFile(join(ROOT, '.env.example'), 'utf8')).toBe(renderEnvironmentExample());
  });

  it('names every setting, in the table and in .env.example', () => {
    const named = [...renderSettingsTable().matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(named).toEqual(NAMES);
    const assigned = [...renderEnvironmentExample().matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(assigned).toEqual(NAMES);
  });

  it('gives values that are taken as they stand', () => {
    const assignments = renderEnvironmentExample().matchAll(/^#?([A-Z_]+)=(.*)$/gm);
    const env = Object.fromEntries(
      [...assignments].map((match): [string, string] => [match[1] ?? '', match[2] ?? '']),
    );
    expect(parseSettings(env)).not.toHaveProperty('mistakes');
  });
});

describe('replaceSettings', () => {
  it('keeps what stands around the markers, and needs them', () => {
    const page = 'Before\n<!-- settings: written by npm run docs -->\nold\n<!-- /settings -->\nAfter\n';
    expect(replaceSettings(page, 'new')).toBe(
      'Before\n<!-- settings: written by npm run docs -->\n\nnew\n\n<!-- /settings -->\nAfter\n',
    );
    expect(() => replaceSettings('No markers.', 'new')).toThrow(/lacks <!-- settings/);
  });
});
