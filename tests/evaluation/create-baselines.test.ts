import { describe, expect, it } from 'vitest';
import { answerFrom, runBaseline } from '../../src/app/evaluate-dataset.ts';
import { createDenseBaseline, createLexicalBaseline } from '../../src/evaluation/create-baselines.ts';
import type { DatasetQuestion } from '../../src/evaluation/read-dataset.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { indexOver } from '../library-over.ts';

const ARTICLES = [
  articleFrom('seals.txt', 'Edda Moor counted the seals. Storms drove them off.'),
  articleFrom('birds.txt', 'Puffins nest on cliffs. They eat herring.'),
  articleFrom('ferry.txt', 'The ferry is red. Its captain is old.'),
];
const QUESTIONS: readonly DatasetQuestion[] = [
  { id: '1', kind: 'answerable', question: 'Who counted the seals?' },
  { id: '2', kind: 'unanswerable-near', question: 'What do seals eat?' },
  { id: '3', kind: 'unanswerable-near', question: 'Who is the captain of the zeppelin?' },
];

describe.each([
  ['dense', () => indexOver(ARTICLES).then((index) => createDenseBaseline(index, createHashEmbedder()))],
  ['lexical', () => indexOver(ARTICLES).then(createLexicalBaseline)],
])('the %s baseline', (_, create) => {
  it('ranks the best sentence of each of the best passages, word for word', async () => {
    const { ranking, score } = await (await create()).rank('Who counted the seals?');
    expect(ranking[0]).toMatchObject({
      articleId: 'seals',
      text: 'Edda Moor counted the seals.',
      rankScore: score,
    });
    expect(new Set(ranking.map(({ passageId }) => passageId)).size).toBe(ranking.length);
    for (const { articleId, start, end, text } of ranking) {
      expect(ARTICLES.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(text);
    }
  });

  it('answers nothing by itself, and what scores enough from a threshold on', async () => {
    const byId = new Map(ARTICLES.map((article) => [article.id, article]));
    const raw = await runBaseline(await create(), QUESTIONS, byId);
    expect(raw.map(({ reply }) => reply.kind)).toEqual(['abstention', 'abstention', 'abstention']);
    const kinds = answerFrom(raw, raw[0]?.score ?? 0).map(({ reply }) => reply.kind);
    expect(kinds[0]).toBe('answer');
    expect(answerFrom(raw, Number.POSITIVE_INFINITY)).toEqual(raw);
  });
});
