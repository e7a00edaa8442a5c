import { readingSentences, sharedWordsSentence } from './describe-decision.ts';
import type { Explanation } from '../domain/library.ts';
import type { Confidence, Excerpt } from '../domain/reply.ts';
import type { Words } from '../words/words.ts';

/** What was asked and what was quoted for it, as far as it is remembered. */
export interface WhyFacts {
  readonly question: string | undefined;
  /** The first quotation that was shown, with what the reader points at in bold. */
  readonly quotation: Pick<Excerpt, 'text' | 'highlights'> | undefined;
  readonly confidence: Confidence | 'none';
  readonly reading?: Explanation['reading'];
}

/** Why this was quoted, or nothing, in sentences without a number that only the search knows. */
export function describeWhy(
  words: Words,
  { question, quotation, confidence, reading }: WhyFacts,
): readonly string[] {
  if (confidence === 'none') return [words('why.noAnswer')];
  const pointed = reading && quotation ? pointedWords(quotation) : undefined;
  const asked = question === undefined ? undefined : askedWords(question);
  const because =
    pointed !== undefined && asked !== undefined
      ? [words('why.pointed', { pointed, asked })]
      : question !== undefined && quotation !== undefined
        ? [sharedWordsSentence(words, question, quotation.text)]
        : [];
  return [
    ...because,
    ...(reading ? readingSentences(words, { reading }) : []),
    words(confidence === 'strong' ? 'why.sure' : 'why.unsure'),
  ];
}

/** What the reader points at: the only emphasis there is where it has read. A bare number takes its noun along. */
function pointedWords({ text, highlights }: Pick<Excerpt, 'text' | 'highlights'>): string | undefined {
  const [answer, ...others] = highlights;
  if (!answer || others.length > 0) return undefined;
  const words = text.slice(answer.start, answer.end);
  const noun = /\p{N}$/u.test(words) ? (/^ \p{Ll}[\p{L}-]*/u.exec(text.slice(answer.end))?.[0] ?? '') : '';
  return `${words}${noun}`;
}

const ASKING =
  /\b(?:how (?:many|much) (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b)[\p{L}-]+|how (?:many|much|long|far|old|tall|big|large|high|deep|wide|heavy|fast|often)|(?:what|which) (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b)[\p{L}-]+|who(?:m|se)?|when|where|why|how|what|which)\b/iu;

/** 'how many troops' of 'How many troops did they send?' */
function askedWords(question: string): string | undefined {
  return ASKING.exec(question)?.[0].toLowerCase();
}
