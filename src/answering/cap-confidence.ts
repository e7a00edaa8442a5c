import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Confidence, Excerpt } from '../domain/reply.ts';

/** What names or points to something, but states nothing: a good look-up, a poor answer. */
const STATES_NOTHING: ReadonlySet<string> = new Set(['caption', 'contents', 'reference']);

/** A caption, a source or a line of contents is never the first quotation of a sure answer. */
export function capConfidence<T extends Confidence | 'abstain'>(
  confidence: T,
  first: Pick<Excerpt, 'paragraph'> | undefined,
  article: Article | undefined,
): T | 'weak' {
  const role = first && article && findParagraph(article, first.paragraph)?.role;
  return confidence === 'strong' && role !== undefined && STATES_NOTHING.has(role) ? 'weak' : confidence;
}
