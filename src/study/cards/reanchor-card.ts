import type { Article } from '../../domain/article.ts';
import { paragraphsOf } from '../../domain/article.ts';
import type { Card, CardPassage, QuotedWords } from '../../domain/card.ts';

/**
 * The card in a newer edition of its article: where its quotation stands word for word, and its answer and choices do.
 * Of several such places the one with the same words before and after it. Undefined where there is none, or where it
 * cannot be told which: then the card rests, and so it does where one of two quotations is missing. A sentence that was
 * changed is another sentence.
 */
export function reanchorCard(card: Card, article: Article): Card | undefined {
  if (card.quotation.articleId !== article.id) return undefined;
  const moved = reanchorPassage(card, article);
  const later = card.later && reanchorPassage(card.later, article);
  const distractors = card.distractors.flatMap((words) => findOnce(words, article) ?? []);
  const swap = card.swap && findOnce(card.swap, article);
  if (!moved || (card.later && !later) || (card.swap && !swap)) return undefined;
  return { ...card, ...moved, distractors, ...(swap && { swap }), ...(later && { later }) };
}

function reanchorPassage(passage: CardPassage, article: Article): CardPassage | undefined {
  const start = findPlace(passage, article);
  const quotation = start === undefined ? undefined : moveTo(passage.quotation, start, article);
  if (start === undefined || !quotation) return undefined;
  const by = start - passage.quotation.start;
  const answer = isWithin(passage.answer, passage.quotation)
    ? moveTo(passage.answer, passage.answer.start + by, article)
    : findOnce(passage.answer, article);
  const { blanks } = passage;
  return answer && { quotation, answer, blanks, ...around(article.text, quotation, passage) };
}

function findPlace(
  { quotation: { text: words, start: was }, before, after }: CardPassage,
  { text }: Article,
): number | undefined {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  if (places.length < 2) return places[0];
  const alike = places.filter(
    (at) => text.slice(0, at).endsWith(before) && text.startsWith(after, at + words.length),
  );
  if (alike.length === 1) return alike[0];
  // The same sentence twice in the same surroundings: only the place where it was is surely it.
  return alike.find((at) => at === was);
}

/** The words at that place, if they are the same there and lie in one paragraph. */
function moveTo({ text, articleId }: QuotedWords, start: number, article: Article): QuotedWords | undefined {
  const end = start + text.length;
  if (article.text.slice(start, end) !== text) return undefined;
  const paragraph = paragraphsOf(article).find((block) => block.start <= start && block.end >= end);
  return paragraph && { articleId, paragraph: paragraph.number, start, end, text };
}

/** Words that need only stand somewhere: where they stood, or else at their first place as whole words. */
function findOnce(words: QuotedWords, article: Article): QuotedWords | undefined {
  const same = moveTo(words, words.start, article);
  if (same) return same;
  const { text } = words;
  for (let at = article.text.indexOf(text); at >= 0; at = article.text.indexOf(text, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(article.text.slice(0, at)) &&
      !/^[\p{L}\p{N}]/u.test(article.text.slice(at + text.length));
    const moved = isWhole ? moveTo(words, at, article) : undefined;
    if (moved) return moved;
  }
  return undefined;
}

function isWithin(inner: QuotedWords, outer: QuotedWords): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function around(
  text: string,
  { start, end }: QuotedWords,
  { before, after }: CardPassage,
): Pick<CardPassage, 'before' | 'after'> {
  return {
    before: text.slice(Math.max(0, start - Math.max(80, before.length)), start),
    after: text.slice(end, end + Math.max(80, after.length)),
  };
}
