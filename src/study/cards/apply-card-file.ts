import type { Article, ParagraphBlock } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import { passagesOf } from '../../domain/card.ts';
import type { QuotedWords } from '../../domain/card.ts';
import type { DeckCard, RestingEntry } from '../../domain/card-deck.ts';
import { frameCard, framePassage } from './card-frame.ts';
import { findDates } from './find-dates.ts';
import { findOccurrences } from './hide-answer.ts';
import type { AskEntry, CardFileEntry, EditEntry, PinEntry } from './read-card-file.ts';
import type { Mention } from './term.ts';

/** What a card file makes of an article. */
export interface AppliedFile {
  /** In the file's order. */
  readonly cards: readonly DeckCard[];
  readonly resting: readonly RestingEntry[];
  /** Whether the file speaks against a card that was made without it. */
  readonly isBanned: (card: DeckCard['card']) => boolean;
}

/** Pins, edits, bans and questions, as far as their quotations stand in the article, word for word. */
export function applyCardFile(
  entries: readonly CardFileEntry[],
  article: Article,
  mentions: readonly Mention[],
): AppliedFile {
  const cards: DeckCard[] = [];
  const resting: RestingEntry[] = [];
  const bans: ((card: DeckCard['card']) => boolean)[] = [];
  for (const entry of entries) {
    const place = findQuotation(article, entry.quotation);
    if (!place) {
      resting.push({
        line: entry.line,
        quotation: entry.quotation,
        reason: 'the article does not have it word for word in one paragraph',
      });
      continue;
    }
    switch (entry.action) {
      case 'ban':
        bans.push((card) =>
          passagesOf(card).some(
            ({ quotation, answer }) =>
              overlaps(quotation, place) && (entry.blank === undefined || answer.text === entry.blank),
          ),
        );
        break;
      case 'edit':
        bans.push(({ quotation, kind }) => overlaps(quotation, place) && kind === 'cloze');
        addCard(entry, place);
        break;
      case 'pin':
        bans.push(
          ({ quotation, answer, kind }) =>
            overlaps(quotation, place) &&
            kind === (entry.later === undefined ? 'cloze' : 'order') &&
            answer.text === entry.blank,
        );
        addCard(entry, place);
        break;
      case 'ask':
        addCard(entry, place);
        break;
    }
  }
  return { cards, resting, isBanned: (card) => bans.some((ban) => ban(card)) };

  function addCard(entry: PinEntry | EditEntry | AskEntry, place: QuotedWords): void {
    const missing = entry.choices.find((choice) => !findQuotation(article, choice));
    const card =
      missing !== undefined
        ? `the article does not have the choice “${missing}”`
        : entry.action === 'pin' && entry.later !== undefined
          ? makeOrderCard({ ...entry, later: entry.later }, place, article)
          : makeCard(entry, place, { article, mentions });
    if (typeof card === 'string')
      resting.push({ line: entry.line, quotation: entry.quotation, reason: card });
    else cards.push({ card, pinned: true, reasons: [`line ${entry.line} of the card file`] });
  }
}

function overlaps(a: QuotedWords, b: QuotedWords): boolean {
  return a.start < b.end && b.start < a.end;
}

function makeCard(
  entry: PinEntry | EditEntry | AskEntry,
  place: QuotedWords,
  { article, mentions }: { readonly article: Article; readonly mentions: readonly Mention[] },
): DeckCard['card'] {
  const words = entry.action === 'ask' ? entry.answer : entry.blank;
  const answer = wordsWithin(article, place, words);
  const kind = entry.action === 'ask' ? 'own' : 'cloze';
  const type =
    mentions.find(({ start, end }) => start === answer.start && end === answer.end)?.type ?? 'term';
  const distractors = entry.choices.flatMap((choice) => {
    const quoted = findQuotation(article, choice);
    return quoted && quoted.text !== answer.text ? [quoted] : [];
  });
  const frame = frameCard(article, { kind, quotation: place, answer });
  const blanks = kind === 'own' ? [] : findOccurrences(place.text, answer.text);
  const question = entry.action === 'ask' ? { question: entry.question } : {};
  return { ...frame, type, blanks, distractors, ...question, worth: 1 };
}

/** @returns why there is no such card, where there is none */
function makeOrderCard(
  { blank, later }: PinEntry & { readonly later: string },
  place: QuotedWords,
  article: Article,
): DeckCard['card'] | string {
  const second = findQuotation(article, later);
  if (!second) return `the article does not have the later sentence “${later}”`;
  const [date, another] = findDates(second.text);
  if (!date || another) return 'the later sentence has to have one date';
  const then = wordsWithin(article, second, second.text.slice(date.start, date.end));
  const first = findDates(place.text).find(({ start, end }) => place.text.slice(start, end) === blank);
  if (!first || first.value >= date.value) return `“${blank}” is no date before “${then.text}”`;
  const answer = wordsWithin(article, place, blank);
  const passage = {
    ...framePassage(article, { quotation: second, answer: then }),
    blanks: findOccurrences(second.text, then.text),
  };
  const frame = frameCard(article, { kind: 'order', quotation: place, answer, later: passage });
  const blanks = findOccurrences(place.text, answer.text);
  return { ...frame, type: 'date', blanks, distractors: [], worth: 1 };
}

/** The answer where it stands in the quotation, whose white space may differ from the file's. */
function wordsWithin(
  { id, text }: Article,
  { start, end, paragraph }: QuotedWords,
  words: string,
): QuotedWords {
  const match = pattern(words).exec(text.slice(start, end));
  const from = start + (match?.index ?? 0);
  const to = from + (match?.[0].length ?? 0);
  return { articleId: id, paragraph, start: from, end: to, text: text.slice(from, to) };
}

/** Where the words stand in one paragraph of the article, exactly, save for white space; the first place of several. */
function findQuotation(article: Article, words: string): QuotedWords | undefined {
  const sought = pattern(words);
  for (const paragraph of paragraphsOf(article)) {
    const found = findIn(article, paragraph, sought);
    if (found) return found;
  }
  return undefined;
}

function findIn(
  { id, text }: Article,
  { start, end, number }: ParagraphBlock,
  sought: RegExp,
): QuotedWords | undefined {
  const match = sought.exec(text.slice(start, end));
  if (!match) return undefined;
  const from = start + match.index;
  return { articleId: id, paragraph: number, start: from, end: from + match[0].length, text: match[0] };
}

/** The words as whole words, with any white space between them. */
function pattern(words: string): RegExp {
  const escaped = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}
