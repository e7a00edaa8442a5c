import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Confidence, Excerpt } from '../domain/reply.ts';

/** What names or points to something, but states nothing: a good look-up, a poor answer. */
const STATES_NOTHING: ReadonlySet<string> = new Set(['caption', 'contents', 'reference']);
/** Roles that answer by naming: 'Founded: 1998'. */
const ANSWERS_BY_NAMING: ReadonlySet<string> = new Set(['definition', 'field', 'row', 'item', 'code']);

/**
 * A caption, a source, a line of contents, a fragment or what is not English is never the first quotation of a sure
 * answer.
 */
export function capConfidence<T extends Confidence | 'abstain'>(
  confidence: T,
  first: Pick<Excerpt, 'paragraph' | 'text'> | undefined,
  article: Article | undefined,
): T | 'weak' {
  if (confidence !== 'strong' || !first || !article) return confidence;
  // The search, the reader and the decision learned from English.
  if (article.language !== undefined) return 'weak';
  const role = findParagraph(article, first.paragraph)?.role;
  if (role !== undefined && STATES_NOTHING.has(role)) return 'weak';
  const named = role !== undefined && ANSWERS_BY_NAMING.has(role);
  return !named && isFragment(first.text) ? 'weak' : confidence;
}

/** Words that make a sentence of what has no full stop. */
const VERB =
  /\b(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|isn't|aren't|wasn't|don't|doesn't|didn't|can't|won't)\b|\w{3,}(?:ed|ies)\b/i;
/** Words of the longest fragment; what is longer without a full stop is a sentence that lost it. */
const LONGEST_FRAGMENT = 12;

/**
 * Whether the words are a headline, a label or the opening of a list ('The Committee may:'), not a sentence: short,
 * without an end or a verb.
 */
function isFragment(text: string): boolean {
  const trimmed = text.trim();
  const words = trimmed.split(/\s+/).length;
  if (words > LONGEST_FRAGMENT) return false;
  if (trimmed.endsWith(':')) return true;
  return !/[.!?…]["'”’»)\]]*$/.test(trimmed) && !VERB.test(trimmed);
}
