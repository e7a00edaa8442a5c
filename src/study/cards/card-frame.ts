import type { Article } from '../../domain/article.ts';
import type { Card, CardKind, CardPassage, QuotedWords } from '../../domain/card.ts';
import type { Span } from '../../domain/span.ts';
import { shortHash } from '../../text/short-hash.ts';

/** Characters before and after a quotation by which its place is known again. */
const AROUND = 80;

interface Framed {
  readonly quotation: Span & { readonly paragraph: number };
  readonly answer: QuotedWords;
}

/** Where a card stands: what all its kinds have in common. */
export function frameCard(
  article: Article,
  { kind, later, ...framed }: Framed & { readonly kind: CardKind; readonly later?: CardPassage },
): Pick<Card, 'id' | 'kind' | 'quotation' | 'before' | 'after' | 'answer' | 'later'> {
  const frame = framePassage(article, framed);
  const quotations = [frame.quotation.text, ...(later ? [later.quotation.text] : [])];
  const id = cardId([kind, article.id, ...quotations, frame.answer.text]);
  return { id, kind, ...frame, ...(later && { later }) };
}

/** A quotation, its answer, and what stands around it. */
export function framePassage(
  article: Article,
  { quotation: { start, end, paragraph }, answer }: Framed,
): Omit<CardPassage, 'blanks'> {
  return {
    quotation: {
      articleId: article.id,
      paragraph,
      start,
      end,
      text: article.text.slice(start, end),
    },
    before: article.text.slice(Math.max(0, start - AROUND), start),
    after: article.text.slice(end, end + AROUND),
    answer,
  };
}

/** Fourteen characters of [0-9a-z], the same as long as kind, quotations and answer are. */
function cardId(parts: readonly string[]): string {
  const whole = parts.join('\n');
  return shortHash(whole) + shortHash(`${whole}\n${whole.length}`);
}
