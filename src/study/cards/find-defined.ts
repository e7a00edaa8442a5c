import type { Span } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { StudySentence } from './analyse-article.ts';
import { isDemonym } from './find-names.ts';

/** What a sentence gives the name or the meaning of, where it stands in the article. */
export interface Defined extends Span {
  /**
   * `named` is introduced as a name of what the sentence describes, '… is called the chain'; `explained` opens the
   * sentence that says what it is, 'A velocipede is a …'.
   */
  readonly how: 'named' | 'explained';
  /** What it is said to be, one word: 'network'; absent where that cannot be told. */
  readonly kind?: string;
}

const SMALL = '\\p{Ll}[\\p{L}-]*(?: (?:of )?\\p{Ll}[\\p{L}-]*){0,2}?';
const CAPITAL = "\\p{Lu}[\\p{L}\\p{N}’'-]*(?: (?:of |the |of the )?\\p{Lu}[\\p{L}\\p{N}’'-]*){0,4}";
const QUOTED = '["“][\\p{L}][\\p{L}\\p{N}’\' -]{2,40}[,.]?["”]';
const BOUNDARY =
  '(?=["”]?(?:[.;:,)]| \\(| (?:and|but|or|which|that|who|whose|where|because|in|is|are|was|were|has|have|had|can|could|may|by|when|while|since|after|before|during|for|to|at|on|from|with|as|between|under|until|if|due|through|among|within)\\b))';
const NAMING =
  "(?:(?<=(?<![\\p{L}’'-])\\p{Ll}[\\p{L}’'-]* |[,)–—] |\\()(?<!\\b(?:has|have|had|who|he|she|they|it|so|and|we|people|some) )(?:called|termed|nicknamed|dubbed)|\\bknown (?:\\p{L}+ly |today |then |now )?as|\\breferred to (?:\\p{L}+ly )?as|\\b[Tt]he (?:terms?|words?|expression|phrase|principle of|doctrine of))";

const NAMED = new RegExp(
  `${NAMING} (?:(?:the|an?|its|their) )?(?<term>${QUOTED}|(?:${CAPITAL}|${SMALL})${BOUNDARY})`,
  'gu',
);

const COPULA =
  '(?:is|are|was|were) (?:now |still |also |essentially |basically |generally |usually |typically )?(?:an?|the|any|one of the|those|a kind of|a type of|a form of)\\b|refers? to|means|denotes?|occurs? when|is defined as|consists? of';
const EXPLAINED = new RegExp(
  `^(?:The |An? |["“])?(?<term>\\p{L}[\\p{L}-]*(?: (?:of )?\\p{Ll}[\\p{L}-]*){0,3}?|${CAPITAL})["”]?(?: \\([^)]{1,40}\\))?(?:,[^,]{3,60},)? (?:${COPULA}) `,
  'gu',
);
/** 'Pewter, which is an alloy of tin, was used …' */
const APPOSED = new RegExp(
  `^(?:The |An? )?(?<term>\\p{L}[\\p{L}-]*(?: \\p{Ll}[\\p{L}-]*){0,2}?|${CAPITAL})(?: \\([^)]{1,40}\\))?, (?:(?:which|who) (?:is|are|was|were) )?(?:an?|the) [^,]{12,110}, (?:is|are|was|were|has|had|have|can|\\p{Ll}+(?:ed|es|s))\\b`,
  'gu',
);

/** What follows a word of naming and is no name: 'called for', 'known as such'. */
const NO_NAME =
  /^(?:for|on|upon|into|to|in|by|off|out|it|him|her|them|this|that|such|so|one|an?|the|because|after|same|first|other|most|more|many|some|any|all|being|having)\b/iu;

/** Everything that a sentence names or explains, the most telling first. */
export function findDefined(sentence: StudySentence): readonly Defined[] {
  return [
    ...matchAll(NAMED, sentence, 'named'),
    ...matchAll(EXPLAINED, sentence, 'explained'),
    ...matchAll(APPOSED, sentence, 'explained'),
  ];
}

function matchAll(
  pattern: RegExp,
  { text, start, words }: StudySentence,
  how: Defined['how'],
): readonly Defined[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const found = match.groups?.['term'] ?? '';
    const term = found.replace(/^["“]/u, '').replace(/[,.]?["”]$/u, '');
    const at = match.index + match[0].indexOf(found) + found.indexOf(term);
    if (NO_NAME.test(term) || analyseTerms(term).length === 0 || term.split(' ').length > 5) return [];
    const span = { start: start + at, end: start + at + term.length };
    const isQuoted = found !== term;
    if (!isQuoted && !isNominal(words, span)) return [];
    // The word 'weak': a plain word that is spoken of is none to be learnt.
    if (isQuoted && !/[ -]/u.test(term) && term.length < 6) return [];
    if (!isQuoted && DESCRIBES.test(term)) return [];
    // 'the Raid at Ožbalt' is longer.
    if (/^ (?:at|in|of|for|on) (?:the )?\p{Lu}/u.test(text.slice(at + term.length)) && /^\p{Lu}/u.test(term))
      return [];
    // 'The park is …': which, the sentences before say.
    if (how === 'explained' && /^The $/u.test(text.slice(0, at)) && !/ |\p{Lu}/u.test(term)) return [];
    const kind = how === 'explained' ? kindAfter(text.slice(at + term.length)) : undefined;
    return [{ ...span, how, ...(kind === undefined ? {} : { kind }) }];
  });
}

/** 'the first public data network in the United States' is a network. */
function kindAfter(rest: string): string | undefined {
  const [, phrase] =
    /^["”]?(?: \([^)]*\))?,? (?:(?:which|who) )?(?:(?:is|are|was|were)(?: \p{L}+ly)? )?(?:an?|the) ([^,.;:()]+?)(?= (?:of|in|for|that|which|who|where|to|by|on|with|from|at|between|used|led|designed|operated|funded|founded|created|developed|owned|located|and|or|\p{Ll}+ed|\p{Ll}+ing)\b|[,.;:(])/u.exec(
      rest,
    ) ?? [];
  return phrase?.split(' ').at(-1)?.toLowerCase();
}

/** 'been called structuralist', 'a fundamental error', 'Italian': said of something, and no name for it. */
const DESCRIBES =
  /^(?!.*\p{Lu}.* )\p{L}+(?:ist|ive|al|ic|able|ous)$|^(?:[Ii]ts?|[Tt]heir|[Hh]is|[Hh]er|[Ff]undamental|[Dd]angerous|[Mm]ain|[Mm]ajor|[Mm]inor|[Ii]mportant|[Cc]ommon|[Pp]rimary|[Kk]ey|[Ff]inal|[Gg]reat|[Ll]arge|[Nn]ew|[Oo]ld|[Ff]urther\p{L}*|[Ss]imilarly|\p{L}+est)\b|(?:^| )(?:place|error|issue|effort|success|failure|problem|step|achievements?|process|city|country|area|goods|sources?|design)$/u;

/** Nouns with what describes them, and no plain word such as 'group' alone. */
function isNominal(words: StudySentence['words'], span: Span): boolean {
  const inside = words.filter(({ start, end }) => start >= span.start && end <= span.end);
  const last = inside.at(-1);
  if (last === undefined || PLAIN.test(last.text)) return false;
  if (inside.length === 1 && last.text.length < 4) return false;
  if (/^\p{Lu}/u.test(last.text))
    return !isDemonym(last.text) && !inside.some(({ tags }) => tags.has('Pronoun') || tags.has('Adverb'));
  return (
    (last.tags.has('Noun') || /\p{L}{3}ing$/u.test(last.text)) &&
    !inside.some(({ tags, text }) =>
      text === 'of'
        ? false
        : [
            'Pronoun',
            'Determiner',
            'Adverb',
            'Preposition',
            'Conjunction',
            'QuestionWord',
            'Date',
            'Value',
          ].some((tag) => tags.has(tag)),
    )
  );
}

/** Words that say nothing of which, alone or at the end. */
const PLAIN =
  /^(?:numbers?|parts?|types?|kinds?|forms?|ways?|cases?|times?|years?|days?|examples?|uses?|people|persons?|things?|results?|groups?|members?|facts?|amounts?|ends?|beginnings?|sides?|reasons?|causes?|purposes?|goals?|aims?|names?|terms?|words?|methods?|features?|problems?|sources?|areas?|factors?|aspects?|ideas?|views?|others?|equivalents?|majority|minority|most|main|latter|former|same)$/iu;
