import type { Span } from '../../domain/span.ts';
import type { StudySentence, StudyText } from './analyse-article.ts';
import { findDates } from './find-dates.ts';
import { findKeyTerms } from './find-key-terms.ts';
import { findNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import type { Mention } from './term.ts';
import { typeNames } from './type-names.ts';

/** Everything of the article that a card could ask for or offer as a choice, in order. */
export function findMentions(text: StudyText): readonly Mention[] {
  const dates = new Map(text.sentences.map((sentence) => [sentence, mentionDates(sentence)]));
  const numbers = text.sentences.flatMap((sentence) => mentionNumbers(sentence, dates.get(sentence) ?? []));
  const names = findNames(text, (sentence) => dates.get(sentence) ?? []);
  const bySentence =
    (mentions: readonly Span[]) =>
    (sentence: StudySentence): readonly Span[] =>
      mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const counted = [...dates.values()].flat();
  const terms = findKeyTerms(text, bySentence([...counted, ...numbers, ...names]));
  return [...counted, ...numbers, ...typeNames(names, text.article), ...terms].sort(
    (a, b) => a.start - b.start,
  );
}

function mentionDates({ text, start, paragraph }: StudySentence): readonly Mention[] {
  return findDates(text).map((date) => {
    const words = text.slice(date.start, date.end);
    return {
      start: start + date.start,
      end: start + date.end,
      text: words,
      paragraph,
      type: 'date',
      family: date.family,
      key: `date:${date.family}:${date.value}`,
      value: date.value,
      // A century alone is a guess for anybody.
      weight: date.family === 'date:century' ? 0 : date.family === 'date:decade' ? 0.6 : 0.7,
    };
  });
}

function mentionNumbers(
  { text, start, paragraph }: StudySentence,
  dates: readonly Mention[],
): readonly Mention[] {
  const taken = dates.map((date) => ({ start: date.start - start, end: date.end - start }));
  return findNumbers(text, taken).map(({ family, value, ...span }) => ({
    start: start + span.start,
    end: start + span.end,
    text: text.slice(span.start, span.end),
    paragraph,
    type: 'number',
    family,
    key: `${family}:${value}`,
    value,
    weight: weighNumber(text.slice(span.start, span.end), value),
  }));
}

/** 'one of the two' asks for nothing; small numbers in words are seldom what one remembers. */
function weighNumber(words: string, value: number): number {
  if (value < 3 || /^(?:hundred|thousand|million|billion|trillion)s?$/iu.test(words)) return 0;
  if (/\d\.\d/u.test(words)) return 0.55;
  if (/^\p{N}/u.test(words)) return value < 20 ? 0.5 : 0.7;
  return value < 13 ? 0.35 : 0.65;
}
