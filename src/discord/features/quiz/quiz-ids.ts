import { featureId } from '../feature.ts';

/** What a button of a quiz does, and to which round. */
export type QuizPress =
  | { readonly act: 'choose'; readonly quizId: string; readonly round: number; readonly option: number }
  /** `type` opens the form, `typed` is what it sends. */
  | { readonly act: 'type' | 'typed' | 'reveal' | 'next'; readonly quizId: string; readonly round: number }
  | { readonly act: 'again'; readonly quizId: string };

/** Before the colon of its custom_ids. */
export const QUIZ_FEATURE = 'quiz';

const LETTERS = { choose: 'c', type: 't', typed: 'f', reveal: 'r', next: 'n', again: 'a' } as const;

export function quizId(press: QuizPress): { readonly custom: string } {
  const fields = [...('round' in press ? [press.round] : []), ...('option' in press ? [press.option] : [])];
  return featureId(QUIZ_FEATURE, [LETTERS[press.act], press.quizId, ...fields].join('.'));
}

/** What quizId wrote; undefined for anything else, as a forged press may hold it. */
export function readQuizPress(rest: string): QuizPress | undefined {
  const match = /^([a-z])\.([0-9a-z]{10})(?:\.(\d{1,2}))?(?:\.(\d))?$/u.exec(rest);
  if (!match) return undefined;
  const [, letter, id = '', round, option] = match;
  const act = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((name) => LETTERS[name] === letter);
  if (act === 'again') return { act, quizId: id };
  if (act === undefined || round === undefined) return undefined;
  if (act !== 'choose') return { act, quizId: id, round: Number(round) };
  return option === undefined ? undefined : { act, quizId: id, round: Number(round), option: Number(option) };
}
