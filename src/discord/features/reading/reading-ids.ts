import { featureId } from '../feature.ts';

/**
 * What a button of a reading does, and to which portion (counted from 1). `ask` opens the form, `asked` is what it sends;
 * `quiet` and `paused` stand on the notices of that, after so many portions, and go on.
 */
export type ReadingPress =
  | { readonly act: 'read' | 'quiet' | 'paused'; readonly readingId: string; readonly portion: number }
  | { readonly act: 'ask' | 'asked' | 'status' | 'quiz'; readonly readingId: string };

/** Before the colon of its custom_ids. */
export const READING_FEATURE = 'read';

const LETTERS = { read: 'r', quiet: 'g', paused: 'p', ask: 'a', asked: 'f', status: 's', quiz: 'z' } as const;

export function readingId(press: ReadingPress): { readonly custom: string } {
  const portion = 'portion' in press ? [press.portion] : [];
  return featureId(READING_FEATURE, [LETTERS[press.act], press.readingId, ...portion].join('.'));
}

/** What readingId wrote; undefined for anything else, as a forged press may hold it. */
export function readReadingPress(rest: string): ReadingPress | undefined {
  const match = /^([a-z])\.([0-9a-z]{10})(?:\.(\d{1,4}))?$/u.exec(rest);
  if (!match) return undefined;
  const [, letter, id = '', portion] = match;
  const act = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((name) => LETTERS[name] === letter);
  if (act === undefined) return undefined;
  if (act === 'read' || act === 'quiet' || act === 'paused')
    return portion === undefined ? undefined : { act, readingId: id, portion: Number(portion) };
  return { act, readingId: id };
}
