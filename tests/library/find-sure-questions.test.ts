import { describe, expect, it } from 'vitest';
import { findSureQuestions } from '../../src/library/find-sure-questions.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createLibraryDouble } from '../doubles/library.ts';

const ARTICLE = articleFrom(
  'kiln.md',
  `---
title: The kiln
---

# Who lit it?

The old kiln of Tarn was built in 1843 by two brothers. Ada Moor was the keeper of the kiln for years.

The town has sold more than 1,200 bricks.`,
);

describe('findSureQuestions', () => {
  const asked: string[] = [];
  const library = createLibraryDouble({ articles: [ARTICLE], onAsk: (question) => asked.push(question) });

  it('makes questions of sentences, names, numbers and headings, and keeps those with a sure answer', async () => {
    const found = await findSureQuestions(library, { limit: 9, tries: 20 });
    expect(asked).toEqual([
      'When was the old kiln of Tarn built?',
      'Who is Ada Moor?',
      'How many bricks has the town sold?',
      'Who lit it?',
    ]);
    for (const question of found) {
      const { reply } = await library.ask(question);
      expect(reply).toMatchObject({ kind: 'answer', confidence: 'strong' });
    }
    expect(found).toContain('When was the old kiln of Tarn built?');
  });

  it('asks no more than it may, and none after it is over', async () => {
    asked.length = 0;
    await findSureQuestions(library, { limit: 9, tries: 2 });
    await findSureQuestions(library, { limit: 9, tries: 9, isOver: () => true });
    expect(asked).toHaveLength(2);
  });

  it('finds none where there is no article', async () => {
    const empty = createLibraryDouble({ articles: [] });
    expect(await findSureQuestions(empty, { limit: 3, tries: 9 })).toEqual([]);
  });
});
