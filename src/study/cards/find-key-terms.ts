import type { Span } from '../../domain/span.ts';
import { overlaps } from '../../domain/span.ts';
import { analyseTerms } from '../../text/analyse-terms.ts';
import type { StudySentence, StudyText } from './analyse-article.ts';
import { findDefined } from './find-defined.ts';
import { findOccurrences } from './hide-answer.ts';
import type { TaggedWord } from './tag-words.ts';
import type { Mention } from './term.ts';

/** What a term tells: a name that is given with its meaning most, a phrase that somebody chose least. */
export const NAMED = 1;
export const EXPLAINED = 0.9;
const COINED = 0.55;

/** Terms that an article explains or coins, and those that it keeps coming back to: they are choices, and not asked for. */
export function findKeyTerms(
  text: StudyText,
  taken: (sentence: StudySentence) => readonly Span[],
): readonly Mention[] {
  const phrases = text.sentences.flatMap((sentence) =>
    findPhrases(sentence).map((span) => ({ sentence, span, words: wordsOf(sentence, span) })),
  );
  const counts = new Map<string, number>();
  for (const { words } of phrases) counts.set(words, (counts.get(words) ?? 0) + 1);
  return text.sentences.flatMap((sentence) => {
    const others = taken(sentence);
    const found: Mention[] = [];
    const add = (span: Span, family: string, weight: number): void => {
      if ([...others, ...found].some((other) => overlaps(other, span))) return;
      const term = text.article.text.slice(span.start, span.end);
      if (analyseTerms(term).length === 0) return;
      const { paragraph } = sentence;
      found.push({
        ...span,
        text: term,
        paragraph,
        type: 'term',
        family,
        key: `term:${keyOf(term)}`,
        weight,
      });
    };
    for (const { how, kind, ...span } of findDefined(sentence))
      add(span, familyOf(sentence, span, { kind, text }), how === 'named' ? NAMED : EXPLAINED);
    // Of one plain word nobody could say why it stands in quotation marks.
    for (const span of findCoinages(sentence))
      add(span, 'coinage', /[ -]/u.test(text.article.text.slice(span.start, span.end)) ? COINED : 0);
    for (const { span, words } of phrases.filter((phrase) => phrase.sentence === sentence)) {
      const isCompound = words.includes(' ') || words.includes('-');
      if (isCompound && (counts.get(words) ?? 0) >= 2) add(span, nounFamily(sentence, span), 0);
    }
    return found.sort((a, b) => a.start - b.start);
  });
}

/** Lower case, plural and singular as one. */
function keyOf(term: string): string {
  return analyseTerms(term)
    .map(({ stem }) => stem)
    .join(' ');
}

/** One to four words in quotation marks that are no sentence of their own: a word that somebody chose. */
function findCoinages({ text, start }: StudySentence): readonly Span[] {
  return Array.from(
    text.matchAll(
      /(?<=(?:\b(?:an?|the|as|its|their|his|her|no|own|called|named|termed) (?:real |so-called |most )?))["“](\p{Ll}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,3})[,.]?["”]/gu,
    ),
  ).map((match) => {
    const from = start + match.index + 1;
    return { start: from, end: from + (match[1] ?? '').length };
  });
}

/** Adjectives and nouns in a row, up to three, that end in a noun. */
function findPhrases({ words, text, start }: StudySentence): readonly Span[] {
  const found: Span[] = [];
  let run: TaggedWord[] = [];
  const close = (): void => {
    while (run.length > 0 && !isNoun(run.at(-1))) run = run.slice(0, -1);
    while (run.length > 0 && isPlainAdjective(run[0])) run = run.slice(1);
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length <= 3 && (run.length > 1 || first.text.length >= 7))
      found.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    const gap = last ? text.slice(last.end - start, word.start - start) : ' ';
    if (gap !== ' ' && gap !== '-') close();
    if (isPart(word)) run.push(word);
    else close();
  }
  close();
  return found;
}

function isPart({ text, tags }: TaggedWord): boolean {
  return (
    /^\p{Ll}[\p{L}-]*$/u.test(text) && (isNounTag(tags) || (tags.has('Adjective') && !tags.has('Comparable')))
  );
}

function isNoun(word: TaggedWord | undefined): boolean {
  return word !== undefined && isNounTag(word.tags);
}

function isNounTag(tags: ReadonlySet<string>): boolean {
  return (
    tags.has('Noun') &&
    !['Pronoun', 'Date', 'Value', 'Possessive', 'Determiner', 'Gerund'].some((tag) => tags.has(tag))
  );
}

const PLAIN =
  /^(?:many|few|several|various|different|other|same|such|own|more|most|less|least|new|old|first|last|next|early|late|large|small|great|high|low|long|short|main|major|minor|important|common|certain|similar|single|whole|entire|total|average|recent|modern|current|former|present|following|possible|necessary|able|due|good|bad|best|better|number|part|type|kind|form|way|case|time|year|day|example|use|people|person|thing|something|anything|result|group|member|addition|fact|amount|lot|end|beginning|side)$/iu;

function isPlainAdjective(word: TaggedWord | undefined): boolean {
  return word !== undefined && PLAIN.test(word.text);
}

/** A network is no choice beside a person's book; what is of no kind that the article says has none. */
function familyOf(
  sentence: StudySentence,
  span: Span,
  { kind, text: { article } }: { readonly kind: string | undefined; readonly text: StudyText },
): string {
  const words = article.text.slice(span.start, span.end);
  const opens = /^["“]?(?:The |An? )?$/u.test(article.text.slice(sentence.start, span.start));
  const isName = opens
    ? /\S \p{Lu}|^\p{Lu}\S*\p{Lu}/u.test(words) ||
      (/^\p{Lu}\S*(?<!s)$/u.test(words) && !ABSTRACT.test(words) && !standsSmall(words, article.text))
    : /^\p{Lu}/u.test(words);
  return isName ? `thing:${kind ?? ''}` : nounFamily(sentence, span);
}

/** 'Structuralism' is no name, though it only ever opens sentences. */
const ABSTRACT = /(?:ism|[ts]ion|ment|ness|ity|ence|ance|logy|graphy|ics|sis|ship|ure)$/u;

function standsSmall(words: string, text: string): boolean {
  return findOccurrences(text, words).some(({ start }) => text[start] === words.charAt(0).toLowerCase());
}

/** Plural with plural. */
function nounFamily({ words }: StudySentence, span: Span): string {
  const inside = words.filter((word) => overlaps(word, span));
  const number = inside.at(-1)?.tags.has('Plural') === true ? 'plural' : 'singular';
  return `noun:${number}`;
}

function wordsOf({ text, start }: StudySentence, span: Span): string {
  return keyOf(text.slice(span.start - start, span.end - start));
}
