import { frameCard } from './card-frame.ts';
import { chooseDistractors, quoteMention } from './choose-distractors.ts';
import type { Unit } from './make-units.ts';
import type { Material } from './material.ts';
import { isLikePerson } from './is-like-person.ts';
import { measureStatement } from './measure-fact.ts';
import { describeWorth } from './measure-worth.ts';
import type { Proposal } from './proposal.ts';
import { blankOut } from './propose-cloze.ts';
import { isSpeaker } from './recognise-speaker.ts';
import type { Mention } from './term.ts';

/** Cards that ask who said something, of sentences that name the speaker. */
export function proposeSpeaker(material: Material): readonly Proposal[] {
  const speakers = new Set(
    material.text.sentences.flatMap((sentence) =>
      material
        .mentionsIn(sentence)
        .filter((mention) => isSpeaker(mention, sentence, material))
        .map(({ key }) => key),
    ),
  );
  // With one speaker there is nothing to choose from.
  if (speakers.size < 2) return [];
  return material.units.flatMap((unit) =>
    material
      .askedIn(unit.sentence)
      .filter((mention) => isSpeaker(mention, unit.sentence, material))
      .flatMap((answer) => propose(answer, unit, speakers, material)),
  );
}

function propose(
  answer: Mention,
  unit: Unit,
  speakers: ReadonlySet<string>,
  material: Material,
): readonly Proposal[] {
  const blanks = blankOut(answer, unit, material);
  if (!blanks) return [];
  const { article } = material.text;
  // Only those who speak in the article as well are fair to choose from.
  const distractors = chooseDistractors(
    answer,
    unit,
    material,
    (other) =>
      speakers.has(other.key) &&
      isHeardAsMuch(other, answer, unit, material) &&
      isLikePerson(other, answer, unit, material),
  );
  if (distractors.length < 2) return [];
  const matters = measureStatement(unit.sentence.text, material.sentencesWith(answer.key).length);
  const worth = material.worth(unit, { ...answer, weight: 0.95 }, matters);
  const card = {
    ...frameCard(article, { kind: 'speaker', quotation: unit, answer: quoteMention(answer, article.id) }),
    type: answer.type,
    blanks,
    distractors,
    worth: worth.worth,
  };
  return [{ card, unit, answer, reasons: ['asks who said it', ...describeWorth(worth)] }];
}

/** Sentences from which on somebody may be whom the article is about, and times as many as the answer stands in. */
const PROTAGONIST = { sentences: 8, times: 4 };
/** Paragraphs within which somebody who is named once still belongs to the matter. */
const NEARBY = 2;

/** Neither whom the whole article is about, beside one who writes of it, nor a passer-by from another chapter. */
function isHeardAsMuch(other: Mention, answer: Mention, unit: Unit, { sentencesWith }: Material): boolean {
  const own = sentencesWith(answer.key).length;
  const theirs = sentencesWith(other.key);
  if (theirs.length >= PROTAGONIST.sentences && theirs.length >= PROTAGONIST.times * own) return false;
  return theirs.length > 1 || theirs.some(({ paragraph }) => Math.abs(paragraph - unit.paragraph) <= NEARBY);
}
