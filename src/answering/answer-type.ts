import type { Span } from '../domain/span.ts';
import { overlaps } from '../domain/span.ts';

/** The kind of thing that a question asks for. */
export type AnswerType = 'person' | 'time' | 'place' | 'number' | 'other';

const MEASURE =
  '(?:many|much|long|far|old|tall|big|large|high|deep|wide|heavy|fast|often|frequent|expensive|strong)';

/** A question with one of these words, anywhere in a keyword-like question, wants that kind of answer. */
const ANSWER_TYPES: readonly { readonly pattern: RegExp; readonly type: AnswerType }[] = [
  {
    pattern: new RegExp(
      `\\bhow ${MEASURE}\\b|\\b(?:what|which) (?:percentage|percent|number|share|age|size|range)\\b`,
      'i',
    ),
    type: 'number',
  },
  // 'What happens when …' and 'a time when …' ask for something else.
  {
    pattern:
      /^(?:(?:and|but|so|since|until|by|from)\s+)?when\b|\bsince when\b|\bwhen\W*$|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b/i,
    type: 'time',
  },
  {
    pattern: /\bwhere\b|\b(?:what|which) (?:country|city|place|region|state|town|location|continent)\b/i,
    type: 'place',
  },
  { pattern: /\bwho(?:m|se)?\b/i, type: 'person' },
];

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const TIME = new RegExp(
  `\\b(?:\\d{1,2} )?(?:${MONTHS})\\b(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|\\b(?:1[0-9]|20)\\d{2}s?\\b|\\b\\d{1,2}(?:st|nd|rd|th) centur(?:y|ies)\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\b\\d+ (?:BCE?|AD|CE)\\b`,
  'g',
);
const NUMBER =
  /(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:%|percent|per cent|million|billion|trillion|thousand|hundred))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter)\b/gi;
/** Capitalised runs, with small joining words inside: 'Bank of England', 'Ludwig van Beethoven'. */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?:\s+(?:(?:of|the|de|van|von|der|al|bin|and)\s+)*\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)*/gu;

/** Words that can answer 'when' without a date: 'two years later', 'during the flood'. */
const LOOSE_TIME =
  /\b(?:\d{3,4}s?|centur(?:y|ies)|\d+(?:st|nd|rd|th)|spring|summer|autumn|winter|today|yesterday|tomorrow|tonight|nowadays|ago|days?|weeks?|months?|years?|decades?|era|age|period|early|late|later|earlier|during|when|while|once|until|since|after|before)\b/gi;
/** Words that can answer 'how many' or 'how long' without a figure. */
const LOOSE_NUMBER =
  /\b(?:none|no|zero|single|several|both|twice|few|many|most|all|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|daily|weekly|monthly|annual(?:ly)?|yearly|decades?|centur(?:y|ies))\b/gi;

export function answerTypeOf(question: string): AnswerType {
  return ANSWER_TYPES.find(({ pattern }) => pattern.test(question))?.type ?? 'other';
}

const YES_OR_NO = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\b/i;
const ASKING =
  /\b(?:who|whom|whose|what|which|when|where|why|how|name|whos|whats|wheres|whens|hows)\b|\b(?:in|of|to|by|from|at|on|for)\s*\?*$/i;

/** Whether a few words of the text can be the answer: not so after yes or no, and not for mere keywords. */
export function asksForSpan(question: string): boolean {
  const words = question.trim();
  return ASKING.test(words) && !YES_OR_NO.test(words);
}

/** Spans of `text` that are of the type, whether or not the question names them itself; none for `other`. */
export function findCandidates(text: string, type: AnswerType): readonly Span[] {
  switch (type) {
    case 'number':
      return matches(text, NUMBER);
    case 'time':
      return matches(text, TIME);
    case 'person':
    case 'place': {
      const times = matches(text, TIME);
      return matches(text, NAME).filter(
        (span) => !isSentenceOpening(text, span) && !times.some((time) => overlaps(time, span)),
      );
    }
    case 'other':
      return [];
  }
}

/**
 * Whether the question asks for a number or a time and the text has nothing of the kind beyond what the
 * question says itself. Names are not asked for so strictly: 'where' is often answered by a common noun.
 */
export function lacksAnswer(question: string, text: string): boolean {
  const type = answerTypeOf(question);
  if (type !== 'number' && type !== 'time') return false;
  const loose = type === 'time' ? LOOSE_TIME : LOOSE_NUMBER;
  const asked = question.toLowerCase();
  return ![...findCandidates(text, type), ...matches(text, loose)].some(
    ({ start, end }) => !asked.includes(text.slice(start, end).toLowerCase()),
  );
}

/** A lone capitalised word that merely begins a sentence is no name. */
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
