import type { Article, ParagraphBlock } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import type { QuotedWords } from '../../domain/card.ts';
import type { DeckCard, RestingEntry } from '../../domain/card-deck.ts';
import { frameCard } from './card-frame.ts';
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
        bans.push(
          ({ quotation, answer }) =>
            overlaps(quotation, place) && (entry.blank === undefined || answer.text === entry.blank),
        );
        break;
      case 'edit':
        bans.push(({ quotation, kind }) => overlaps(quotation, place) && kind === 'cloze');
        addCard(entry, place);
        break;
      case 'pin':
        bans.push(
          ({ quotation, answer, kind }) =>
            overlaps(quotation, place) && kind === 'cloze' && answer.text === entry.blank,
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
    if (missing !== undefined) {
      resting.push({
        line: entry.line,
        quotation: entry.quotation,
        reason: `the article does not have the choice “${missing}”`,
      });
      return;
    }
    cards.push({
      card: makeCard(entry, place, { article, mentions }),
      pinned: true,
      reasons: [`line ${entry.line} of the card file`],
    });
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
