import { paragraphsOf } from '../domain/article.ts';
import type { Article, ParagraphBlock } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import { shortHash } from '../text/short-hash.ts';

/** Where a quotation stands now. */
export interface FoundQuotation {
  readonly article: Article;
  readonly paragraph: ParagraphBlock;
  readonly span: Span;
}

/** Where a quotation may have gone; a Library fits. */
export interface ArticleShelf {
  sources(): { readonly entries: readonly { readonly article: Article }[] };
}

/** Where a quotation stood, and the shortHash of its text. */
export interface QuotationMark extends Span {
  readonly hash: string;
}

/**
 * The quotation as it stands today: at its old place, else elsewhere in its article, else in another one, because
 * articles are renamed, too. Undefined when the text does not stand anywhere any more.
 */
export function findQuotation(
  library: ArticleShelf,
  article: Article | undefined,
  mark: QuotationMark,
): FoundQuotation | undefined {
  if (article && shortHash(article.text.slice(mark.start, mark.end)) === mark.hash)
    return inParagraph(article, mark);
  const others = library.sources().entries.map((entry) => entry.article);
  for (const candidate of article ? [article, ...others] : others) {
    const moved = findMoved(candidate, mark);
    if (moved) return moved;
  }
  return undefined;
}

/** Quotations begin where a sentence begins: the same words at another such place. */
function findMoved(article: Article, { start, end, hash }: QuotationMark): FoundQuotation | undefined {
  for (const { sentences } of paragraphsOf(article)) {
    for (const sentence of sentences) {
      const span = { start: sentence.start, end: sentence.start + end - start };
      if (shortHash(article.text.slice(span.start, span.end)) === hash) return inParagraph(article, span);
    }
  }
  return undefined;
}

function inParagraph(article: Article, { start, end }: Span): FoundQuotation | undefined {
  const paragraph = paragraphsOf(article).find((block) => block.start <= start && end <= block.end);
  return paragraph && { article, paragraph, span: { start, end } };
}
