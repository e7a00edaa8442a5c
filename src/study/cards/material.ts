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
  /** One mention of each thing in the sentence, the first: what stands twice is asked for once. */
  readonly askedIn: (sentence: StudySentence) => readonly Mention[];
  readonly inFamily: (family: string) => readonly Mention[];
  /** Every wording in which the article mentions it. */
  readonly formsOf: (key: string) => readonly string[];
  readonly sentencesWith: (key: string) => readonly StudySentence[];
  /** Keys of people, places and bodies that it mentions more than once, the most frequent first. */
  readonly frequentNames: readonly string[];
  readonly units: readonly Unit[];
  readonly worth: (unit: Unit, answer: Mention, matters?: number) => Worth;
}

export function gatherMaterial(text: StudyText): Material {
  const mentions = findMentions(text);
  const placed = mentions.flatMap((mention) => {
    const sentence = text.sentences.find(({ start, end }) => mention.start >= start && mention.end <= end);
    return sentence ? [{ mention, sentence }] : [];
  });
  const bySentence = groupBy(placed, ({ sentence }) => sentence);
  const byKey = groupBy(placed, ({ mention }) => mention.key);
  const byFamily = groupBy(placed, ({ mention }) => mention.family);
  const mentionsIn = (sentence: StudySentence): readonly Mention[] =>
    (bySentence.get(sentence) ?? []).map(({ mention }) => mention);
  return {
    text,
    mentions,
    mentionsIn,
    askedIn: (sentence) => {
      const here = mentionsIn(sentence);
      return here.filter((one, at) => here.findIndex(({ text: words }) => words === one.text) === at);
    },
    inFamily: (family) => (byFamily.get(family) ?? []).map(({ mention }) => mention),
    formsOf: (key) => [...new Set((byKey.get(key) ?? []).map(({ mention }) => mention.text))],
    sentencesWith: (key) => [...new Set((byKey.get(key) ?? []).map(({ sentence }) => sentence))],
    frequentNames: [...byKey.entries()]
      .filter(([, [first, second]]) => second !== undefined && first && isName(first.mention))
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([key]) => key),
    units: makeUnits(text),
    worth: createWorth(text, mentions),
  };
}

function isName({ type, family }: Mention): boolean {
  return type === 'person' || type === 'place' || type === 'organisation' || family.startsWith('event:');
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
