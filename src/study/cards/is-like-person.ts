import type { StudySentence } from './analyse-article.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Whether somebody could be taken for whom the sentence speaks of: of the same age, and of the calling that it names. */
export function couldBeThatPerson(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  return (
    isLikePerson(other, answer, unit, material) &&
    sharesName(material.sentencesWith(other.key), answer, unit, material)
  );
}

/** Of the same age and calling, whatever they have to do with each other. */
export function isLikePerson(other: Mention, answer: Mention, unit: Unit, material: Material): boolean {
  return (
    livedThen(other, answer, unit, material) &&
    hasItsCalling(other, answer, material) &&
    (!WRITES.test(unit.sentence.text) ||
      material.sentencesWith(other.key).some(({ text }) => WRITES.test(text) || CALLED.test(text)))
  );
}

/** Whoever 'argues' writes about the matter, and had no part in it. */
const WRITES =
  /\b(?:argues|writes|notes|claims|states|suggests|concludes|maintains|asserts|observes|explains|estimates|has (?:argued|concluded|suggested|estimated|claimed|written|shown))\b/u;
const CALLED =
  /\b(?:historians?|scholars?|professors?|sociologists?|economists?|authors?|critics?|philosophers?)\b/iu;

/** Years between what the article tells of two people that may have met, or be taken for each other. */
const LIFETIME = 40;

/** Lincoln is no choice for who stood for election in 2008. */
function livedThen(
  other: Mention,
  answer: Mention,
  { sentence }: Unit,
  { sentencesWith, mentionsIn }: Material,
): boolean {
  const yearsIn = (sentences: readonly StudySentence[]): readonly number[] =>
    sentences.flatMap((within) =>
      mentionsIn(within).flatMap(({ type, family, value }) =>
        type === 'date' && family !== 'date:century' && value !== undefined ? [value] : [],
      ),
    );
  const here = yearsIn([sentence]);
  const own = here.length > 0 ? here : yearsIn(sentencesWith(answer.key));
  const others = yearsIn(sentencesWith(other.key));
  if (own.length === 0 || others.length === 0) return true;
  return own.some((year) => others.some((that) => Math.abs(year - that) <= LIFETIME));
}

const CALLING =
  /\b(historian|philosopher|economist|president|king|queen|emperor|empress|general|physicist|chemist|biologist|psychologist|sociologist|anthropologist|archaeologist|linguist|poet|writer|author|novelist|playwright|composer|musician|singer|painter|artist|sculptor|architect|engineer|inventor|senator|governor|mayor|minister|bishop|pope|prince|princess|explorer|missionary|scholar|professor|theorist|journalist|critic|actor|actress|politician|mathematician|astronomer|doctor|physician|surgeon|lawyer|judge|businessman|candidate|editor|director|feminist) $/iu;

/** A king is no choice for 'the historian _____'. */
function hasItsCalling(other: Mention, answer: Mention, { text: { article }, mentions }: Material): boolean {
  const callingOf = ({ start }: Mention): string | undefined =>
    CALLING.exec(article.text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase();
  const calling = callingOf(answer);
  return (
    calling === undefined ||
    mentions.some((mention) => mention.key === other.key && callingOf(mention) === calling)
  );
}

const NAMED: readonly Mention['type'][] = ['person', 'place', 'organisation'];

/** A poet is no choice for who ruled a country: where names stand beside the blank, one of them stands beside the other, too. */
function sharesName(
  sentences: readonly StudySentence[],
  answer: Mention,
  { sentence }: Unit,
  { mentionsIn }: Material,
): boolean {
  const namesOf = (within: StudySentence): readonly string[] =>
    mentionsIn(within)
      .filter(
        ({ key, type, family }) =>
          key !== answer.key && (NAMED.includes(type) || family.startsWith('event:')),
      )
      .map(({ key }) => key);
  const beside = namesOf(sentence);
  return beside.length === 0 || sentences.some((other) => namesOf(other).some((key) => beside.includes(key)));
}
