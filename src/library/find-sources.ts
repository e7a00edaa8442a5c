import type { Answerer } from '../answering/create-answerer.ts';
import type { Library } from '../domain/library.ts';

/** Where a claim could come from: what is nearest is quoted, and whether it bears the claim out is left open. */
export function createFindSources(answerer: Answerer): Library['findSources'] {
  return (claim, limit) => answerer.findSources(claim, limit);
}
