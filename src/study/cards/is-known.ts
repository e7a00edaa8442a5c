import { findOccurrences } from './hide-answer.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Share of a name's other sentences that name a place as well, from which on the one leads to the other. */
const LEADING_SHARE = 0.2;

/** Whether a name in what is shown leads to this place: elsewhere in the article the two stand in one sentence. */
export function followsFromName(answer: Mention, unit: Unit, { text, sentencesWith }: Material): boolean {
  if (answer.type !== 'place') return false;
  const withPlace = new Set(sentencesWith(answer.key));
  const others = text.sentences.filter(
    (sentence) => sentence !== unit.sentence && sentence !== unit.neighbour,
  );
  return namesIn(unit, answer).some((name) => {
    const named = others.filter((sentence) => findOccurrences(sentence.text, name).length > 0);
    const both = named.filter((sentence) => withPlace.has(sentence));
    return both.length > 0 && both.length >= LEADING_SHARE * named.length;
  });
}

/** Words with a capital inside the sentence, or two of them in a row, that are not of the answer. */
function namesIn({ text }: Unit, answer: Mention): readonly string[] {
  const names = text.match(/(?<=[\p{L},;] )\p{Lu}[\p{L}-]{3,}|^\p{Lu}\p{L}+(?= \p{Lu})/gu) ?? [];
  return [...new Set(names)].filter((name) => findOccurrences(answer.text, name).length === 0);
}

/** Names that the article is about, and those that are often in it. */
const FIRST = 2;
const FREQUENT = 10;

/** Pairs that everybody has heard of: the one is no question where the other stands. */
const TAUGHT: readonly (readonly [answer: RegExp, beside: RegExp])[] = [
  [/\bEinstein$/u, /\brelativity\b/iu],
  [/\bNewton$/u, /\bgravit|\blaws? of motion\b/iu],
  [/\bDarwin$/u, /\bevolution\b|\bnatural selection\b/iu],
  [/\bColumbus$/u, /\bAmericas?\b|\bNew World\b/u],
  [/\b(?:Lenin|Russia)$/u, /\bBolshevi|\bTsar/u],
  [/\bMarx$/u, /\bEngels\b|\bDas Kapital\b/u],
  [/^Soviet Union$/u, /\b(?:Lenin|Stalin|Khrushchev|Brezhnev|Gorbachev)\b/u],
  [/^Cold War$/u, /\b(?:Gorbachev|Reagan|Iron Curtain)\b/u],
  [/\bCivil War$/u, /\bUnion (?:forces|army|troops)\b|\bConfedera/iu],
  [/^Cuba$/u, /\b(?:Castro|Guevara|Batista)\b/u],
  [/^Germany$/u, /\b(?:Hitler|Bismarck|Nazi)\b/u],
  [/^Afghanistan$/u, /\bTaliban\b/u],
  [/^India$/u, /\b(?:Hindus?|Gandhi)\b/u],
  [/^Italy$/u, /\bMussolini\b/u],
  [/^China$/u, /\b(?:Mao|Beijing|Xi Jinping)\b/u],
];

function isTaught({ text: words }: Mention, shown: string): boolean {
  return TAUGHT.some(([answer, beside]) => answer.test(words) && beside.test(shown));
}

/**
 * Whether anybody knows the answer: a pair that is taught at school, or what the article is about, or a war or the like
 * that is often in it, beside another name that is often in it.
 */
export function isCommonKnowledge(answer: Mention, { sentence, text }: Unit, material: Material): boolean {
  if (isTaught(answer, text)) return true;
  const frequent = material.frequentNames.slice(0, FREQUENT);
  const known = answer.family.startsWith('event:') ? frequent : frequent.slice(0, FIRST);
  if (!known.includes(answer.key)) return false;
  return material.mentionsIn(sentence).some(({ key }) => key !== answer.key && frequent.includes(key));
}
