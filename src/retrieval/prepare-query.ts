import type { Query } from '../domain/retriever.ts';
import { analyseTerms, foldWord } from '../text/analyse-terms.ts';
import { correctSpelling } from './correct-spelling.ts';
import { leansOnEarlier } from './resolve-follow-up.ts';

/** What a question is read against. */
export interface QueryKnowledge {
  readonly vocabulary: ReadonlySet<string>;
  readonly aliases: Readonly<Record<string, string>>;
  /** Whether the embedding model knows the word as one token: such a word is no typo. */
  readonly isKnownWord: (word: string) => boolean;
}

/**
 * Mends typos, spells out aliases, and puts the earlier question before a follow-up: what 'he', 'that' and 'there'
 * stand for has to be found, too. The follow-up's own words are kept beside it, for the answer is judged by them.
 */
export function prepareQuery(
  question: string,
  context: string | undefined,
  knowledge: QueryKnowledge,
): Query {
  const corrections: { typed: string; searched: string }[] = [];
  const own = mendQuestion(question, knowledge, corrections);
  if (context === undefined || !leansOnEarlier(own)) return { ...spellOut(own, knowledge), corrections };
  const earlier = mendQuestion(context, knowledge, []);
  return {
    ...spellOut(`${earlier} ${own}`, knowledge),
    corrections,
    context,
    own: spellOut(own, knowledge),
  };
}

/** The text with every alias spelled out, and the stems of what was typed and of what it stands for. */
function spellOut(text: string, { aliases }: QueryKnowledge): Pick<Query, 'text' | 'stems'> {
  const expanded = expandAliases(text, aliases);
  const stems = [...analyseTerms(text), ...analyseTerms(expanded)].map((term) => term.stem);
  return { text: expanded, stems: [...new Set(stems)] };
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
