import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEmbedder } from '../../../src/adapters/model/load-embedder.ts';
import { profileOf } from '../../../src/adapters/model/model-profiles.ts';
import { verifyModel } from '../../../src/adapters/model/verify-model.ts';
import type { Embedder } from '../../../src/domain/ports/embedder.ts';
import { makeTempFolder } from '../../temp-folder.ts';

const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));
const MODEL = 'Xenova/all-MiniLM-L6-v2';

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
}

describe('the shipped model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await loadEmbedder({ model: MODEL, modelsDir: MODELS, allowDownload: false });
  });

  it('says what it is, by the hash of its weights', async () => {
    const sums = await readFile(join(MODELS, MODEL, 'SHA256SUMS'), 'utf8');
    expect(embedder.identity).toMatchObject({ id: MODEL, dimensions: 384, pooling: 'mean' });
    expect(sums).toContain(`${embedder.identity.revision}  onnx/model_quantized.onnx`);
  });

  it('puts texts of one meaning nearer together than others, in vectors of length 1', async () => {
    const [ship, boat, bread] = await Promise.all(
      ['A ship left the port.', 'The boat has sailed from the harbour.', 'Rye bread needs a sour dough.'].map(
        async (text) => (await embedder.encodeQuestion(text)).vector,
      ),
    );
    if (!ship || !boat || !bread) throw new Error('There have to be three vectors.');
    expect(cosine(ship, boat)).toBeGreaterThan(cosine(ship, bread) + 0.2);
    expect(cosine(ship, ship)).toBeCloseTo(1, 5);
  });

  it('gives each token the place of its word, and each span a vector of its own', async () => {
    const text = 'Naïve 👩‍🚀 “Dunmorian” tides.';
    const at = text.indexOf('tides');
    const { tokens, spanVectors } = await embedder.encodePassage(text, [
      { start: 0, end: 5 },
      { start: at, end: at + 5 },
    ]);
    const words = tokens.spans.map(({ start, end }) => text.slice(start, end));
    expect(words[0]).toBe('Naïve');
    expect(words.slice(-2)).toEqual(['tides', '.']);
    expect(words.filter((word) => word === 'Dunmorian').length).toBeGreaterThan(1);
    expect(tokens.values).toHaveLength(tokens.spans.length * 384);
    expect(spanVectors).toHaveLength(2);
    for (const vector of spanVectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it('cuts what is longer than it takes, without complaint', async () => {
    const long = 'tide '.repeat(3000);
    expect(embedder.countTokens(long)).toBe(3000);
    const { tokens, vector } = await embedder.encodeQuestion(long);
    expect(tokens.spans).toHaveLength(embedder.maxTokens - 2);
    expect(vector.every(Number.isFinite)).toBe(true);
  });

  it.each(['', ' ', '\u200b', '\ud83d', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('has a vector without NaN for %j', async (text) => {
    const { vector } = await embedder.encodePassage(text, []);
    expect(vector).toHaveLength(384);
    expect(vector.every(Number.isFinite)).toBe(true);
  });
});

describe('a model that cannot be used', () => {
  /** A copy without the weights, which only have to be there. */
  async function copyModel(): Promise<string> {
    const folder = join(await makeTempFolder(), 'copy');
    await cp(join(MODELS, MODEL), folder, { recursive: true, filter: (path) => !path.endsWith('.onnx') });
    await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), 'weights');
    return folder;
  }

  it.each(['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])(
    'is refused when %s is missing, naming it and what to do',
    async (file) => {
      const folder = await copyModel();
      await rm(join(folder, 'SHA256SUMS'));
      await rm(join(folder, file));
      const attempt = verifyModel(folder);
      await expect(attempt).rejects.toMatchObject({ code: 'model-missing' });
      await expect(attempt).rejects.toThrow(join(folder, file));
      await expect(attempt).rejects.toThrow(/ALLOW_MODEL_DOWNLOAD=1/);
    },
  );

  it('is refused when a file is truncated, naming it and what to do', async () => {
    const folder = await copyModel();
    await truncate(join(folder, 'tokenizer.json'), 1000);
    const attempt = verifyModel(folder);
    await expect(attempt).rejects.toMatchObject({ code: 'model-damaged' });
    await expect(attempt).rejects.toThrow(`${join(folder, 'tokenizer.json')} is truncated or altered`);
  });

  it('is refused when its files are whole but no model', async () => {
    const folder = await copyModel();
    await rm(join(folder, 'SHA256SUMS'));
    const attempt = loadEmbedder({ model: folder, modelsDir: MODELS, allowDownload: false });
    await expect(attempt).rejects.toMatchObject({ code: 'model-damaged' });
    await expect(attempt).rejects.toThrow(basename(folder));
  });
});

describe('profileOf', () => {
  it('knows the pooling and the prefixes that a model was trained with', () => {
    expect(profileOf(MODEL)).toMatchObject({ pooling: 'mean', questionPrefix: '', tokenizer: 'wordpiece' });
    expect(profileOf('Xenova/bge-small-en-v1.5')).toMatchObject({ pooling: 'cls', passagePrefix: '' });
    expect(profileOf('Xenova/bge-small-en-v1.5').questionPrefix).toMatch(/^Represent this sentence/);
    expect(profileOf('Xenova/paraphrase-multilingual-MiniLM-L12-v2').tokenizer).toBe('sentencepiece');
    expect(profileOf('Xenova/multilingual-e5-small')).toMatchObject({
      questionPrefix: 'query: ',
      passagePrefix: 'passage: ',
    });
  });
});
