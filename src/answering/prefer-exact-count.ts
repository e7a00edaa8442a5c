import type { Article } from '../domain/article.ts';
import { answerTypeOf, findCandidates } from './answer-type.ts';
import type { ScoredSentence } from './rank-sentences.ts';

/** Number words that alone count nothing: 'thousands of soldiers', but not 'two thousand'. */
const ROUGH = /^(?:dozens?|hundreds?|thousands?|millions?|billions?)$/i;

/**
 * Where the first sentence gives a number only roughly and another one, which the reader takes for an answer too, gives it
 * exactly, the exact one comes first. The reader was trained on questions with one right answer each, and has not learnt which
 * of two answers tells more.
 * @param ranking best first, as read
 */
export function preferExactCount(
  question: string,
  ranking: readonly ScoredSentence[],
  articles: ReadonlyMap<string, Article>,
): readonly ScoredSentence[] {
  const [first] = ranking;
  if (!first || answerTypeOf(question) !== 'number' || countOf(first, articles) !== 'rough') return ranking;
  const exact = ranking.find((scored) => isAnswer(scored) && countOf(scored, articles) === 'exact');
  return exact ? [exact, ...ranking.filter((scored) => scored !== exact)] : ranking;
}

function isAnswer({ answer }: ScoredSentence): boolean {
  return answer !== undefined && answer.margin > 0;
}

/** What the words that the reader points at say of a number. */
function countOf(
  { hit, answer }: ScoredSentence,
  articles: ReadonlyMap<string, Article>,
): 'exact' | 'rough' | 'none' {
  const article = articles.get(hit.passage.articleId);
  if (!article || !answer) return 'none';
  const words = article.text.slice(answer.start, answer.end);
  const numbers = findCandidates(words, 'number').map(({ start, end }) => words.slice(start, end));
  if (numbers.length === 0) return 'none';
  return numbers.every((number) => ROUGH.test(number)) ? 'rough' : 'exact';
}
