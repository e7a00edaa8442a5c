import { featureId } from '../feature.ts';

/**
 * What a button of a reading does, and to which portion (counted from 1). `ask` opens the form, `asked` is what it sends;
 * `on` stands on a notice after so many portions.
 */
export type ReadingPress =
  | { readonly act: 'read' | 'on'; readonly readingId: string; readonly portion: number }
  | { readonly act: 'ask' | 'asked' | 'status' | 'quiz'; readonly readingId: string };

/** Before the colon of its custom_ids. */
export const READING_FEATURE = 'read';

const LETTERS = { read: 'r', on: 'g', ask: 'a', asked: 'f', status: 's', quiz: 'z' } as const;

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
  if (act !== 'read' && act !== 'on') return { act, readingId: id };
  return portion === undefined ? undefined : { act, readingId: id, portion: Number(portion) };
}
