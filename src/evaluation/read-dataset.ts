import { VerbatimError } from '../domain/errors.ts';

export const QUESTION_KINDS = [
  'answerable',
  'unanswerable-near',
  'unanswerable-far',
  'follow-up',
  'typo',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Whether the articles hold an answer to such questions. */
export function isAnswerable(kind: QuestionKind): boolean {
  return kind !== 'unanswerable-far' && kind !== 'unanswerable-near';
}

/** Where the answer to a question stands. */
export interface Gold {
  readonly article: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** The first sentence that answers. */
  readonly sentence: string;
  /** All that count as right, `sentence` among them; absent where it is the only one. */
  readonly sentences?: readonly string[];
  readonly answers: readonly string[];
}

/** One line of questions.jsonl. */
export interface DatasetQuestion {
  readonly id: string;
  readonly question: string;
  readonly kind: QuestionKind;
  /** The earlier question of a follow-up. */
  readonly context?: string;
  /** Id of the only article that is asked, as with `/ask article:`. */
  readonly within?: string;
  /** Undefined when the articles do not answer. */
  readonly gold?: Gold;
}

/** Reads one JSON object a line. @throws VerbatimError usage, naming the line */
export function readQuestions(text: string): readonly DatasetQuestion[] {
  return text
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => toQuestion(line, number));
}

function toQuestion(line: string, number: number): DatasetQuestion {
  const fail = (why: string): VerbatimError =>
    new VerbatimError(
      'usage',
      `Line ${number} of questions.jsonl ${why}. See docs/evaluation.md for the format.`,
    );
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw fail('is not JSON');
  }
  if (typeof raw !== 'object' || raw === null) throw fail('is no object');
  const fields = new Map<string, unknown>(Object.entries(raw));
  const [id, question, article, sentence, context, within] = [
    'id',
    'question',
    'article',
    'sentence',
    'context',
    'within',
  ].map((key) => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : undefined;
  });
  const kind = QUESTION_KINDS.find((candidate) => candidate === fields.get('kind'));
  if (id === undefined || question === undefined || kind === undefined)
    throw fail('lacks id, question or a known kind');
  const base = {
    id,
    question,
    kind,
    ...(context === undefined ? {} : { context }),
    ...(within === undefined ? {} : { within }),
  };
  if (!isAnswerable(kind)) return base;
  const paragraph = fields.get('paragraph');
  const answers = fields.get('answers');
  if (
    article === undefined ||
    sentence === undefined ||
    typeof paragraph !== 'number' ||
    !Array.isArray(answers)
  ) {
    throw fail('lacks article, paragraph, sentence or answers');
  }
  const listed = fields.get('sentences');
  const sentences = Array.isArray(listed) ? { sentences: [sentence, ...listed.filter(isString)] } : {};
  return {
    ...base,
    gold: { article, paragraph, sentence, ...sentences, answers: answers.filter(isString) },
  };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
