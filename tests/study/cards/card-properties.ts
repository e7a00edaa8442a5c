import { expect } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { paragraphsOf } from '../../../src/domain/article.ts';
import { passagesOf, wordsOf } from '../../../src/domain/card.ts';
import type { Card, CardPassage, QuotedWords } from '../../../src/domain/card.ts';
import { overlaps } from '../../../src/domain/span.ts';
import { findDates } from '../../../src/study/cards/find-dates.ts';
import { countWords } from '../../../src/text/count-words.ts';

/** What holds for every card that was made of an article, whatever it asks for. */
export function expectFairCard(card: Card, article: Article): void {
  const about = `${card.kind}: ${card.quotation.text} → ${card.answer.text}`;
  for (const words of wordsOf(card)) expectVerbatim(words, article, about);
  for (const passage of passagesOf(card)) expectFairPassage(passage, article, about);
  expectWrong(card, about);
  expect(card.kind === 'order', about).toBe(card.later !== undefined);
  if (card.later) expectOrdered(card, card.later, about);
}

function expectFairPassage(passage: CardPassage, article: Article, about: string): void {
  const { quotation, answer } = passage;
  expectProse(quotation, article, about);
  expect(countWords(quotation.text), about).toBeGreaterThanOrEqual(8);
  expect(countWords(quotation.text), about).toBeLessThanOrEqual(60);
  expect(quotation.text, about).not.toContain('?');
  expect(answer.start, about).toBeGreaterThanOrEqual(quotation.start);
  expect(answer.end, about).toBeLessThanOrEqual(quotation.end);
  expectHidden(passage, about);
}

/** Two dates of one precision, one before the other, and no other date in either of the sentences as they are shown. */
function expectOrdered(earlier: CardPassage, later: CardPassage, about: string): void {
  const [first, second] = [earlier, later].map(({ answer: { text } }) => findDates(`in ${text}`)[0]);
  expect(first?.family, about).toBe(second?.family);
  expect(first?.value ?? Infinity, about).toBeLessThan(second?.value ?? 0);
  expect(overlaps(earlier.quotation, later.quotation), about).toBe(false);
  for (const { quotation, blanks } of [earlier, later]) {
    const shown = withoutBlanks(quotation.text, blanks);
    expect(shown, about).not.toMatch(/\b(?:1\d{3}|20\d{2})\b|\b(?:first|later|after|before|since|until)\b/iu);
  }
}

function expectVerbatim(
  { start, end, text, paragraph, articleId }: QuotedWords,
  article: Article,
  about: string,
): void {
  expect(articleId, about).toBe(article.id);
  expect(article.text.slice(start, end), about).toBe(text);
  const block = paragraphsOf(article)[paragraph - 1];
  expect(block !== undefined && block.start <= start && block.end >= end, about).toBe(true);
}

/** No heading, caption, row, reference, code or contents line. */
function expectProse({ paragraph }: QuotedWords, article: Article, about: string): void {
  expect([undefined, 'item'], about).toContain(paragraphsOf(article)[paragraph - 1]?.role);
}

/** Outside the blanks no word of the answer is left that says what it is. */
function expectHidden({ quotation: { text }, answer, blanks }: CardPassage, about: string): void {
  expect(blanks.length, about).toBeGreaterThan(0);
  for (const { start, end } of blanks)
    expect(text.slice(start, end).toLowerCase(), about).toBe(answer.text.toLowerCase());
  const shown = withoutBlanks(text, blanks).toLowerCase();
  expect(spaced(shown), about).not.toContain(spaced(answer.text));
  const words = answer.text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const rest = new Set(shown.match(/[\p{L}\p{N}]+/gu));
  for (const word of words) expect(rest.has(word.toLowerCase()), `${about}: “${word}” is left`).toBe(false);
}

/** Other words than the answer's, not shown themselves, of its look, and each once. */
function expectWrong({ quotation, answer, distractors, swap, type }: Card, about: string): void {
  const choices = distractors.map(({ text }) => text);
  expect(new Set(choices).size, about).toBe(choices.length);
  for (const choice of swap ? [...choices, swap.text] : choices) {
    expect(choice.toLowerCase(), about).not.toBe(answer.text.toLowerCase());
    expect(spaced(quotation.text), about).not.toContain(spaced(choice));
    if (type === 'number') expect(/^\p{N}/u.test(choice), about).toBe(/^\p{N}/u.test(answer.text));
    if (type === 'date') expect(choice, about).toMatch(/\d/u);
    if (type === 'person' || type === 'place' || type === 'organisation')
      expect(choice, about).toMatch(/^\p{Lu}/u);
  }
}

/** The words between single spaces, so that '25' is not found in '250'. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.,-]+|[.,](?!\p{N})/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}

function withoutBlanks(text: string, blanks: Card['blanks']): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of blanks) {
    rest += `${text.slice(at, start)}␣`;
    at = end;
  }
  return rest + text.slice(at);
}
