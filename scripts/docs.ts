import { readFile, writeFile } from 'node:fs/promises';
import {
  renderEnvironmentExample,
  renderSettingsTable,
  replaceSettings,
} from '../src/app/describe-settings.ts';

/** `npm run docs`: writes what the documentation says about settings from the schema that reads them. */
const SETTINGS_PAGE = 'docs/operating.md';

await writeFile(SETTINGS_PAGE, replaceSettings(await readFile(SETTINGS_PAGE, 'utf8'), renderSettingsTable()));
await writeFile('.env.example', renderEnvironmentExample());
