import { readingSentences, sharedWordsSentence } from './describe-decision.ts';
import type { Explanation } from '../domain/library.ts';
import type { Confidence, Excerpt } from '../domain/reply.ts';

/** What was asked and what was quoted for it, as far as it is remembered. */
export interface WhyFacts {
  readonly question: string | undefined;
  /** The first quotation that was shown, with what the reader points at in bold. */
  readonly quotation: Pick<Excerpt, 'text' | 'highlights'> | undefined;
  readonly confidence: Confidence | 'none';
  readonly reading?: Explanation['reading'];
}

/** Why this was quoted, or nothing, in sentences without a number that only the search knows. */
export function describeWhy({ question, quotation, confidence, reading }: WhyFacts): readonly string[] {
  if (confidence === 'none') return [NO_ANSWER];
  const pointed = reading && quotation ? pointedWords(quotation) : undefined;
  const asked = question === undefined ? undefined : askedWords(question);
  const because =
    pointed !== undefined && asked !== undefined
      ? [`The text says “${pointed}” where you asked “${asked}”.`]
      : question !== undefined && quotation !== undefined
        ? [sharedWordsSentence(question, quotation.text)]
        : [];
  return [...because, ...(reading ? readingSentences({ reading }) : []), SURENESS[confidence]];
}

const NO_ANSWER =
  'No passage comes close enough to be an answer. What stands near it is about something else.';

const SURENESS = {
  strong: 'That is close enough to be sure.',
  weak: 'That is close, but not close enough to be sure: hence “perhaps”.',
} as const;

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
