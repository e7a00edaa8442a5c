import type { Span } from '../../domain/span.ts';
import { overlaps } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { StudySentence, StudyText } from './analyse-article.ts';

/** A capitalised name where it stands, without a title before it. */
export interface FoundName extends Span {
  readonly text: string;
  readonly sentence: StudySentence;
  /** The title that stood before it, such as 'President'. */
  readonly title?: string;
}

/** Nouns that 'of' joins a name to: 'University of Chicago', but not 'Putin of Russia'. */
const JOINED_BY_OF =
  'University|Universities|Institute|Ministry|Department|Bank|House|Kingdom|Republic|Treaty|Battle|Siege|Council|Court|Church|Duke|Duchy|King|Queen|Prince|Princess|Bishop|Archbishop|Earl|Gulf|Bay|Isle|City|State|States|College|School|Museum|Library|Academy|Society|League|Order|Act|Declaration|Bill|Statue|Temple|Tower|Port|Cape|Strait|District|Province|County|Commonwealth|Union|Federation|Army|War|Age|Organi[sz]ation|Association|Board|Bureau|Office|Peace|Fall|Congress|Convention|Charter|Constitution|Edict|Rights|Ages|Journal|Lord|Lords|Sea|Faculty|Center|Centre|Emperor|Archdiocese|Diocese|Patriarch|Catholicos|Sultan|Tribe|Nation|Nations|Confederation|Conference|Parliament|Secretary|Chamber|Festival|Acts|Book|Gospel';
const WORD =
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:[’'.-](?=[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}]+)*(?:(?<=\\b\\p{Lu})\\.)?";
const JOINT = `(?<=\\bSt)\\. |(?<=\\p{Ll}s)[’'] (?=(?:Party|Union|League|Council|Army|Association|Front|Club|Society|Day)\\b)|(?: (?:de|van|von|der|den|la|le|du|del|al|bin|ibn|da|di|dos|y|e)){0,2} |(?<=\\b(?:${JOINED_BY_OF})) of (?:the )?`;
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:(?:${JOINT})${WORD}| [IVX]{1,4}\\b| \\d{1,3}\\b(?=[ ,.]))*`,
  'gu',
);

const TITLES =
  /^(?:(?:Vice |Deputy |Former |Prime |Foreign |Defen[cs]e |Chief |Crown )?(?:President|Minister|Premier|Secretary|Chancellor|Governor|Senator|Mayor|Justice|Judge)|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor|Sir|Lord|Lady|Dame|General|Colonel|Captain|Major|Admiral|Sergeant|Lieutenant|Marshal|Reverend|Rev\.|Father|Ambassador|Director|Chairman|Coach|Engineer|Architect|Philosopher|(?:Chair|Spokes|Congress|Alder|Council|Business|States|Assembly)(?:man|woman|men)) (?=\p{Lu})/u;

/** Whether the word is what somebody is addressed by, such as 'President'. */
export function isTitle(word: string): boolean {
  return TITLES.test(`${word} X`);
}

/** The names of the article's sentences, in order; a word that merely begins a sentence is none. */
export function findNames(
  text: StudyText,
  taken: (sentence: StudySentence) => readonly Span[],
): readonly FoundName[] {
  const inside = wordsInside(text.sentences);
  return text.sentences.flatMap((sentence) => {
    const dates = taken(sentence);
    return Array.from(sentence.text.matchAll(NAME)).flatMap((match) => {
      const name = trimName(sentence, match, inside);
      return name && !dates.some((date) => overlaps(date, name)) ? [name] : [];
    });
  });
}

interface InsideWords {
  /** Words that have a capital where no sentence begins, and those without one; as they stand. */
  readonly capital: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

function wordsInside(sentences: readonly StudySentence[]): InsideWords {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const { text } of sentences) {
    for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const [word] = match;
      if (/^\p{Ll}/u.test(word)) small.add(word);
      else if (match.index > 1 && !/[“"]$/u.test(text.slice(0, match.index))) capital.add(word);
    }
  }
  return { capital, small };
}

function trimName(
  sentence: StudySentence,
  match: RegExpMatchArray & { readonly index: number },
  inside: InsideWords,
): FoundName | undefined {
  let name = match[0].replace(/['’]s?$/u, '');
  let at = match.index;
  const opens = /^["“‘(]*$/u.test(sentence.text.slice(0, at));
  if (opens) {
    const [first = ''] = /^\S+/u.exec(name) ?? [];
    if (!isOwnName(first.replace(/['’]s$/u, ''), { sentence, inside, isFollowed: name.includes(' ') })) {
      at += first.length + 1;
      name = name.slice(first.length + 1);
    }
  }
  name = name.replace(/^(?:The|A|An) /u, (article) => {
    at += article.length;
    return '';
  });
  let title: string | undefined;
  // 'Lieutenant Colonel George Armistead' has two.
  for (let next = TITLES.exec(name)?.[0]; next !== undefined; next = TITLES.exec(name)?.[0]) {
    title = next;
    at += next.length;
    name = name.slice(next.length);
  }
  const possessive =
    /['’]s (?!.*(?:Church|Cathedral|College|Square|Hospital|Institute|Chapel|Abbey|School)$)/u.exec(name);
  if (possessive) name = name.slice(0, possessive.index);
  name = name.replace(/['’]s?$/u, '');
  if (!name.includes(' ') && isGeneric(name, inside)) return undefined;
  if (!/^\p{Lu}/u.test(name)) return undefined;
  if (name.length < 3 && !/^\p{Lu}{2}$/u.test(name)) return undefined;
  if (
    analyseTerms(`x ${name}`).length < 2 ||
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{L}+day)$/u.test(
      name,
    )
  )
    return undefined;
  const start = sentence.start + at;
  return {
    start,
    end: start + name.length,
    text: name,
    sentence,
    ...(title === undefined ? {} : { title: title.trim() }),
  };
}

/** 'the Council', 'Art': a common noun with a capital, or an adjective of a people. */
function isGeneric(name: string, { small }: InsideWords): boolean {
  return small.has(name.toLowerCase()) || isDemonym(name);
}

/** 'Polish', 'North Korean', 'Roman Catholic': what belongs to a people or a faith, or one of its members. */
export function isDemonym(name: string): boolean {
  const last = name.split(' ').at(-1) ?? name;
  return (
    /(?:ese|ish)$/u.test(last) ||
    /^(?!.*(?:Ian|Dean|Jean|Sean|Alan|Ethan|Ivan|Johan|Julian|Christian|Sebastian|Adrian|Brian|Milan|Japan|Iran|Sudan|Pakistan|Taiwan|Bhutan|Oman|Vatican|Michigan|Jordan|Durban|Kazan|Wuhan|.*stan|.*man|Juan|Susan|Joan|Morgan|Logan|Dylan|Duncan|Megan|Vivian|Allan|Hassan|Ryan|Stan|Dan)$)\p{Lu}\p{L}+(?:ian|ean|an)s?$/u.test(
      last,
    ) ||
    /^(?:French|Dutch|Greeks?|Turks?|Turkic|Swiss|Welsh|Czechs?|Arabs?|Arabic|Jews?|Slavs?|Slavic|Celtic|Catholics?|Protestants?|Orthodox|Muslims?|Islamic|Christians?|Buddhists?|Hindus?|Western|Eastern|Northern|Southern|Afghans?|Thai|Iraqi|Israeli|Pakistani|Finns?|Danes?|Swedes?|Poles?|Serbs?|Croats?|Nazis?|Communists?|Marxists?|Soviets?|Latin|English|Democrats?|\p{Lu}\p{L}+(?:ists?|ites?)|Democratic|Republicans?|Federalists?|Mongols?)$/u.test(
      last,
    )
  );
}

/** Whether the first word of a sentence would have a capital elsewhere as well. */
function isOwnName(
  word: string,
  {
    sentence,
    inside: { capital, small },
    isFollowed,
  }: { readonly sentence: StudySentence; readonly inside: InsideWords; readonly isFollowed: boolean },
): boolean {
  const [first = word] = word.split(/[-’']/u);
  if (small.has(first.toLowerCase())) return false;
  if (capital.has(first)) return true;
  const tagged = sentence.words.find(({ text }) => text === first);
  if (tagged === undefined || isDemonym(first)) return false;
  if (['ProperNoun', 'Person', 'Place', 'Organization'].some((tag) => tagged.tags.has(tag))) return true;
  // 'Wooyeal Paik': before a name that is no place, a word that is met nowhere else is taken for a first name.
  const plain = [
    'Actor',
    'Plural',
    'Adverb',
    'Verb',
    'Preposition',
    'Conjunction',
    'Determiner',
    'QuestionWord',
    'Pronoun',
    'Value',
  ];
  const next = sentence.words.find(({ start }) => start === tagged.end + 1);
  return (
    isFollowed &&
    next?.tags.has('ProperNoun') === true &&
    !next.tags.has('Place') &&
    !next.tags.has('Organization') &&
    !plain.some((tag) => tagged.tags.has(tag))
  );
}
