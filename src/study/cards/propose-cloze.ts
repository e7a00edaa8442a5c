import type { Card } from '../../domain/card.ts';
import { countWords } from '../../text/count-words.ts';
import { EXPLAINED, NAMED } from './find-key-terms.ts';
import type { Span } from '../../domain/span.ts';
import { chooseDistractors, quoteMention } from './choose-distractors.ts';
import { frameCard } from './card-frame.ts';
import { isAskable } from './is-askable.ts';
import { followsFromName, isCommonKnowledge } from './is-known.ts';
import { isToldOtherwise } from './is-told-otherwise.ts';
import { isPlausible } from './is-plausible.ts';
import { fillBlanks, findGiveaway, findOccurrences, givesTermAway } from './hide-answer.ts';
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
          !isSpeaker(mention, unit.sentence, material) &&
          !isToldOtherwise(mention, unit, material) &&
          !followsFromName(mention, unit, material) &&
          !isCommonKnowledge(mention, unit, material),
      )
      .flatMap((answer) => {
        const blanks = blankOut(answer, unit, material);
        if (!blanks) return [];
        const distractors = choicesFor(answer, unit, material);
        if (!distractors) return [];
        const worth = material.worth(unit, answer);
        const { article } = material.text;
        const card = {
          ...frameCard(article, { kind: 'cloze', quotation: unit, answer: quoteMention(answer, article.id) }),
          type: answer.type,
          blanks,
          distractors,
          worth: distractors.length === 0 ? shareOfTyped(answer) * worth.worth : worth.worth,
        };
        return [
          { card, unit, answer, reasons: [`asks for ${describeAnswer(answer)}`, ...describeWorth(worth)] },
        ];
      }),
  );
}

/** What a card that can only be typed is worth of what it would be with choices. */
const TYPED = { date: 0.87, number: 0.75, term: 0.95 };

function shareOfTyped({ type }: Mention): number {
  return type === 'date' || type === 'term' ? TYPED[type] : TYPED.number;
}

const ENOUGH = 3;

/** Two at least for dates and numbers, on both sides of the answer, three for others; none where it can only be typed; undefined where there is no card. */
function choicesFor(answer: Mention, unit: Unit, material: Material): Card['distractors'] | undefined {
  const choices = chooseDistractors(answer, unit, material, (other) =>
    isPlausible(other, answer, unit, material),
  );
  if (answer.type === 'number' || answer.type === 'date')
    return choices.length < 2 || areOnOneSide(choices, answer) ? [] : choices;
  if (choices.length >= ENOUGH) return choices;
  return isTypable(answer, unit) ? [] : undefined;
}

/** Of decades that are all earlier, the latest is always right. */
function areOnOneSide(choices: Card['distractors'], { family, text }: Mention): boolean {
  if (family !== 'date:decade') return false;
  return new Set(choices.map((choice) => choice.text < text)).size < 2;
}

/** A name that is given with its meaning is known by that alone; what is explained, where nothing else could be meant. */
function isTypable(answer: Mention, { sentence }: Unit): boolean {
  if (answer.type !== 'term' || answer.family.startsWith('event:')) return false;
  if (answer.weight === NAMED) return true;
  const rest = sentence.text.slice(answer.end - sentence.start);
  const [tells, least] = answer.family.startsWith('thing:') ? [ALONE, 6] : [TELLING, 10];
  return (
    answer.weight === EXPLAINED &&
    !/^\S*(?: \([^)]*\))? (?:is|are|was|were) (?:also|one of)\b/u.test(rest) &&
    countWords(rest) >= least &&
    tells.test(rest)
  );
}

const TELLING = /\b(?:that|which|who|where|when|only|\p{L}{3,}est|most|used|made|by)\b/u;
/** There is but one. */
const ALONE = /\b(?:only|first|last|oldest|\p{L}{3,}est)\b/u;

/** Every occurrence of the answer in what is shown; undefined when something else there gives it away. */
export function blankOut(
  answer: Pick<Mention, 'text' | 'type' | 'key'>,
  unit: Pick<Unit, 'text' | 'start'>,
  { text: { article }, mentions }: Pick<Material, 'text' | 'mentions'>,
): readonly Span[] | undefined {
  const blanks = findOccurrences(unit.text, answer.text);
  if (blanks.length === 0 || blanks.some((blank) => isPartOfLonger(blank, unit, mentions))) return undefined;
  // 'Windows Server 2008 was released in 2008': one of them is no date.
  if (
    (answer.type === 'number' || answer.type === 'date') &&
    !blanks.every((blank) => isMentioned(blank, unit, answer, mentions))
  )
    return undefined;
  const rest = fillBlanks(unit.text, blanks, ' ');
  if (answer.type === 'term' && givesTermAway(answer.text, rest)) return undefined;
  return findGiveaway(answer.text, rest, article) === undefined ? blanks : undefined;
}

function isMentioned(
  { start, end }: Span,
  unit: Pick<Unit, 'start'>,
  { key }: Pick<Mention, 'key'>,
  mentions: readonly Mention[],
): boolean {
  return mentions.some(
    (other) => other.key === key && other.start === unit.start + start && other.end === unit.start + end,
  );
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
