import { describe, expect, it } from 'vitest';
import { describeDecision, sharedWordsSentence } from '../../src/conversation/describe-decision.ts';
import { wordsIn } from '../../src/words/words.ts';

const words = wordsIn('en');

const FACTS = { score: 0.9, weak: 0.5, strong: 0.7, strictness: 'balanced', denseRank: 1 } as const;

describe('sharedWordsSentence', () => {
  it('names the words that question and quotation share by their stems, as the search does', () => {
    const sentence = sharedWordsSentence(
      words,
      'Which ferry did the party promise, deploying ten?',
      'The Parties promised ten ferries; communities were deploying nets.',
    );
    expect(sentence).toBe(
      'The question and the quotation share “Parties”, “promised”, “ten”, “ferries” and “deploying”.',
    );
  });

  it('says of a quotation without a shared word that its meaning was found', () => {
    expect(sharedWordsSentence(words, 'Who runs it?', 'Ada leads.')).toContain('by what it means');
  });
});

describe('describeDecision', () => {
  it.each([
    [0.9, 'above what a sure answer needs'],
    [0.6, 'hence the warning'],
    [0.2, 'too low for an answer'],
  ])('says what a score of %f was good for', (score, said) => {
    const described = describeDecision(words, { ...FACTS, score });
    expect(described.decision).toContain(said);
    expect(described.search).toContain('came first by meaning and had none of the question’s words');
  });
});
