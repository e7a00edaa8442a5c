import { describe, expect, it } from 'vitest';
import type { DatasetQuestion } from '../../src/evaluation/read-dataset.ts';
import { partOf, PARTS } from '../../src/evaluation/split-parts.ts';

function questionOn(article: string, id = 'q1'): DatasetQuestion {
  const gold = { article, paragraph: 1, sentence: 'Ada did.', answers: ['Ada'] };
  return { id, question: 'Who?', kind: 'answerable', gold };
}

function nearMiss(id: string, within?: string): DatasetQuestion {
  return { id, question: 'Why?', kind: 'unanswerable-near', ...(within === undefined ? {} : { within }) };
}

describe('partOf', () => {
  it('keeps the questions of one article together, answered or not', () => {
    for (let i = 0; i < 60; i += 1) {
      const article = `article-${i}`;
      const part = partOf(questionOn(article));
      expect(PARTS).toContain(part);
      expect(partOf(questionOn(article, 'q2'))).toBe(part);
      expect(partOf(nearMiss('q3', article))).toBe(part);
    }
  });

  it('keeps a third for the look, of articles and of questions about none', () => {
    for (const ask of [questionOn, nearMiss]) {
      const looks = Array.from({ length: 900 }, (_, i) => partOf(ask(`name ${i}`))).filter(
        (part) => part === 'look',
      );
      expect(looks.length / 900).toBeGreaterThan(0.28);
      expect(looks.length / 900).toBeLessThan(0.39);
    }
  });

  it('is the same in every version: what was looked at is never fitted on', () => {
    const parts = ['seals', 'birds', 'bread', 'lights', 'Ångström', '北京'].map((name) =>
      partOf(questionOn(name)),
    );
    expect(parts).toEqual(['look', 'fit', 'fit', 'look', 'fit', 'look']);
  });
});
