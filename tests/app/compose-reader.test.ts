import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionFor, loadConfiguredReader } from '../../src/app/compose.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import { makeTempFolder } from '../temp-folder.ts';

describe('the configured reader', () => {
  it('is none where READER is off, whether or not there is a model', async () => {
    expect(await loadConfiguredReader({ reader: 'off', modelsDir: '/nowhere' })).toBeUndefined();
  });

  it('has to be there where READER is on: the error says how to do without', async () => {
    const modelsDir = await makeTempFolder();
    const attempt = loadConfiguredReader({ reader: 'on', modelsDir });
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'model-missing' });
    await expect(attempt).rejects.toThrow(join(modelsDir, 'verbatim-reader'));
    await expect(attempt).rejects.toThrow(/READER=off/);
  });

  it('has a decision of its own', async () => {
    expect(await decisionFor(undefined)).not.toHaveProperty('reading');
    expect(await decisionFor(createWordReader({}))).toHaveProperty('reading.margin');
  });
});
