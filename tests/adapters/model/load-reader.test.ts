import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from '@xenova/transformers';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../../src/adapters/model/load-reader.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));
const READER = join(MODELS, 'verbatim-reader');

/** A copy without the weights, which only have to be there. */
async function copyReader(): Promise<string> {
  const folder = join(await makeTempFolder(), 'copy');
  await cp(READER, folder, { recursive: true, filter: (path) => !path.endsWith('.onnx') });
  await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), 'weights');
  return folder;
}

describe('the shipped reader', () => {
  it('is known by its folder and the hash of its weights', async () => {
    const { identity } = await loadReader(READER);
    const sums = await readFile(join(READER, 'SHA256SUMS'), 'utf8');
    expect(identity.id).toBe('verbatim-reader');
    expect(sums).toContain(`${identity.revision}  onnx/model_quantized.onnx`);
  });

  it('leaves the settings alone by which an embedding model may be loading', async () => {
    const settings = { localModelPath: '/elsewhere/', allowRemoteModels: true };
    Object.assign(env, settings);
    await loadReader(READER);
    expect(env).toMatchObject(settings);
  });
});

describe('a reader that cannot be used', () => {
  it('is refused when its folder is missing, naming it and how to do without', async () => {
    const folder = join(await makeTempFolder(), 'none');
    const attempt = loadReader(folder);
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'model-missing' });
    await expect(attempt).rejects.toThrow(folder);
    await expect(attempt).rejects.toThrow(/READER=off/);
  });

  it.each(['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])(
    'is refused when %s is missing',
    async (file) => {
      const folder = await copyReader();
      await rm(join(folder, 'SHA256SUMS'));
      await rm(join(folder, file));
      await expect(loadReader(folder)).rejects.toMatchObject({ code: 'model-missing' });
    },
  );

  it('is refused when a file is truncated, naming the folder and how to do without', async () => {
    const folder = await copyReader();
    await truncate(join(folder, 'tokenizer.json'), 1000);
    const attempt = loadReader(folder);
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'model-damaged' });
    await expect(attempt).rejects.toThrow(folder);
    await expect(attempt).rejects.toThrow(/READER=off/);
  });

  it('is refused when its files are whole but no model', async () => {
    const folder = await copyReader();
    await rm(join(folder, 'SHA256SUMS'));
    const attempt = loadReader(folder);
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'model-damaged' });
    await expect(attempt).rejects.toThrow(/READER=off/);
  });
});
