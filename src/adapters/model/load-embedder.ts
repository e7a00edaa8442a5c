import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type * as transformersModule from '@xenova/transformers';
import { VerbatimError } from '../../domain/errors.ts';
import type { Embedder, TextEncoding } from '../../domain/ports/embedder.ts';
import type { Span } from '../../domain/span.ts';
import { profileOf } from './model-profiles.ts';
import { meanPool, normalise, quantiseTokens } from './quantise-tokens.ts';
import { createWordTokeniser } from './tokenise-words.ts';
import type { TokenisedText } from './tokenise-words.ts';
import { verifyModel } from './verify-model.ts';

/** Which model, and where it may come from. */
export interface EmbedderOptions {
  /** A hub id that lies in `modelsDir`, or the path of a folder. */
  readonly model: string;
  readonly modelsDir: string;
  /** Whether a model that is not there may be downloaded into `modelsDir`. */
  readonly allowDownload: boolean;
}

/** BERT's positions; a longer input has no meaning to the model. */
const MAX_MODEL_TOKENS = 512;

/**
 * Loads the model into this process. Nothing is downloaded unless `allowDownload` is set.
 * @throws VerbatimError model-missing, model-damaged
 */
export async function loadEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { id, folder, root } = await locateModel(options);
  // transformers.js and its runtime take the longest to import of all; `articles` or `--help` need neither.
  const transformers = await import('@xenova/transformers');
  const { env, Tensor } = transformers;
  env.allowRemoteModels = options.allowDownload;
  env.localModelPath = `${root}/`;
  env.cacheDir = root;
  const present = await stat(folder).then(
    () => true,
    () => false,
  );
  let revision = present || !options.allowDownload ? await verifyModel(folder) : undefined;
  const [tokenizer, model] = await loadFiles(transformers, { id, folder });
  revision ??= await verifyModel(folder);

  const profile = profileOf(options.model);
  const encodeIds = (text: string, special: boolean): readonly number[] =>
    tokenizer.encode(text, { add_special_tokens: special });
  const [first, ...last] = encodeIds('', true);
  const opening = first === undefined ? [] : [first];
  const tokenise = createWordTokeniser((word) => encodeIds(word, false), profile.tokenizer);
  const room = MAX_MODEL_TOKENS - opening.length - last.length;

  /** One pass of the model; rows of the special tokens and the prefix come first and last. */
  async function encode(prefix: string, text: string, spans: readonly Span[]): Promise<TextEncoding> {
    const before = [...opening, ...tokenise(prefix).ids];
    const tokens = cut(tokenise(text), room - before.length + opening.length);
    const rows = await forward([...before, ...tokens.ids, ...last]);
    const own = rows.slice(before.length, before.length + tokens.ids.length);
    const dimensions = rows[0]?.length ?? 0;
    return {
      vector:
        profile.pooling === 'cls' ? normalise(rows[0] ?? new Float32Array()) : meanPool(rows, dimensions),
      tokens: quantiseTokens(own, tokens.spans, dimensions),
      spanVectors: spans.map((span) => {
        const inside = own.filter((_, i) => isInside(tokens.spans[i], span));
        return meanPool(inside, dimensions);
      }),
    };
  }

  async function forward(ids: readonly number[]): Promise<readonly Float32Array[]> {
    const shape = [1, ids.length];
    const inputIds = new Tensor('int64', BigInt64Array.from(ids, BigInt), shape);
    const attentionMask = new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape);
    const output = (await model({ input_ids: inputIds, attention_mask: attentionMask })) as {
      readonly last_hidden_state: { readonly data: Float32Array; readonly dims: readonly number[] };
    };
    const { data, dims } = output.last_hidden_state;
    const width = dims[2] ?? 0;
    return ids.map((_, i) => data.slice(i * width, (i + 1) * width));
  }

  const dimensions = (await forward([...opening, ...last]))[0]?.length ?? 0;
  return {
    identity: { id, revision, dimensions, pooling: profile.pooling },
    maxTokens: MAX_MODEL_TOKENS,
    countTokens: (text) => tokenise(text).ids.length,
    encodePassage: (text, spans) => encode(profile.passagePrefix, text, spans),
    encodeQuestion: (text) => encode(profile.questionPrefix, text, []),
  };
}

async function locateModel(options: EmbedderOptions): Promise<{ id: string; folder: string; root: string }> {
  const asFolder = resolve(options.model);
  const isFolder = await stat(join(asFolder, 'config.json')).then(
    () => true,
    () => false,
  );
  if (isFolder) return { id: basename(asFolder), folder: asFolder, root: dirname(asFolder) };
  const root = resolve(options.modelsDir);
  return { id: options.model, folder: join(root, options.model), root };
}

type Transformers = typeof transformersModule;

async function loadFiles(
  { AutoModel, AutoTokenizer }: Transformers,
  { id, folder }: { readonly id: string; readonly folder: string },
): Promise<
  [
    Awaited<ReturnType<Transformers['AutoTokenizer']['from_pretrained']>>,
    Awaited<ReturnType<Transformers['AutoModel']['from_pretrained']>>,
  ]
> {
  try {
    return [
      await AutoTokenizer.from_pretrained(id),
      await AutoModel.from_pretrained(id, { dtype: 'q8', device: 'cpu' }),
    ];
  } catch (cause) {
    throw new VerbatimError(
      'model-damaged',
      `The model in ${folder} cannot be loaded. It needs config.json, tokenizer.json, tokenizer_config.json and ` +
        'onnx/model_quantized.onnx, as published for transformers.js. Restore them, or set MODEL to another model.',
      { cause },
    );
  }
}

function cut(tokens: TokenisedText, room: number): TokenisedText {
  return tokens.ids.length <= room
    ? tokens
    : { ids: tokens.ids.slice(0, room), spans: tokens.spans.slice(0, room) };
}

function isInside(token: Span | undefined, span: Span): boolean {
  return token !== undefined && token.start >= span.start && token.end <= span.end;
}
