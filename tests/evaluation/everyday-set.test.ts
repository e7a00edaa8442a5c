import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { findParagraph } from '../../src/domain/article.ts';
import { readQuestions } from '../../src/evaluation/read-dataset.ts';

const SET = join(import.meta.dirname, '../everyday');
const ARTICLES = new Map(
  readdirSync(join(SET, 'articles')).map((path) => {
    const { article } = parseArticle({ path, bytes: readFileSync(join(SET, 'articles', path)) });
    return [article.id, article];
  }),
);
const QUESTIONS = readQuestions(readFileSync(join(SET, 'questions.jsonl'), 'utf8'));

describe('the everyday set', () => {
  it('has 150 questions with an answer and 60 near misses, no two alike', () => {
    const count = (kind: string): number => QUESTIONS.filter((question) => question.kind === kind).length;
    expect([count('answerable'), count('unanswerable-near'), QUESTIONS.length]).toEqual([150, 60, 210]);
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(210);
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(210);
  });

  it('names sentences of the paragraph, as the bot divides it, and answers that stand in them', () => {
    const wrong = QUESTIONS.flatMap(({ id, question, gold }) => {
      if (!gold) return [];
      const article = ARTICLES.get(gold.article);
      const paragraph = article && findParagraph(article, gold.paragraph);
      const inText = paragraph?.sentences.map(({ start, end }) => article?.text.slice(start, end)) ?? [];
      const named = gold.sentences ?? [gold.sentence];
      const unknown = named.filter((sentence) => !inText.includes(sentence));
      const stray = gold.answers.filter((answer) => !named.some((sentence) => sentence.includes(answer)));
      const empty = gold.answers.length === 0 ? ['no answer'] : [];
      return [...unknown, ...stray, ...empty].map((what) => `${id} ${question}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('quotes the digest that is shipped', () => {
    const name = 'north-korea-russia-digest.md';
    const shipped = readFileSync(join(SET, '../../corpus/demo', name));
    expect(readFileSync(join(SET, 'articles', name)).equals(shipped)).toBe(true);
  });
});
