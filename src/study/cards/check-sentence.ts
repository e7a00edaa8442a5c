import { countWords } from '../../text/count-words.ts';
import type { TaggedWord } from './tag-words.ts';

/** Words that a card's sentence has at least and at most, and at least beside the one that it leans on. */
const SHORTEST = 8;
const SHORTEST_LEANING = 6;
const LONGEST = 40;

/**
 * Why a sentence makes no card, in a few words; undefined for one that does.
 * @param words of the sentence, tagged
 */
export function whyUnfit(text: string, words: readonly TaggedWord[]): string | undefined {
  const count = countWords(text);
  if (count < (leansOnNeighbour(text, words) ? SHORTEST_LEANING : SHORTEST)) return 'too short';
  if (count > LONGEST) return 'too long';
  if (!/^["“‘'(]*[\p{Lu}\p{N}]/u.test(text)) return 'a fragment';
  if (!/[.!]["”’')\]]*$/u.test(text)) return 'a fragment';
  if (/[?…]/u.test(text)) return 'a question or an omission';
  if (!hasVerb(text, words)) return 'a fragment';
  if (!hasBalancedMarks(text)) return 'cut out of a longer quotation';
  if (/https?:|www\.|[{}<>=_|\\`~^]|\[\d|\.:\d|\bet al\b|\(\d{1,2}\)/u.test(text)) return 'notation';
  if (/\[[^\]]*(?:needed|clarif|who|when|which|whom|where|according|dubious|sic)\b[^\]]*\]/iu.test(text))
    return 'notation';
  if (/[\u0250-\u02af]|\p{Script=Greek}|\p{Script=Han}|\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text))
    return 'other letters';
  if (/\b(?:[Ww]e|[Oo]urs?|us|[Yy]ou|[Yy]our|I|[Mm]y|me)\b/u.test(text.replace(/["“][^"”]*["”]/gu, '')))
    return 'speaks to the reader';
  if (POINTS_AT_THE_PAGE.test(text)) return 'speaks of the page';
  if (count < SHORTEST_HEDGED && HEDGED.test(text) && !/\b(?:of|for|to)\b/u.test(text))
    return 'says it of nobody in particular';
  return undefined;
}

/** 'is sometimes seen as an important precursor': many are, until it is said of what. */
const HEDGED =
  /\b(?:is|are|was|were|been) (?:\p{L}+ly |sometimes |often )?(?:seen|regarded|considered|viewed|described|thought|held|cited|credited)\b/u;
const SHORTEST_HEDGED = 14;

/** Where the tagger takes the verb for a noun, 'the boat lies there', its ending shows it. */
function hasVerb(text: string, words: readonly TaggedWord[]): boolean {
  // 'In 1989, revolts across Europe': what opens a clause is its subject, whatever it is taken for.
  const opens = (at: number): boolean => at === 0 || /,$/u.test(text.slice(0, words[at]?.start).trimEnd());
  const isVerb = ({ tags, text: word }: TaggedWord, at: number): boolean =>
    tags.has('Verb') && !(word.endsWith('s') && opens(at));
  return words.some(isVerb) || /\p{L} \p{Ll}+(?:s|ed) \p{L}/u.test(text.replace(/^[^,]*, \p{Ll}+s /u, ''));
}

const POINTS_AT_THE_PAGE =
  /\b(?:(?:this|the present|these) (?:article|section|digest|report|page|chapter|document|guide|book|paper|manual|essay)s?|(?:see|listed|shown|described|mentioned|discussed|given|noted|explained) (?:above|below|earlier|later|here)|(?:above|below)[ -]mentioned|as (?:above|below)|see also|(?:figure|fig\.|table|chapter|section|equation|page) \d|at the time of writing|click|right:|left:|pictured)/iu;

function hasBalancedMarks(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return (
    count('(') === count(')') &&
    count('[') === count(']') &&
    count('“') === count('”') &&
    count('"') % 2 === 0
  );
}

/** Openings that rest on what was said before. */
const LEANING_OPENING = new RegExp(
  `^["“‘(]*(?:${[
    'he|she|it|they|him|them|his|her|hers|its|their|theirs|this|that|these|those|such|both|another|others?',
    'here|one of (?:these|those|them|the)|(?:some|many|most|few|several|all|none|neither|either|each|half|part) of (?:these|those|them|the)',
    'some|many|most|few|several|others|neither|either|each|all|one|two|three',
    'however|therefore|thus|hence|moreover|furthermore|nevertheless|nonetheless|instead|meanwhile|also|but|and|or|nor|so|yet|still|then|consequently|accordingly|similarly|likewise|otherwise|additionally|conversely|finally|eventually|subsequently|besides|indeed|afterwards?|thereafter|later|soon|again|even|only|rather|alternatively|specifically|notably|unlike',
    'an? (?:early|good|famous|notable|classic|typical|common|further|similar)? ?example|examples?|in addition|as a result|for example|for instance|in contrast|by contrast|in particular|on the (?:one|other) hand|as such|of course|in fact|in turn|at first|at that|at the (?:same )?time|by then|by this|until then|since then|after that|before that|from then|because of (?:this|that|these)|despite (?:this|that|these)|in spite of (?:this|that)|in (?:this|that|these|those|such)|on (?:this|that)|at (?:this|these)|during (?:this|that|these)|under (?:this|these)|with (?:this|these)|from (?:this|these)|to (?:this|these)|for (?:this|these)|among (?:these|them|those|others?)|according to (?:this|these|him|her|them)|the (?:former|latter|same|other|others|first|second|third|last|next|following|previous|resulting|above|two|three|rest|remaining|reason|result)',
    'in the (?:same|following|next|previous)|the (?:following|previous)',
  ].join('|')})(?![\\p{L}\\p{N}-])`,
  'iu',
);

const LATER_OPENING =
  /^(?:(?:about|around|some|only|just|almost|nearly) )?(?:\p{L}+|\d+)(?: \p{L}+)? (?:years?|months?|weeks?|days?|hours?|decades?|centuries) (?:later|earlier|before|after)\b(?! \p{L}+ )|^(?:years|months|weeks|days|shortly|soon|long) (?:later|earlier|before|after)(?:,|wards?\b)/iu;

/** Later than what, a year before it says. */
const LATER_INSIDE = /^[^\d]*\b(?:years?|months?|weeks?|days?|decades?|centuries) (?:later|earlier)\b/iu;

/** Two words that look like a leaning opening and say who or what themselves. */
const OWN_OPENING =
  /^["“‘(]*(?:those (?:who|in|of|with|that|from)\b|(?:some|many|most|few|several|all|each|both(?! \p{Ll}+s (?:were|are|was|had|have)\b)|two|three|one) (?!of (?:the|these|those|them)\b|have\b|are\b|were\b|had\b|also\b|such\b|other\b|is\b|was\b)\p{L}|it (?:is|was) (?:\p{L}+ )?that\b|unlike (?!that|this|these|most|other)|even though|only (?:in|by|after))/iu;

const POINTING_INSIDE =
  /\b(?:this|these|those|such a|such an|the (?:former|latter|said|aforementioned|above|same|following|previous)|(?:each|both|either|neither)(?=[.,;])|the (?:two|three|four) \p{Ll}+s(?! (?:of|that|which|who)\b)|(?:double|than|of|by|in|at|to|from|with|on|under|after|before|during|since) that(?! of\b))\b/iu;
const PRONOUN = /^(?:he|she|they|him|them|his|her|their|it|its)$/iu;

/** Whether the sentence needs what stands before it to be understood. */
export function leansOnNeighbour(text: string, words: readonly TaggedWord[]): boolean {
  // 'There were 118 uprisings': when and where, the sentences before say.
  if (/^There (?:was|were)\b|^There (?:is|are)\b(?!.*\s\p{Lu})/u.test(text)) return true;
  if (UNNAMED_OPENING.test(text)) return true;
  if (LATER_OPENING.test(text) || LATER_INSIDE.test(text)) return true;
  if (LEANING_OPENING.test(text) && !OWN_OPENING.test(text)) return true;
  if (POINTING_INSIDE.test(text.replace(/\bthose (?:who|of|in|with|that|from)\b/giu, ''))) return true;
  return (
    POINTS_BACK.test(text) ||
    OPENS_WITHOUT_SUBJECT.test(text) ||
    FOLLOWS_AT_ONCE.test(text) ||
    hasLoosePronoun(words)
  );
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** 'Initially built with three layers, it …', 'In May 1271, he …': whoever is meant was named before. */
const OPENS_WITHOUT_SUBJECT = new RegExp(
  `^\\p{Lu}\\p{Ll}+(?: (?:(?!\\p{Lu})[^\\s,;]+|${MONTH}))*, (?:he|she|it|they|his|her|its|their)\\b`,
  'u',
);

/** 'One engine was …', 'Typical speeds are …', 'Founded in 1989 it was …': of what, the sentences before say. */
const UNNAMED_OPENING =
  /^(?:(?:One|Typical|Average|Usual|Early|Later|Modern) \p{Ll}+ (?:is|are|was|were|had)\b|\p{Lu}\p{Ll}+ed (?:as|in|by|on|at|under|with) [^,]{3,60} (?:it|he|she|they) \p{Ll})/u;

/** 'The settlers came …': which, the sentences before say. */
const POINTS_BACK =
  /^The (?:\p{Ll}+ )?(?:settlers|colony|crisis|movement|building|patent|concept|project|programme|program|agreement|team|film|book|album|ship|plan|attack|strike|visit|survey|poll|incident|event|decision|changes?|case|proposal|conference|revolts?|rebellion|war|treaty|uprising|split|invasion|network|ship|ruling|law)(?! (?:of|that|which|who|in|between|on|for|against|to|\p{Lu}\S*)\b|['’])\b/u;

/** 'Libya immediately announced …': after what, the sentences before say. */
const FOLLOWS_AT_ONCE =
  /^\p{Lu}\S*(?: (?:\p{Lu}\S*|of|the))* (?:immediately|then|subsequently|soon|promptly) \p{L}/u;

/** A pronoun with nothing before it, in the sentence, that it could stand for. */
function hasLoosePronoun(words: readonly TaggedWord[]): boolean {
  for (const [at, word] of words.entries()) {
    if (!PRONOUN.test(word.text)) continue;
    const before = words.slice(0, at);
    const isPersonal = /^(?:he|she|him|his|her)$/iu.test(word.text);
    if (!before.some((other) => canBeMeant(other, isPersonal))) return true;
  }
  return false;
}

function canBeMeant({ tags, text }: TaggedWord, isPersonal: boolean): boolean {
  if (tags.has('Date') || tags.has('Value') || tags.has('Pronoun')) return false;
  if (isPersonal) return /^\p{Lu}/u.test(text) && !tags.has('Preposition') && !tags.has('Conjunction');
  return tags.has('Noun');
}
