import { describe, expect, it } from 'vitest';
import { asksForSummary } from '../../src/conversation/asks-for-summary.ts';

describe('asksForSummary', () => {
  it.each([
    'Summarise the article',
    'please summarize this for me',
    'Can you sum up the text?',
    'tl;dr',
    'TLDR please',
    'give me a short summary of it',
    'Could you please give us an overview?',
    'a summary of the article',
    'What is the article about?',
    "what's this all about?",
    'hey, what is this thing about?',
    'whats the whole document about',
    'What are the main points?',
    'I need a quick recap',
  ])('takes %s for it', (question) => {
    expect(asksForSummary(question)).toBe(true);
  });

  it.each([
    'Who wrote the summary of the treaty?',
    'What did the summary say about troops?',
    'What is the treaty about?',
    'When was the overview published?',
    'How many troops did they send?',
    'Did the digest mention the budget?',
    'The summary was published in May, was it?',
    'outline who signed the treaty',
    '',
  ])('does not take %s for it', (question) => {
    expect(asksForSummary(question)).toBe(false);
  });
});
