import { overlaps } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import { NAMED } from './find-key-terms.ts';
import { findOccurrences } from './hide-answer.ts';
import { isCommonPart } from './choose-distractors.ts';
import { isDemonym, isTitle } from './find-names.ts';
import { isCountOfList, isPlainNumber } from './is-plain-number.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import type { Mention } from './term.ts';

/** Whether a blank in this place would have one plain answer. */
export function isAskable(
  mention: Mention,
  { sentence, text }: Unit,
  { text: { article }, mentionsIn }: Material,
): boolean {
  const before = article.text.slice(sentence.start, mention.start);
  const after = article.text.slice(mention.end, sentence.end);
  if (/[-–—/+±]$/u.test(before) || /^(?:[-–—/]|%[-–—/])/u.test(after)) return false;
  if (/\b(?:North|South|East|West|Central|New|Upper|Lower)\p{L}* (?:and|or) $/u.test(before)) return false;
  const isNamed = mention.type === 'term' && mention.weight === NAMED;
  if ((isInBrackets(before, after) && !isNamed) || isInRow(before, after)) return false;
  if (mention.type !== 'number' && mention.type !== 'date' && isExample(before, after)) return false;
  if (isInTitle(mention, article.title)) return false;
  if (isListed(mention, mentionsIn(sentence), article.text)) return false;
  switch (mention.type) {
    case 'number':
      return isPlainNumber(before, after, text) && !isCountOfList(mention, after);
    case 'date':
      return (
        !followsFromAnother(mention, text) &&
        // Nobody need know when a study was made, nor which year's share it was.
        !REPORTS.test(before) &&
        // 'via the February 2009 Recovery Act': a part of the name.
        !(/\bthe $/u.test(before) && /^ \p{Lu}/u.test(after)) &&
        // Won what, the sentences before say.
        !/\b(?:won|lost|finished|qualified|competed) in $/u.test(before) &&
        // Only a round year is 'about' one.
        !/\b(?:about|around|circa|c\.|approximately|roughly) $/iu.test(before) &&
        // What was so after 1880 was so after 1890, and what came after 1880 came after 1870.
        // What was so by 1944 was so by 1949: the answer is the latest, whatever the choices.
        !/\b(?:after|before|prior to|following|by) (?:the |early |mid |late |about |around )*$/iu.test(
          before,
        ) &&
        !/\d ?%|\bper ?cent\b|\brespectively\b/u.test(text) &&
        !/\b(?:to|and|or|between|from|of(?: the)?|from the|to the|\d(?:st|nd|rd|th)) (?:early |mid |late )?$/iu.test(
          before,
        ) &&
        !/^['’]s/u.test(after) &&
        !/^ (?:to|until|through|and|or) (?:the )?(?:early |mid |late )?\p{N}/u.test(after)
      );
    case 'person':
    case 'place':
    case 'organisation':
      // 'In _____, a wife keeps her name': and in other countries.
      if (mention.type === 'place' && /^In (?:the )?$/u.test(before) && !isPast(sentence)) return false;
      if (mention.type === 'place' && /\bneighbou?ring $/u.test(before)) return false;
      return !isCutName(before, after) && !modifiesNoun(mention, sentence.words);
    case 'term':
      // 'called packets, and …' goes on with something else.
      if (isNamed) return !/^ (?:and|or)\b|^["”]? (?:and|or) ["“]/u.test(after);
      return mention.family === 'coinage' || isWholePhrase(before, after, mention, sentence.words);
  }
}

const REPORTS =
  /\b(?:found|estimated|estimates|reported|reports?|stated|noted|calculated|concluded|projected|study|studies|survey|poll|article|paper) (?:\p{L}+ )?(?:in|of|from) (?:the |early |mid |late )?$/u;

function isPast({ words }: Unit['sentence']): boolean {
  return words.some(({ tags }) => tags.has('PastTense'));
}

/** 'such as the work of _____': other examples would do as well. */
function isExample(before: string, after: string): boolean {
  return (
    /\b(?:such as|includ(?:ing|ed?|es)|for (?:example|instance)|e\.g\.|especially|particularly|notably|among (?:them|others|these)|(?<!\b(?:would|did|not|to) )like)\b[^.;:()]{0,200}$/iu.test(
      before,
    ) ||
    // 'A and the theorist _____ have also been called so': and so have others.
    (/\band [^,.;]{0,40}$/u.test(before) && /^ (?:have|are|were|both)\b/u.test(after)) ||
    /^ and [^,.;]{0,50}? (?:have|are|were|both)\b/u.test(after) ||
    /^[^.;:()]{0,60}\b(?:among others|and (?:many )?others|for (?:example|instance))\b/u.test(after) ||
    /^,? (?:is|was|are|were|has been) (?:\p{L}+ ){0,2}(?:one of|among|an example)\b/u.test(after)
  );
}

/** As a whole, or of a name a part that tells. */
function isInTitle({ type, text }: Mention, title: string): boolean {
  if (findOccurrences(title, text).length > 0) return true;
  if (type === 'term') {
    const [own, named] = [stemsOf(text), stemsOf(title)];
    return own.every((stem) => named.includes(stem)) || named.every((stem) => own.includes(stem));
  }
  if (type === 'number' || type === 'date') return false;
  return text
    .split(' ')
    .some(
      (word) =>
        /^\p{Lu}\p{L}{3,}/u.test(word) && !isCommonPart(word) && findOccurrences(title, word).length > 0,
    );
}

function stemsOf(text: string): readonly string[] {
  return analyseTerms(text).map(({ stem }) => stem);
}

function isInBrackets(before: string, after: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')') && /^[^(]*\)/u.test(after);
}

/** 'A, B and C': each could stand in the place of the others; 'A and B' is said of the two of them. */
function isListed(mention: Mention, others: readonly Mention[], text: string): boolean {
  const start = Math.max(0, mention.start - 120);
  if (
    /\p{Lu}\S*, (?:the )?\p{Lu}\S*(?: \p{Lu}\S*){0,3},? (?:and|or)(?: the)? $/u.test(
      text.slice(start, mention.start),
    )
  )
    return true;
  const beside = others.filter(
    (other) => other !== mention && other.type === mention.type && !overlaps(other, mention),
  );
  return beside.some((other) => {
    const [first, second] = other.start < mention.start ? [other, mention] : [mention, other];
    return /^(?:[,;](?: (?:and|or))?|(?: (?:or|versus|vs\.?)))(?: the)? $/u.test(
      text.slice(first.end, second.start),
    );
  });
}

/** 'Annam, _____, and Champa', '_____ and Champa': another name in the row would do as well. */
function isInRow(before: string, after: string): boolean {
  const comesBefore = /\p{Lu}[\p{L}’'-]*, (?:the )?$/u.test(before);
  const comesAfter = /^,? (?:and|or) (?:the )?\p{Lu}/u.test(after);
  const goesOn = /^, (?:the )?\p{Lu}[^.;:]{0,60}? (?:and|or) (?:the )?\p{Lu}/u.test(after);
  return (
    /^ or (?:the )?\p{Lu}/u.test(after) ||
    goesOn ||
    (comesBefore && (comesAfter || /^, (?:and |or )?(?:the )?\p{Lu}/u.test(after)))
  );
}

/** 'Coleman _____', '_____ Quartet': the rest of the name stands beside the blank. */
function isCutName(before: string, after: string): boolean {
  if (/\d(?:st|nd|rd|th) $/u.test(before)) return true;
  const [, beside] = /\S (\p{Lu}[\p{L}.’'-]*) $/u.exec(before) ?? [];
  // 'History of Women in _____', '_____ for the Advancement of Teaching'
  if (
    /\S \p{Lu}[\p{L}’'-]* (?:of|in|for|and)(?: the)? $/u.test(before) &&
    !/\p{N}|,/u.test(before.slice(-30))
  )
    return true;
  return (
    /^ (?:(?:of|for)(?: the)? )?\p{Lu}/u.test(after) ||
    (beside !== undefined && !isTitle(beside) && !isDemonym(beside))
  );
}

/** A decade or a century that a year or another decade beside it leads to. */
function followsFromAnother({ type, family, value = 0, text: words }: Mention, text: string): boolean {
  if (type !== 'date' || (family !== 'date:decade' && family !== 'date:century')) return false;
  const span = family === 'date:decade' ? 15 : 150;
  const others =
    text
      .replaceAll(words, ' ')
      .match(/(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|\b\d{1,2}(?=(?:st|nd|rd|th)[- ]centur)/gu) ?? [];
  return others
    .map((year) => (year.length < 3 ? (Number(year) - 1) * 100 : Number(year)))
    .some((year) => Math.abs(year - value) <= span);
}

/** 'the US troops', 'a Tesla coil': there it is no thing of its own. */
function modifiesNoun(mention: Mention, words: Unit['sentence']['words']): boolean {
  const next = words.find(({ start }) => start === mention.end + 1);
  return (
    next !== undefined && /^\p{Ll}/u.test(next.text) && next.tags.has('Noun') && !next.tags.has('Pronoun')
  );
}

/** 'citric acid' before 'cycle', 'ball games' after 'stick and': what is cut out of more has more answers than one. */
function isWholePhrase(
  before: string,
  after: string,
  { end }: Mention,
  words: Unit['sentence']['words'],
): boolean {
  if (
    /\b(?:and|or|and\/or|non|such as|including|like|e\.g\.) $/u.test(before) ||
    /^(?:,? (?:and|or) \p{Ll}| \()/u.test(after)
  )
    return false;
  if (!after.startsWith(' ')) return true;
  const next = words.find(({ start }) => start === end + 1);
  return next !== undefined && AFTER_PHRASE.some((tag) => next.tags.has(tag));
}

const AFTER_PHRASE = [
  'Preposition',
  'Conjunction',
  'Copula',
  'Auxiliary',
  'Modal',
  'Determiner',
  'QuestionWord',
  'PastTense',
  'PresentTense',
  'Adverb',
  'Pronoun',
];
