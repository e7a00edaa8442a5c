import { frameCard } from './card-frame.ts';
import { chooseDistractors, quoteMention } from './choose-distractors.ts';
import type { Material } from './material.ts';
import { describeWorth } from './measure-worth.ts';
import type { Proposal } from './proposal.ts';
import { isAskable } from './is-askable.ts';
import { isToldOtherwise } from './is-told-otherwise.ts';
import { isPlausible } from './is-plausible.ts';
import { blankOut } from './propose-cloze.ts';
import { isSpeaker } from './recognise-speaker.ts';
import type { Mention } from './term.ts';

/** Sentences in which a number or a date may be swapped for another of its type from the same article. */
export function proposeAltered(material: Material): readonly Proposal[] {
  return material.units.flatMap((unit) =>
    material
      .askedIn(unit.sentence)
      .filter(
        (mention) =>
          mention.weight > 0 &&
          isSwappable(mention) &&
          isAskable(mention, unit, material) &&
          !isToldOtherwise(mention, unit, material) &&
          !isSpeaker(mention, unit.sentence, material),
      )
      .flatMap((answer) => {
        const blanks = blankOut(answer, unit, material);
        if (!blanks) return [];
        const { article } = material.text;
        const distractors = chooseDistractors(
          answer,
          unit,
          material,
          (other) => differsPlainly(other, answer) && isPlausible(other, answer, unit, material),
        );
        const [swap] = distractors;
        if (!swap) return [];
        const worth = material.worth(unit, answer);
        const card = {
          ...frameCard(article, {
            kind: 'altered',
            quotation: unit,
            answer: quoteMention(answer, article.id),
          }),
          type: answer.type,
          blanks,
          distractors,
          swap,
          worth: 0.9 * worth.worth,
        };
        return [
          {
            card,
            unit,
            answer,
            reasons: [`swaps ${answer.type} for ${answer.type}`, ...describeWorth(worth)],
          },
        ];
      }),
  );
}

/** Another name in a sentence is mostly seen to be wrong by whoever knows a little. */
function isSwappable({ type }: Mention): boolean {
  return type === 'number' || type === 'date';
}

/** Nobody need remember whether it was 1939 or 1941. */
function differsPlainly(other: Mention, answer: Mention): boolean {
  if (other.value === undefined || answer.value === undefined) return true;
  if (answer.type === 'date') {
    const years = Math.abs(other.value - answer.value);
    // A month of the same year is asked for as such, a year later a day is another.
    const isMonth = answer.family !== 'date:year' && Math.floor(other.value) === Math.floor(answer.value);
    return years >= (isMonth ? 0.25 : answer.family === 'date:year' ? 3 : 1);
  }
  return Math.abs(other.value - answer.value) >= 0.2 * Math.max(other.value, answer.value);
}
