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

  return {
    identity: { id: basename(folder), revision },
    roomFor: (question, title) => roomBeside(toQuestion(question), toHeading(title)),
    countTokens: (text) => tokenise(text).ids.length,
    async read(question, windows) {
      if (windows.length === 0) return [];
      const asked = toQuestion(question);
      const inputs = windows.map((window) => prepare(asked, window));
      const length = Math.max(...inputs.map(({ ids }) => ids.length));
      const shape = [inputs.length, length];
      const fill = (value: (input: Input, at: number) => number): InstanceType<typeof Tensor> =>
        new Tensor(
          'int64',
          BigInt64Array.from(
            inputs.flatMap((input) => Array.from({ length }, (_, at) => BigInt(value(input, at)))),
          ),
          shape,
        );
      const output = (await model({
        input_ids: fill(({ ids }, at) => ids[at] ?? 0),
        attention_mask: fill(({ ids }, at) => (at < ids.length ? 1 : 0)),
        token_type_ids: fill(({ ids, segment }, at) => (at >= segment && at < ids.length ? 1 : 0)),
      })) as { readonly start_logits: Logits; readonly end_logits: Logits };
      return inputs.map((input, row) => toReading(input, output, row * length));
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
  readonly data: Float32Array;
}

function toReading(
  { first, spans }: Input,
  { start_logits: starts, end_logits: ends }: { readonly start_logits: Logits; readonly end_logits: Logits },
  row: number,
): WindowReading {
  const own = ({ data }: Logits): Float32Array => data.slice(row + first, row + first + spans.length);
  return {
    tokens: spans,
    starts: own(starts),
    ends: own(ends),
    nullScore: (starts.data[row] ?? 0) + (ends.data[row] ?? 0),
  };
}
