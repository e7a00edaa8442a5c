import { expect, it } from 'vitest';
import { answerQuestion } from '../../../src/discord/messages/answer-question.ts';
import { renderWhy } from '../../../src/discord/messages/render-why.ts';
import { createLibraryDouble, makeArticle } from '../../doubles/library.ts';

it('names the words that question and quotation share by their stems, as the search does', async () => {
  const article = makeArticle('tides', 'The Parties promised ten ferries; communities were deploying nets.');
  const library = createLibraryDouble({ articles: [article] });
  const body = await answerQuestion('Which ferry did the party promise, deploying ten?', library);
  const facts = { score: 0.9, weak: 0.5, strong: 0.7, strictness: 'balanced' } as const;
  const why = renderWhy(facts, body).embeds?.[0]?.description ?? '';
  expect(why).toContain('share “Parties”, “promised”, “ten”, “ferries” and “deploying”.');
});
