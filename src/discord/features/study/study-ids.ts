import { GRADES } from '../../../domain/study.ts';
import type { Grade } from '../../../domain/study.ts';
import { shortHash } from '../../../text/short-hash.ts';
import { featureId } from '../feature.ts';

/** Before the colon of its custom_ids. */
export const STUDY_FEATURE = 'study';

/** A card as a button names it, and how often it had been answered when it was shown: pressed later, it is stale. */
export interface CardRef {
  readonly card: string;
  readonly reviews: number;
}

export type StudyPress =
  | { readonly act: 'show'; readonly ref: CardRef }
  | { readonly act: 'grade'; readonly ref: CardRef; readonly grade: Grade }
  | { readonly act: 'undo' | 'resume' | 'stats' };

export function refOf(cardId: string, reviews: number): CardRef {
  return { card: shortHash(cardId), reviews };
}

export function studyId(press: StudyPress): { readonly custom: string } {
  if (!('ref' in press)) return featureId(STUDY_FEATURE, press.act);
  const { card, reviews } = press.ref;
  const grade = press.act === 'grade' ? [press.grade] : [];
  return featureId(STUDY_FEATURE, [press.act, card, reviews, ...grade].join('.'));
}

/** What studyId wrote; undefined for anything else, as a forged press may hold it. */
export function readStudyPress(rest: string): StudyPress | undefined {
  if (rest === 'undo' || rest === 'resume' || rest === 'stats') return { act: rest };
  const match = /^(show|grade)\.([0-9a-z]{7})\.(\d{1,5})(?:\.([a-z]+))?$/u.exec(rest);
  if (!match) return undefined;
  const [, act, card = '', reviews, name] = match;
  const ref = { card, reviews: Number(reviews) };
  if (act === 'show') return { act, ref };
  const grade = GRADES.find((one) => one === name);
  return grade && { act: 'grade', ref, grade };
}
