import { basename, resolve } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import type { Reader, ReaderWindow, WindowReading } from '../../domain/ports/reader.ts';
import type { Span } from '../../domain/span.ts';
import { createWordTokeniser } from './tokenise-words.ts';
import { verifyModel } from './verify-model.ts';

/** What the model was trained on: longer inputs are new to it. */
const MAX_TOKENS = 120;
const MAX_QUESTION_TOKENS = 40;
const MAX_TITLE_TOKENS = 14;
/** One before the question, one after it, one after the window. */
const SPECIAL_TOKENS = 3;

interface Input {
  readonly ids: readonly number[];
  /** Where the window's own tokens begin. */
  readonly first: number;
  readonly spans: readonly Span[];
  /** Tokens of the question with its special tokens: the first segment. */
  readonly segment: number;
}

/**
 * Loads the reader from its folder (config.json, tokenizer.json, tokenizer_config.json, onnx/model_quantized.onnx).
 * @throws VerbatimError model-missing, model-damaged
 */
export async function loadReader(folder: string): Promise<Reader> {
  const revision = await verifyModel(folder).catch((cause: unknown) => {
    throw unusable(folder, cause);
  });
  const { AutoModelForQuestionAnswering, AutoTokenizer, Tensor } = await import('@xenova/transformers');
  // By its path: the library's settings are those of the process, and an embedding model may be loading by them.
  const path = resolve(folder);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(path, { local_files_only: true }),
    AutoModelForQuestionAnswering.from_pretrained(path, {
      dtype: 'q8',
      device: 'cpu',
      local_files_only: true,
    }),
  ]).catch((cause: unknown) => {
    throw unusable(folder, cause);
  });
  const encode = (text: string): readonly number[] => tokenizer.encode(text, { add_special_tokens: false });
  const tokenise = createWordTokeniser(encode, 'wordpiece');
  const [cls, sep] = tokenizer.encode('', { add_special_tokens: true });
  if (cls === undefined || sep === undefined) throw new Error('The tokenizer has no special tokens.');

  const toQuestion = (question: string): readonly number[] =>
    tokenise(question).ids.slice(0, MAX_QUESTION_TOKENS);
  const toHeading = (title: string): readonly number[] =>
    title === '' ? [] : tokenise(`${title}:`).ids.slice(0, MAX_TITLE_TOKENS);
  const roomBeside = (question: readonly number[], heading: readonly number[]): number =>
    MAX_TOKENS - SPECIAL_TOKENS - question.length - heading.length;

  function prepare(question: readonly number[], { title, text }: ReaderWindow): Input {
    const heading = toHeading(title);
    const room = roomBeside(question, heading);
    const words = tokenise(text);
    const segment = question.length + 2;
    return {
      ids: [cls ?? 0, ...question, sep ?? 0, ...heading, ...words.ids.slice(0, room), sep ?? 0],
      first: segment + heading.length,
      spans: words.spans.slice(0, room),
      segment,
    };
  }

  async function readInput(input: Input): Promise<WindowReading> {
    const shape = [1, input.ids.length];
    const fill = (value: (at: number) => number): InstanceType<typeof Tensor> =>
      new Tensor(
        'int64',
        BigInt64Array.from(input.ids, (_, at) => BigInt(value(at))),
        shape,
      );
    const output = (await model({
      input_ids: fill((at) => input.ids[at] ?? 0),
      attention_mask: fill(() => 1),
      token_type_ids: fill((at) => (at >= input.segment ? 1 : 0)),
    })) as Logits;
    return toReading(input, output);
  }

  return {
    identity: { id: basename(folder), revision },
    roomFor: (question, title) => roomBeside(toQuestion(question), toHeading(title)),
    countTokens: (text) => tokenise(text).ids.length,
    async read(question, windows) {
      const asked = toQuestion(question);
      const readings: WindowReading[] = [];
      // One by one: the model rounds what it multiplies to the range of the whole batch, and no reading may hang on its neighbours.
      for (const window of windows) readings.push(await readInput(prepare(asked, window)));
      return readings;
    },
  };
}

function unusable(folder: string, cause: unknown): VerbatimError {
  const code = cause instanceof VerbatimError ? cause.code : 'model-damaged';
  const what =
    code === 'model-missing' ? 'is not there, or cannot be read' : 'is damaged and cannot be loaded';
  return new VerbatimError(
    code,
    `The reader in ${folder} ${what}. Restore it with \`git checkout -- models\`, or set READER=off to answer without it.`,
    { cause },
  );
}

interface Logits {
  readonly start_logits: { readonly data: Float32Array };
  readonly end_logits: { readonly data: Float32Array };
}

function toReading(
  { first, spans }: Input,
  { start_logits: { data: starts }, end_logits: { data: ends } }: Logits,
): WindowReading {
  return {
    tokens: spans,
    starts: starts.slice(first, first + spans.length),
    ends: ends.slice(first, first + spans.length),
    nullScore: (starts[0] ?? 0) + (ends[0] ?? 0),
  };
}
