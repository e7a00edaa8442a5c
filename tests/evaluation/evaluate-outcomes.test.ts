import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { RankedSentence } from '../../src/domain/library.ts';
import type { Excerpt, Reply } from '../../src/domain/reply.ts';
import { evaluateOutcomes, matchesGold } from '../../src/evaluation/evaluate-outcomes.ts';
import type { EvaluatedOutcome } from '../../src/evaluation/evaluate-outcomes.ts';
import type { DatasetQuestion, QuestionKind } from '../../src/evaluation/read-dataset.ts';
import { articleFrom } from '../corpus/parse-text.ts';

const ARTICLE = articleFrom(
  'seals.txt',
  'Edda Moor counted the seals in 1951. She found four hundred.\nPuffins nest on the cliffs.',
);
const ARTICLES: ReadonlyMap<string, Article> = new Map([['seals', ARTICLE]]);
const GOLD = {
  article: 'seals',
  paragraph: 1,
  sentence: 'Edda Moor counted the seals in 1951.',
  answers: ['Edda Moor', 'Moor'],
};

function sentenceAt(text: string, paragraph = 1): RankedSentence {
  const start = ARTICLE.text.indexOf(text);
  return {
    articleId: 'seals',
    passageId: 'seals#0',
    paragraph,
    start,
    end: start + text.length,
    text,
    rankScore: 1,
  };
}

function quote(text: string, highlight = '', paragraph = 1): Excerpt {
  const { articleId, start, end } = sentenceAt(text, paragraph);
  const at = text.indexOf(highlight);
  const highlights = highlight === '' ? [] : [{ start: at, end: at + highlight.length }];
  return {
    articleId,
    paragraph,
    start,
    end,
    text,
    highlights,
    citation: { marker: '[1]', title: 'Seals', paragraph },
  };
}

const RIGHT = 'Edda Moor counted the seals in 1951.';
const WRONG = 'She found four hundred.';
const OTHER = 'Puffins nest on the cliffs.';

interface Case {
  readonly kind?: QuestionKind;
  readonly ranking?: readonly RankedSentence[];
  readonly excerpts?: readonly Excerpt[];
  readonly score?: number;
  readonly decision?: 'strong' | 'weak' | 'abstain';
  readonly totalMs?: number;
}

function outcome({
  kind = 'answerable',
  ranking = [],
  excerpts = [],
  score = 0,
  decision = 'abstain',
  totalMs = 1,
}: Case): EvaluatedOutcome {
  const asked: DatasetQuestion = {
    id: 'q',
    question: 'Who?',
    kind,
    ...(kind.startsWith('unanswerable') ? {} : { gold: GOLD }),
  };
  const [first = quote(WRONG), ...rest] = excerpts;
  const reply: Reply =
    decision === 'abstain'
      ? { kind: 'abstention', question: 'Who?', reason: 'weak-hits', score, nearest: excerpts }
      : { kind: 'answer', question: 'Who?', confidence: decision, score, excerpts: [first, ...rest] };
  return { question: asked, ranking, excerpts, score, reply, totalMs };
}

const judge = (...cases: readonly Case[]) => evaluateOutcomes(cases.map(outcome), ARTICLES);

describe('matchesGold', () => {
  it('asks for at least half of the union of both, in characters', () => {
    expect(matchesGold(sentenceAt(RIGHT), GOLD, ARTICLES)).toBe(true);
    expect(matchesGold(sentenceAt('Edda Moor counted'), GOLD, ARTICLES)).toBe(false);
    expect(matchesGold(sentenceAt('Edda Moor counted the'), GOLD, ARTICLES)).toBe(true);
    expect(matchesGold(sentenceAt(`${RIGHT} ${WRONG}`), GOLD, ARTICLES)).toBe(true);
    expect(matchesGold(sentenceAt(WRONG), GOLD, ARTICLES)).toBe(false);
  });

  it('asks for the right article', () => {
    expect(matchesGold({ ...sentenceAt(RIGHT), articleId: 'birds' }, GOLD, ARTICLES)).toBe(false);
    expect(matchesGold(sentenceAt(RIGHT), { ...GOLD, article: 'birds' }, ARTICLES)).toBe(false);
    expect(matchesGold(sentenceAt(RIGHT), { ...GOLD, paragraph: 9 }, ARTICLES)).toBe(false);
  });

  it('takes any of the sentences that count as right', () => {
    const several = { ...GOLD, sentences: [RIGHT, WRONG] };
    expect(matchesGold(sentenceAt(RIGHT), several, ARTICLES)).toBe(true);
    expect(matchesGold(sentenceAt(WRONG), several, ARTICLES)).toBe(true);
    expect(matchesGold(sentenceAt(OTHER, 2), several, ARTICLES)).toBe(false);
  });
});

describe('evaluateOutcomes', () => {
  it('looks for the gold sentence and its paragraph among the first and the first three', () => {
    const [right, wrong, other] = [sentenceAt(RIGHT), sentenceAt(WRONG), sentenceAt(OTHER, 2)];
    const figures = judge(
      { ranking: [right, wrong, other] },
      { ranking: [other, wrong, right] },
      { ranking: [other, other, other, right] },
      { ranking: [] },
    );
    expect(figures).toMatchObject({
      questions: 4,
      sentenceAt1: 0.25,
      sentenceAt3: 0.5,
      paragraphAt1: 0.25,
      paragraphAt3: 0.5,
    });
  });

  it('counts an excerpt that has an answer and stands in the gold paragraph', () => {
    const figures = judge(
      { excerpts: [quote(RIGHT, 'Edda Moor')] },
      { excerpts: [quote(WRONG), quote(RIGHT)] },
      { excerpts: [quote(RIGHT, '1951', 2)] },
      { excerpts: [quote(RIGHT, '1951')] },
    );
    expect(figures).toMatchObject({ excerptAt1: 0.5, excerptAt3: 0.75 });
    // One highlight overlaps an answer; that of the wrong paragraph and that of the year do not.
    expect(figures.highlightHitRate).toBe(0.25);
  });

  it('measures the length of the first excerpt against that of the gold sentence', () => {
    const figures = judge({ excerpts: [quote(RIGHT), quote(OTHER, '', 2)] }, { excerpts: [quote(WRONG)] });
    expect(figures.excerptCharsMean).toBe((RIGHT.length + WRONG.length) / 2);
    expect(figures.excerptCharsP90).toBe(RIGHT.length);
    expect(figures.goldCharsMean).toBe(RIGHT.length);
  });

  it('finds an excerpt that is not word for word', () => {
    const altered = { ...quote(RIGHT), text: 'Edda Moor counted the seals in 1952.' };
    expect(judge({ excerpts: [quote(RIGHT)] }, { excerpts: [altered] }).verbatimRate).toBe(0.5);
    expect(judge({ excerpts: [quote(RIGHT)] }).verbatimRate).toBe(1);
  });

  it('counts a weak answer half, on both sides', () => {
    const excerpts = [quote(RIGHT)];
    const figures = judge(
      { excerpts, decision: 'strong' },
      { excerpts, decision: 'weak' },
      { excerpts },
      { excerpts },
      { kind: 'unanswerable-near', excerpts, decision: 'weak' },
      { kind: 'unanswerable-near', excerpts },
      { kind: 'unanswerable-far', excerpts, decision: 'strong' },
      { kind: 'unanswerable-far', excerpts },
    );
    expect(figures).toMatchObject({
      answeredRate: 0.375,
      falseAnswerRateNear: 0.25,
      falseAnswerRateFar: 0.5,
    });
  });

  it('measures how well the score tells far and near questions from answerable ones', () => {
    const figures = judge(
      { score: 0.9 },
      { score: 0.5 },
      { kind: 'unanswerable-near', score: 0.7 },
      { kind: 'unanswerable-far', score: 0.1 },
    );
    expect(figures).toMatchObject({ aurocNear: 0.5, aurocFar: 1 });
  });

  it('counts a bold answer only in a first excerpt that is right itself', () => {
    const figures = judge(
      { excerpts: [quote(RIGHT, 'Edda Moor')] },
      { excerpts: [quote(RIGHT, '1951')] },
      { excerpts: [quote(RIGHT)] },
      { excerpts: [quote(RIGHT, 'Edda Moor', 2)] },
      { excerpts: [quote(WRONG, 'four hundred'), quote(RIGHT, 'Edda Moor')] },
    );
    expect(figures).toMatchObject({ spanHitRate: 0.2, highlightHitRate: 0.4 });
  });

  it('says how often it is sure, how often rightly so, and how many are misled', () => {
    const [right, wrong] = [[sentenceAt(RIGHT)], [sentenceAt(WRONG)]];
    const figures = judge(
      { ranking: right, decision: 'strong' },
      { ranking: wrong, decision: 'strong' },
      { ranking: right, decision: 'weak' },
      { ranking: wrong, decision: 'weak' },
      { ranking: right },
      { kind: 'unanswerable-near', ranking: right, decision: 'strong' },
      { kind: 'unanswerable-near', ranking: right },
      { kind: 'unanswerable-far', ranking: right },
    );
    expect(figures).toMatchObject({ sureRate: 3 / 8, answerPrecision: 2 / 5, sureWrong: 2 / 8 });
    expect(figures.surePrecision).toBeCloseTo(1 / 3);
    const timid = judge({ ranking: right, decision: 'weak' });
    expect(timid).toMatchObject({ sureRate: 0, surePrecision: Number.NaN, sureWrong: 0 });
  });

  it('gives the median and the slow end of the times', () => {
    const cases = Array.from({ length: 20 }, (_, i): Case => ({ totalMs: i + 1 }));
    expect(judge(...cases).answerMs).toEqual({ p50: 10, p95: 19 });
  });
});
