import type { Exchange } from '../domain/exchange.ts';

/** Characters of what went before that a follow-up leans on. */
const MAX_CONTEXT = 550;

/**
 * What a follow-up leans on: the question of the answer that it replies to, after the one which that in turn was a
 * follow-up to, so that a chain of short questions keeps its nouns.
 */
export function contextAfter({ question, explanation }: Exchange): string {
  const chain = explanation?.context === undefined ? question : `${explanation.context} ${question}`;
  return chain.slice(-MAX_CONTEXT).toWellFormed();
}
