import type { QuotedSpan } from '../domain/exchange.ts';
import type { Gap } from '../domain/gap.ts';
import { groupAlike } from './group-alike.ts';

/** Questions that are about the same, as the managers of their server see them. */
export interface GapGroup {
  /** Of the question that was first. */
  readonly id: string;
  readonly ids: readonly string[];
  /** Different people who asked. */
  readonly voices: number;
  /** ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** How often it was asked in each week, the current one last. */
  readonly weeks: readonly number[];
  /** Of the question that is most like the others; absent where too few asked for nobody to be recognised by it. */
  readonly wording?: string;
  /** What came nearest to an answer. */
  readonly nearest?: QuotedSpan;
}

export interface ReportOptions {
  readonly now: Date;
  /** Whether the wording is shown however few have asked. */
  readonly showsWording: boolean;
}

/** Weeks that are counted one by one. */
export const WEEKS = 8;
/** As many different people have to ask before the words of one of them are shown. */
const CROWD = 3;
/** Only so many of the latest are grouped: it takes time by their square. */
const MOST = 800;

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The groups, the one that most people ask for first. @param gaps oldest first */
export function reportGaps(gaps: readonly Gap[], { now, showsWording }: ReportOptions): readonly GapGroup[] {
  return groupAlike(gaps.slice(-MOST))
    .map((members) => describeGroup(members, now, showsWording))
    .sort((a, b) => b.voices - a.voices || b.ids.length - a.ids.length || b.last.localeCompare(a.last));
}

/** What is dismissed with a group that was seen at that moment: nothing that was asked since. */
export function seenOf(gaps: readonly Gap[], ids: readonly string[], until: string): readonly string[] {
  return gaps.filter(({ id, at }) => ids.includes(id) && at <= until).map(({ id }) => id);
}

function describeGroup(members: readonly Gap[], now: Date, showsWording: boolean): GapGroup {
  const [first] = members;
  const typical = typicalOf(members);
  const voices = new Set(members.map(({ askerHash }) => askerHash)).size;
  const nearest = typical?.nearest ?? members.find((gap) => gap.nearest)?.nearest;
  return {
    id: first?.id ?? '',
    ids: members.map(({ id }) => id),
    voices,
    first: first?.at ?? '',
    last: members.at(-1)?.at ?? '',
    weeks: countWeeks(members, now),
    ...(typical && (showsWording || voices >= CROWD) && { wording: typical.question }),
    ...(nearest && { nearest }),
  };
}

function typicalOf(members: readonly Gap[]): Gap | undefined {
  const sum = members.reduce<readonly number[]>(
    (total, { vector }) => Array.from(vector, (value, index) => value + (total[index] ?? 0)),
    [],
  );
  const likeness = ({ vector }: Gap) =>
    sum.reduce((dot, value, index) => dot + value * (vector[index] ?? 0), 0);
  return members.reduce<Gap | undefined>(
    (best, gap) => (!best || likeness(gap) > likeness(best) ? gap : best),
    undefined,
  );
}

function countWeeks(members: readonly Gap[], now: Date): readonly number[] {
  const weeks = new Array<number>(WEEKS).fill(0);
  for (const { at } of members) {
    const ago = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / WEEK));
    if (ago < WEEKS) weeks[WEEKS - 1 - ago] = (weeks[WEEKS - 1 - ago] ?? 0) + 1;
  }
  return weeks;
}
