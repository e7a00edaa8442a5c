import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';

/** Files without which the model cannot be loaded, relative to its folder. */
const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
const WEIGHTS = 'onnx/model_quantized.onnx';

/**
 * Checks that every file is there and, where the folder has a SHA256SUMS, unaltered.
 * @returns SHA-256 (hex) of the weights: the model's revision
 * @throws VerbatimError model-missing, model-damaged, naming the file
 */
export async function verifyModel(folder: string): Promise<string> {
  const expected = await readChecksums(folder);
  let revision = '';
  for (const file of MODEL_FILES) {
    const actual = await hashFile(join(folder, file));
    const wanted = expected.get(file);
    if (wanted !== undefined && wanted !== actual) {
      throw new VerbatimError(
        'model-damaged',
        `The model file ${join(folder, file)} is truncated or altered: its SHA-256 is not the one in SHA256SUMS. ` +
          'Restore it, for example with `git checkout -- models`, or set MODEL to another model.',
      );
    }
    if (file === WEIGHTS) revision = actual;
  }
  return revision;
}

async function readChecksums(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, 'SHA256SUMS'), 'utf8').catch(() => '');
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const match = /^([0-9a-f]{64})\s+\*?(.+)$/.exec(line.trim());
      return match?.[1] !== undefined && match[2] !== undefined ? [[match[2], match[1]]] : [];
    }),
  );
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (cause) {
    throw new VerbatimError(
      'model-missing',
      `The model file ${path} cannot be read. Restore it, for example with \`git checkout -- models\`, ` +
        'set MODEL and MODELS_DIR to a model that is there, or set ALLOW_MODEL_DOWNLOAD=1 with a hub id in MODEL.',
      { cause },
    );
  }
  return hash.digest('hex');
}
