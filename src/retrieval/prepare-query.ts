import type { Query } from '../domain/retriever.ts';
import { analyseTerms, foldWord } from '../text/analyse-terms.ts';
import { correctSpelling } from './correct-spelling.ts';

/** What a question is read against. */
export interface QueryKnowledge {
  readonly vocabulary: ReadonlySet<string>;
  readonly aliases: Readonly<Record<string, string>>;
  /** Whether the embedding model knows the word as one token: such a word is no typo. */
  readonly isKnownWord: (word: string) => boolean;
}

/** A question with fewer words of its own leans on the one before. */
const SELF_CONTAINED_TERMS = 3;
/** Openings and pronouns that point back: 'and when was that?', 'what did he say?'. */
const POINTS_BACK =
  /^(?:and|but|so|or|also|then|what about|how about|why|when|where|who)\b[^a-z]*$|^(?:and|but|so|or|also|then|what about|how about)\b|\b(?:he|she|it|they|him|her|them|his|its|their|that|this|those|these|there|one|ones)\b/i;

/** Mends typos, spells out aliases, and puts the earlier question before a follow-up. */
export function prepareQuery(
  question: string,
  context: string | undefined,
  knowledge: QueryKnowledge,
): Query {
  const corrections: { typed: string; searched: string }[] = [];
  const own = mendQuestion(question, knowledge, corrections);
  const leans = context !== undefined && leansOnContext(own);
  const earlier = leans ? mendQuestion(context, knowledge, []) : undefined;
  const text = earlier === undefined ? own : `${earlier} ${own}`;
  const expanded = expandAliases(text, knowledge.aliases);
  const stems = [...analyseTerms(text), ...analyseTerms(expanded)].map((term) => term.stem);
  return {
    text: expanded,
    stems: [...new Set(stems)],
    corrections,
    ...(earlier === undefined || context === undefined ? {} : { context }),
  };
}

function leansOnContext(question: string): boolean {
  return POINTS_BACK.test(question) || analyseTerms(question).length < SELF_CONTAINED_TERMS;
}

function mendQuestion(
  question: string,
  { vocabulary, isKnownWord }: QueryKnowledge,
  corrections: { typed: string; searched: string }[],
): string {
  let mended = '';
  let at = 0;
  for (const { span } of analyseTerms(question)) {
    const typed = question.slice(span.start, span.end);
    const folded = foldWord(typed);
    const searched =
      vocabulary.has(folded) || isKnownWord(folded) ? undefined : correctSpelling(typed, vocabulary);
    if (searched === undefined) continue;
    corrections.push({ typed, searched });
    mended += question.slice(at, span.start) + searched;
    at = span.end;
  }
  return mended + question.slice(at);
}

/** Spells out each alias once; one of up to two letters only as it is written, or 'us' would become a country. */
export function expandAliases(text: string, aliases: Readonly<Record<string, string>>): string {
  return Object.entries(aliases).reduce((expanded, [alias, meaning]) => {
    if (expanded.toLowerCase().includes(meaning.toLowerCase())) return expanded;
    const escaped = alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`,
      alias.length > 2 ? 'iu' : 'u',
    );
    return expanded.replace(pattern, () => meaning);
  }, text);
}
