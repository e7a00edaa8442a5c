import type { Term } from '../domain/retriever.ts';
import type { Span } from '../domain/span.ts';

export interface HighlightInput {
  /** The excerpt. */
  readonly text: string;
  readonly question: string;
  /** Stems of the question. */
  readonly stems: readonly string[];
  readonly terms: (text: string) => readonly Term[];
}

/** The kind of thing that a question asks for. */
type AnswerType = 'person' | 'time' | 'place' | 'number' | 'other';

/** A question with one of these openings, anywhere in a keyword-like question, wants that kind of answer. */
const ANSWER_TYPES: readonly { readonly pattern: RegExp; readonly type: AnswerType }[] = [
  {
    pattern:
      /\bhow (?:many|much|long|far|old|tall|big|large|high|deep|fast|often)\b|\bwhat (?:percentage|number|share)\b/i,
    type: 'number',
  },
  { pattern: /\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b/i, type: 'time' },
  {
    pattern: /\bwhere\b|\b(?:what|which) (?:country|city|place|region|state|town|location|continent)\b/i,
    type: 'place',
  },
  { pattern: /\bwho(?:m|se)?\b/i, type: 'person' },
];

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const TIME = new RegExp(
  `\\b(?:\\d{1,2} )?(?:${MONTHS})\\b(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?|\\b(?:1[0-9]|20)\\d{2}s?\\b|\\b\\d{1,2}(?:st|nd|rd|th) centur(?:y|ies)\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\b\\d+ (?:BCE?|AD|CE)\\b`,
  'g',
);
const NUMBER =
  /(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:%|percent|per cent|million|billion|trillion|thousand|hundred))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter)\b/gi;
/** Capitalised runs, with small joining words inside: 'Bank of England', 'Ludwig van Beethoven'. */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?:\s+(?:(?:of|the|de|van|von|der|al|bin|and)\s+)*\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)*/gu;

/**
 * The words to emphasise, relative to the text: candidates of the kind that the question asks for where
 * there are any that the question does not name itself, else the words that both share.
 */
export function highlightWords(input: HighlightInput): readonly Span[] {
  const shared = input
    .terms(input.text)
    .filter((term) => input.stems.includes(term.stem))
    .map((term) => term.span);
  const candidates = findCandidates(input);
  return mergeSpans(candidates.length > 0 ? candidates : shared);
}

function findCandidates({ text, question, stems, terms }: HighlightInput): readonly Span[] {
  const type = ANSWER_TYPES.find(({ pattern }) => pattern.test(question))?.type ?? 'other';
  const isNew = (span: Span): boolean => {
    const words = terms(text.slice(span.start, span.end));
    return words.length === 0
      ? type !== 'person' && type !== 'place'
      : words.some((word) => !stems.includes(word.stem));
  };
  switch (type) {
    case 'number':
      return matches(text, NUMBER).filter(isNew);
    case 'time':
      return matches(text, TIME).filter(isNew);
    case 'person':
    case 'place':
      return matches(text, NAME).filter((span) => isNew(span) && !isSentenceOpening(text, span));
    case 'other':
      return [];
  }
}

/** A lone capitalised word that merely begins a sentence is no name, unless it stands elsewhere too. */
function isSentenceOpening(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  return (
    (span.start === 0 || /[.!?]["”]?\s+$/.test(text.slice(0, span.start))) &&
    /^(?:The|A|An|In|On|At|It|He|She|They|This|That|These|Those|For|By|As|After|Before|When|While|But|And|Some|Many|Most|Both|However|Although|During|Since|If|There|Its|His|Her|Their|One)$/.test(
      word,
    )
  );
}

function matches(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const word = match[0].replace(/[.’'-]+$/, '');
    return { start: match.index, end: match.index + word.length };
  });
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
