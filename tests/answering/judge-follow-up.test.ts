import { describe, expect, it } from 'vitest';
import { hasOwnWords, limitFollowUp, suppliesKind } from '../../src/answering/judge-follow-up.ts';
import { analyseTerms } from '../../src/text/analyse-terms.ts';

const CONTEXT = 'Who counted the seals of Hollow Island?';
const SENTENCE = 'Edda Moor counted the seals in August 1962, because the ferry was late.';

describe('hasOwnWords', () => {
  it.each([
    ['and when was that?', false],
    ['in which country was that?', false],
    ['why?', false],
    ['who else?', false],
    ['did he give in?', true],
    ['and over Russia?', true],
  ])('of %j is %s', (question, own) => {
    expect(hasOwnWords({ question }, analyseTerms)).toBe(own);
  });
});

describe('suppliesKind', () => {
  it.each([
    ['and when was that?', true],
    ['why?', true],
    ['how many?', true],
    ['and who?', true],
    ['and what was it?', undefined],
  ])('for %j is %s', (question, supplies) => {
    expect(suppliesKind({ question, context: CONTEXT }, SENTENCE)).toBe(supplies);
  });

  it.each(['when?', 'why?', 'how many?', 'where?'])('for %s needs something of the kind', (question) => {
    expect(suppliesKind({ question, context: CONTEXT }, 'The seals sleep on the rocks.')).toBe(false);
  });

  it('does not count what the question before says itself', () => {
    const followUp = { question: 'and when?', context: 'What happened in August 1962?' };
    expect(suppliesKind(followUp, 'The seals were counted in August 1962.')).toBe(false);
  });
});

describe('limitFollowUp', () => {
  it.each([
    ['and when was that?', 'weak'],
    ['when did she count the grey ones?', 'strong'],
    ['and what was it?', 'abstain'],
    ['how so?', 'abstain'],
  ])('of %j is %s', (question, limit) => {
    expect(limitFollowUp({ question, context: CONTEXT }, SENTENCE, analyseTerms)).toBe(limit);
  });
});
