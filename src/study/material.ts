import type { StudySentence, StudyText } from './analyse-article.ts';
import { findMentions } from './find-mentions.ts';
import { makeUnits } from './make-units.ts';
import type { Unit } from './make-units.ts';
import { createWorth } from './measure-worth.ts';
import type { Worth } from './measure-worth.ts';
import type { Mention } from './term.ts';

/** What all kinds of cards are made of. */
export interface Material {
  readonly text: StudyText;
  readonly mentions: readonly Mention[];
  readonly mentionsIn: (sentence: StudySentence) => readonly Mention[];
  readonly units: readonly Unit[];
  readonly worth: (unit: Unit, answer: Mention) => Worth;
}

export function gatherMaterial(text: StudyText): Material {
  const mentions = findMentions(text);
  const bySentence = new Map(
    text.sentences.map((sentence) => [
      sentence,
      mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end),
    ]),
  );
  return {
    text,
    mentions,
    mentionsIn: (sentence) => bySentence.get(sentence) ?? [],
    units: makeUnits(text),
    worth: createWorth(text, mentions),
  };
}
