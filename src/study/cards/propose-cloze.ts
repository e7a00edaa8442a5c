import { overlaps } from '../../domain/span.ts';
import type { Span } from '../../domain/span.ts';
import { chooseDistractors, quoteMention } from './choose-distractors.ts';
import { frameCard } from './card-frame.ts';
import { fillBlanks, findGiveaway, findOccurrences } from './hide-answer.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import { describeWorth } from './measure-worth.ts';
import type { Proposal } from './proposal.ts';
import { isSpeaker } from './recognise-speaker.ts';
import type { Mention } from './term.ts';

/** Cards with a blank in a sentence, one for each thing in it that can be asked for. */
export function proposeCloze(material: Material): readonly Proposal[] {
  return material.units.flatMap((unit) =>
    material
      .askedIn(unit.sentence)
      .filter(
        (mention) =>
          mention.weight > 0 &&
          isAskable(mention, unit, material) &&
          !isSpeaker(mention, unit.sentence, material),
      )
      .flatMap((answer) => {
        const blanks = blankOut(answer, unit, material);
        if (!blanks) return [];
        const distractors = chooseDistractors(answer, unit, material);
        // A term without another of its kind beside it could be many things.
        if (distractors.length < 2 && answer.type !== 'number' && answer.type !== 'date') return [];
        const worth = material.worth(unit, answer);
        const { article } = material.text;
        const card = {
          ...frameCard(article, { kind: 'cloze', quotation: unit, answer: quoteMention(answer, article.id) }),
          type: answer.type,
          blanks,
          distractors,
          worth: worth.worth,
        };
        return [
          { card, unit, answer, reasons: [`asks for ${describeAnswer(answer)}`, ...describeWorth(worth)] },
        ];
      }),
  );
}

/** Every occurrence of the answer in what is shown; undefined when something else there gives it away. */
export function blankOut(
  answer: Pick<Mention, 'text'>,
  unit: Pick<Unit, 'text' | 'start'>,
  { text: { article }, mentions }: Pick<Material, 'text' | 'mentions'>,
): readonly Span[] | undefined {
  const blanks = findOccurrences(unit.text, answer.text);
  if (blanks.length === 0 || blanks.some((blank) => isPartOfLonger(blank, unit, mentions))) return undefined;
  const rest = fillBlanks(unit.text, blanks, ' ');
  return findGiveaway(answer.text, rest, article) === undefined ? blanks : undefined;
}

/** 'Shi' in 'Shi Yinhong': what is left of the longer name would give the answer away. */
function isPartOfLonger(
  { start, end }: Span,
  unit: Pick<Unit, 'start'>,
  mentions: readonly Mention[],
): boolean {
  const from = unit.start + start;
  const to = unit.start + end;
  return mentions.some(
    (other) => other.start <= from && other.end >= to && other.end - other.start > to - from,
  );
}

function describeAnswer({ type, family }: Mention): string {
  const kind = family.split(':').slice(1).join(' ');
  return kind === '' || kind === type ? type : `${type} (${kind})`;
}

/** Whether a blank in this place would have one plain answer. */
export function isAskable(
  mention: Mention,
  { sentence, text }: Unit,
  { text: { article }, mentionsIn }: Material,
): boolean {
  const before = article.text.slice(sentence.start, mention.start);
  const after = article.text.slice(mention.end, sentence.end);
  if (/[-–—/]$/u.test(before) || /^[-–—/]/u.test(after)) return false;
  if (/\b(?:North|South|East|West|Central|New|Upper|Lower)\p{L}* (?:and|or) $/u.test(before)) return false;
  if (isInBrackets(before, after)) return false;
  if (mention.type !== 'term' && findOccurrences(article.title, mention.text).length > 0) return false;
  if (isListed(mention, mentionsIn(sentence), article.text)) return false;
  switch (mention.type) {
    case 'number':
      return isPlainNumber(before, after, text);
    case 'date':
      return (
        !/\b(?:to|and|or|between|from|of(?: the)?|\d(?:st|nd|rd|th)) $/u.test(before) &&
        !/^ (?:to|until|and|or) \p{N}/u.test(after)
      );
    case 'person':
    case 'place':
    case 'organisation':
      return !modifiesNoun(mention, sentence.words);
    case 'term':
      return mention.family === 'coinage' || isWholePhrase(before, after, mention, sentence.words);
  }
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

/** No range, no conversion of units beside it, and not 'one of the'. */
function isPlainNumber(before: string, after: string, text: string): boolean {
  if (/^(?: ?%| \p{L}+)? ?\((?:about |or |approximately )?[\d.,]+/u.test(after)) return false;
  if (/\b(?:between|to|or|from|No\.|number|page|chapter|aged?|article|section|type|version) $/iu.test(before))
    return false;
  // 'Debian 9', 'Article 12', 'e.g. 7.1': a name, not a number of things.
  if (
    /(?:\p{Lu}[\p{L}\p{N}]*|\be\.g\.|\bversions?|\bv\.?|#|№) $/u.test(before) &&
    !/^(?:In|By|Over|About|Some|Around|Nearly|Only|The|Of|At|After|With|Almost|Up to|More than) $/u.test(
      before,
    )
  )
    return false;
  if (/^ (?:to|or|of (?:the|these|those|its|their)|and \d|or \d|×|x|by \d)\b/u.test(after)) return false;
  if (/^[^.]{0,12}\b(?:each|apiece)\b/u.test(after)) return false;
  return !/\b\d+(?:\.\d+)? ?(?:[×x*+=]|by) ?\d/u.test(text);
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
