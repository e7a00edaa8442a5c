import { expect, it } from 'vitest';
import { createCardJudge } from '../../src/app/create-card-judge.ts';
import { createKindJudge } from '../doubles/card-judge.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import { libraryOver } from '../library-over.ts';
import { describeCardJudge, JUDGED } from './card-judge-contract.ts';

describeCardJudge('the kind double', () => Promise.resolve(createKindJudge()), { reads: true });
describeCardJudge(
  'the library with a reader',
  async () => {
    const reader = createWordReader({ 'Edda Moor': 8 });
    return createCardJudge((await libraryOver([JUDGED], { reader })).library);
  },
  { reads: true },
);
describeCardJudge(
  'the library without one',
  async () => createCardJudge((await libraryOver([JUDGED])).library),
  { reads: false },
);

it('judges by the article that the card is of, and by no other', async () => {
  const copy = { ...JUDGED, id: 'copy' };
  const judge = createCardJudge((await libraryOver([copy, JUDGED])).library);
  const sentence = { start: 0, end: 30 };
  const { found } = await judge.judge({
    articleId: 'harbour',
    question: 'Which harbour was dug?',
    sentence,
    answer: sentence,
  });
  expect(found.length).toBeGreaterThan(0);
  await expect(
    judge.judge({ articleId: 'gone', question: 'Which harbour was dug?', sentence, answer: sentence }),
  ).rejects.toThrow('There is no article "gone"');
});
