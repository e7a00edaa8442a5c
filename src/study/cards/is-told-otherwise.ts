import { analyseTerms } from '../../text/analyse-terms.ts';
import type { StudySentence } from './analyse-article.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Deeds that are done to one thing once, by the words for them. */
const DEEDS: readonly RegExp[] = [
  /\b(?:abolish(?:ed|ing|es)|outlaw(?:ed|ing|s)|bann(?:ed|ing)|prohibit(?:ed|ing|s)|ended)\b/giu,
  /\b(?:found(?:ed|ing)|establish(?:ed|ing)|creat(?:ed|ing)|form(?:ed|ing)|began|started)\b/giu,
  /\b(?:invent(?:ed|ing)|discover(?:ed|ing)|patent(?:ed|ing)|coin(?:ed|ing))\b/giu,
  /\b(?:publish(?:ed|ing)|releas(?:ed|ing)|launch(?:ed|ing)|introduc(?:ed|ing))\b/giu,
  /\b(?:conquer(?:ed|ing)|captur(?:ed|ing)|seiz(?:ed|ing)|annex(?:ed|ing)|invad(?:ed|ing))\b/giu,
];
/** Words after the deed's that say what it was done to. */
const OBJECT = /^\W*(?:[\p{L}’'-]+\W+){0,6}[\p{L}’'-]*/u;
/** Words of what it was done to that two sentences have in common at least. */
const IN_COMMON = 2;
/** Years within which another date is a rival, and not another age's. */
const NEAR = 15;

/**
 * Whether another sentence dates the same deed, of the same thing and beside a name that both have, to another year: who
 * knows the article from there is wrong here.
 */
export function isToldOtherwise(answer: Mention, { sentence }: Unit, material: Material): boolean {
  if (answer.type !== 'date') return false;
  const year = Math.floor(answer.value ?? 0);
  const names = namesIn(sentence);
  return material.text.sentences.some((other) => {
    if (other === sentence || !namesIn(other).some((name) => names.includes(name))) return false;
    const years = material
      .mentionsIn(other)
      .flatMap(({ type, family, value }) =>
        type === 'date' && family !== 'date:century' && value !== undefined ? [Math.floor(value)] : [],
      );
    if (years.includes(year) || !years.some((that) => Math.abs(that - year) <= NEAR)) return false;
    return DEEDS.some((deed) => haveInCommon(objectsOf(sentence, deed), objectsOf(other, deed)));
  });
}

function namesIn({ text }: StudySentence): readonly string[] {
  return text.match(/(?<=[\p{L},;] )\p{Lu}[\p{L}-]{3,}/gu) ?? [];
}

/** The stems of what each such deed was done to. */
function objectsOf({ text }: StudySentence, deed: RegExp): readonly (readonly string[])[] {
  return Array.from(text.matchAll(deed)).map((match) => {
    const [object = ''] = OBJECT.exec(text.slice(match.index + match[0].length)) ?? [];
    return analyseTerms(object.replace(/\d+/gu, ' ')).map(({ stem }) => stem);
  });
}

function haveInCommon(ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): boolean {
  return ours.some((own) =>
    theirs.some((others) => own.filter((stem) => others.includes(stem)).length >= IN_COMMON),
  );
}
