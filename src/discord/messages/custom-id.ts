import type { DecisionFacts } from '../../conversation/describe-decision.ts';
import { CITATION_STYLES } from '../../conversation/format-citation.ts';
import type { CitationStyle } from '../../conversation/format-citation.ts';
import { STRICTNESS_LEVELS } from '../../domain/question.ts';

/** Discord: a custom_id has 1 to 100 characters. */
export const MAX_CUSTOM_ID = 100;

/** Changes whenever a field is added or moved; what another version wrote counts as stale. */
const VERSION = '1';

/** Where a quotation stood when it was shown. */
export interface QuoteRef {
  /** shortHash of the article's id. */
  readonly article: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** shortHash of the quoted text: tells whether it still stands there. */
  readonly hash: string;
}

/** What a button has to know to work when the exchange behind it is forgotten. */
export type ButtonState =
  | { readonly action: 'context'; readonly quote: QuoteRef }
  | { readonly action: 'whole'; readonly quote: QuoteRef }
  | { readonly action: 'cite'; readonly quote: QuoteRef; readonly style: CitationStyle }
  /** Kept in the button, so that it still knows them after a restart; numbers in [0, 1] to three decimals. */
  | { readonly action: 'why'; readonly facts: DecisionFacts }
  | { readonly action: 'details'; readonly facts: DecisionFacts }
  /** These read what is remembered of the message that they are on. */
  | { readonly action: 'more' | 'follow' | 'delete' | 'share' }
  | { readonly action: 'pick' }
  | { readonly action: 'sources'; readonly page: number }
  /** `article`: shortHash of the id of the only one that is looked into. */
  | { readonly action: 'page'; readonly page: number; readonly term: string; readonly article?: string }
  | { readonly action: 'outline'; readonly article: string; readonly page: number }
  | { readonly action: 'paragraph'; readonly article: string; readonly number: number }
  /** A long paragraph from an offset into Article.text on. */
  | { readonly action: 'part'; readonly article: string; readonly number: number; readonly from: number };

/** What a button carries through Discord and back, in at most 100 characters. */
export interface CustomId {
  readonly state: ButtonState;
  /** The user who asked privately; nobody else may press the button. */
  readonly asker?: string;
}

/** The button of a private message is its asker's own. @param asker undefined where everybody may press it */
export function ownedBy(asker: string | undefined, state: ButtonState): CustomId {
  return asker === undefined ? { state } : { state, asker };
}

const LETTERS = {
  context: 'c',
  whole: 'o',
  why: 'w',
  details: 'd',
  cite: 't',
  more: 'm',
  follow: 'f',
  delete: 'x',
  share: 's',
  pick: 'k',
  page: 'l',
  outline: 'u',
  sources: 'a',
  paragraph: 'n',
  part: 'r',
} as const;

/** `1.c.<asker>.<fields>`, numbers in base 36; at most 100 characters as long as a term has at most 60. */
export function encodeCustomId({ state, asker }: CustomId): string {
  const owner = asker === undefined ? '' : BigInt(asker).toString(36);
  return [VERSION, LETTERS[state.action], owner, ...fieldsOf(state)].join('.');
}

/** Undefined for whatever encodeCustomId of this version cannot have written. */
export function decodeCustomId(raw: string): CustomId | undefined {
  const match = /^1\.([a-z])\.([0-9a-z]{0,13})(?:\.(.*))?$/su.exec(raw);
  if (!match || raw.length > MAX_CUSTOM_ID) return undefined;
  const [, letter = '', owner = '', rest = ''] = match;
  const state = readState(letter, rest);
  if (!state) return undefined;
  return owner === '' ? { state } : { state, asker: fromBase36(owner).toString() };
}

/** As the value of a select option. */
export function encodeQuoteRef(quote: QuoteRef): string {
  const { article, paragraph, start, end, hash } = quote;
  return [article, number36(paragraph), number36(start), number36(end), hash].join('.');
}

/** Reads what encodeQuoteRef wrote. @returns undefined for anything else, as a forged press may hold it */
export function decodeQuoteRef(raw: string): QuoteRef | undefined {
  const match = /^([0-9a-z]{7})\.([0-9a-z]{1,6})\.([0-9a-z]{1,7})\.([0-9a-z]{1,7})\.([0-9a-z]{7})$/u.exec(
    raw,
  );
  if (!match) return undefined;
  const [, article = '', paragraph = '', start = '', end = '', hash = ''] = match;
  const quote = { article, paragraph: parse36(paragraph), start: parse36(start), end: parse36(end), hash };
  return quote.start < quote.end ? quote : undefined;
}

function fieldsOf(state: ButtonState): readonly string[] {
  switch (state.action) {
    case 'context':
    case 'whole':
      return [encodeQuoteRef(state.quote)];
    case 'cite':
      return [number36(CITATION_STYLES.indexOf(state.style)), encodeQuoteRef(state.quote)];
    case 'why':
    case 'details':
      return [encodeFacts(state.facts)];
    case 'more':
    case 'follow':
    case 'delete':
    case 'share':
    case 'pick':
      return [];
    case 'page':
      return [number36(state.page), state.article ?? '', state.term];
    case 'sources':
      return [number36(state.page)];
    case 'outline':
      return [state.article, number36(state.page)];
    case 'paragraph':
      return [state.article, number36(state.number)];
    case 'part':
      return [state.article, number36(state.number), number36(state.from)];
  }
}

/** Those whose button says it all. */
const BARE = ['more', 'follow', 'delete', 'share', 'pick'] as const;

function readState(letter: string, rest: string): ButtonState | undefined {
  const bare = BARE.find((action) => LETTERS[action] === letter);
  if (bare !== undefined) return rest === '' ? { action: bare } : undefined;
  switch (letter) {
    case LETTERS.context: {
      const quote = decodeQuoteRef(rest);
      return quote && { action: 'context', quote };
    }
    case LETTERS.whole: {
      // An earlier release wrote the quotation's position behind it.
      const quote = decodeQuoteRef(rest.replace(/^((?:[0-9a-z]+\.){4}[0-9a-z]{7})\.[0-9a-z]$/u, '$1'));
      return quote && { action: 'whole', quote };
    }
    case LETTERS.cite: {
      const style = CITATION_STYLES[parse36(rest.slice(0, 1))];
      const quote = rest.charAt(1) === '.' ? decodeQuoteRef(rest.slice(2)) : undefined;
      return style && quote && { action: 'cite', quote, style };
    }
    case LETTERS.why:
    case LETTERS.details: {
      const facts = decodeFacts(rest);
      return facts && { action: letter === LETTERS.why ? 'why' : 'details', facts };
    }
    case LETTERS.page:
      return readPage(rest);
    case LETTERS.sources:
      return /^[0-9a-z]{1,4}$/u.test(rest) ? { action: 'sources', page: parse36(rest) } : undefined;
    case LETTERS.outline:
    case LETTERS.paragraph: {
      const field = /^([0-9a-z]{7})\.([0-9a-z]{1,6})$/u.exec(rest);
      if (!field) return undefined;
      const [, article = '', digits = ''] = field;
      const number = parse36(digits);
      return letter === LETTERS.outline
        ? { action: 'outline', article, page: number }
        : { action: 'paragraph', article, number };
    }
    case LETTERS.part: {
      const field = /^([0-9a-z]{7})\.([0-9a-z]{1,6})\.([0-9a-z]{1,7})$/u.exec(rest);
      if (!field) return undefined;
      const [, article = '', number = '', from = ''] = field;
      return { action: 'part', article, number: parse36(number), from: parse36(from) };
    }
    default:
      return undefined;
  }
}

function readPage(rest: string): ButtonState | undefined {
  const field = /^([0-9a-z]{1,4})\.([0-9a-z]{7})?\.(.+)$/su.exec(rest);
  if (!field) return undefined;
  const [, page = '', article, term = ''] = field;
  return { action: 'page', page: parse36(page), term, ...(article !== undefined && { article }) };
}

function encodeFacts(facts: DecisionFacts): string {
  return [
    ...[facts.score, facts.weak, facts.strong].map((value) => number36(Math.round(value * 1000))),
    number36(STRICTNESS_LEVELS.indexOf(facts.strictness)),
    // 0 stands for 'not among the nearest': ranks count from 1.
    number36(facts.denseRank ?? 0),
    number36(facts.lexicalRank ?? 0),
  ].join('.');
}

function decodeFacts(raw: string): DecisionFacts | undefined {
  if (!/^(?:[0-9a-z]{1,6}\.){5}[0-9a-z]{1,6}$/u.test(raw)) return undefined;
  const [score = 0, weak = 0, strong = 0, level = 0, denseRank = 0, lexicalRank = 0] = raw
    .split('.')
    .map(parse36);
  const strictness = STRICTNESS_LEVELS[level];
  if (strictness === undefined || score > 1000 || weak > 1000 || strong > 1000) return undefined;
  return {
    score: score / 1000,
    weak: weak / 1000,
    strong: strong / 1000,
    strictness,
    ...(denseRank > 0 && { denseRank }),
    ...(lexicalRank > 0 && { lexicalRank }),
  };
}

function number36(value: number): string {
  return Math.max(0, Math.trunc(value)).toString(36);
}

function parse36(digits: string): number {
  return Number.parseInt(digits, 36);
}

/** User ids have up to 64 bits, more than a number holds. */
function fromBase36(digits: string): bigint {
  return Array.from(digits).reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
}
