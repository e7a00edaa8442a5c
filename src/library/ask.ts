import type { Answerer } from '../answering/create-answerer.ts';
import type { Library } from '../domain/library.ts';

/**
 * Answers a question. What calibration and evaluation measure on the way (signals, excerpts before the
 * decision) stays behind: no surface may rest on it.
 */
export function createAsk(answerer: Answerer): Library['ask'] {
  return async (question, options) => {
    const { reply, explanation, trace, ranking, totalMs } = await answerer.ask(question, options);
    return {
      reply,
      ...(explanation ? { explanation } : {}),
      ...(trace ? { trace } : {}),
      ranking,
      totalMs,
    };
  };
}
