import { describe, expect, it } from 'vitest';
import { describeWhy } from '../../src/conversation/describe-why.ts';
import { wordsIn } from '../../src/words/words.ts';

const words = wordsIn('en');

const TEXT = 'North Korea has sent more than 10,000 troops, Ada wrote in May.';
const span = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const reading = { answers: true, agrees: true };

describe('describeWhy', () => {
  it.each([
    [
      'How many soldiers were sent?',
      '10,000',
      'The text says “10,000 troops” where you asked “how many soldiers”.',
    ],
    ['How many did they send?', '10,000', 'The text says “10,000 troops” where you asked “how many”.'],
    ['Who wrote that?', 'Ada', 'The text says “Ada” where you asked “who”.'],
    ['In what month was that?', 'May', 'The text says “May” where you asked “what month”.'],
    ['What is it that she did?', 'wrote', 'The text says “wrote” where you asked “what”.'],
  ])('sets what the reader points at beside what was asked: %s', (question, answer, sentence) => {
    const quotation = { text: TEXT, highlights: [span(answer)] };
    expect(describeWhy(words, { question, quotation, confidence: 'strong', reading })[0]).toBe(sentence);
  });

  it('names the shared words where nothing is pointed at, or no reader has read', () => {
    const question = 'Were troops sent?';
    for (const facts of [
      { quotation: { text: TEXT, highlights: [] }, reading },
      { quotation: { text: TEXT, highlights: [span('troops')] } },
    ]) {
      const [first] = describeWhy(words, { question, confidence: 'weak', ...facts });
      expect(first).toBe('The question and the quotation share “sent” and “troops”.');
    }
  });

  it('has no number but those of the text', () => {
    for (const confidence of ['strong', 'weak', 'none'] as const) {
      const said = describeWhy(words, { question: undefined, quotation: undefined, confidence }).join(' ');
      expect(said).not.toMatch(/\d/u);
      expect(said).not.toBe('');
    }
  });
});
