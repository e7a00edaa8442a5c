import type { Card, CardKind } from '../../domain/card.ts';
import type { Article } from '../../domain/article.ts';
import type { QuotedWords } from '../../domain/card.ts';
import type { Span } from '../../domain/span.ts';
import { shortHash } from '../../text/short-hash.ts';

/** Characters before and after a quotation by which its place is known again. */
const AROUND = 80;

/** Where a card stands: what all its kinds have in common. */
export function frameCard(
  article: Article,
  {
    kind,
    quotation: { start, end, paragraph },
    answer,
  }: {
    readonly kind: CardKind;
    readonly quotation: Span & { readonly paragraph: number };
    readonly answer: QuotedWords;
  },
): Pick<Card, 'id' | 'kind' | 'quotation' | 'before' | 'after' | 'answer'> {
  const text = article.text.slice(start, end);
  return {
    id: cardId({ kind, articleId: article.id, quotation: text, answer: answer.text }),
    kind,
    quotation: { articleId: article.id, paragraph, start, end, text },
    before: article.text.slice(Math.max(0, start - AROUND), start),
    after: article.text.slice(end, end + AROUND),
    answer,
  };
}

/** Fourteen characters of [0-9a-z], the same as long as kind, quotation and answer are. */
function cardId(parts: {
  readonly kind: CardKind;
  readonly articleId: string;
  readonly quotation: string;
  readonly answer: string;
}): string {
  const whole = [parts.kind, parts.articleId, parts.quotation, parts.answer].join('\n');
  return shortHash(whole) + shortHash(`${whole}\n${whole.length}`);
}
