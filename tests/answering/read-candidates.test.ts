import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredSentence } from '../../src/answering/rank-sentences.ts';
import { readCandidates } from '../../src/answering/read-candidates.ts';
import type { ReadingWeights } from '../../src/answering/read-candidates.ts';
import { buildArticle } from '../../src/corpus/build-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import type { ReaderWindow } from '../../src/domain/ports/reader.ts';
import { anyText } from '../arbitraries.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import { rankBy, SPLIT } from './rank-by.ts';

const WEIGHTS: ReadingWeights = { margin: 0.1, limit: 10, lead: 0.5, gap: 1 };

/** The sentences in their new order, with each window that was read. */
async function read(
  articles: readonly Article[],
  ranked: readonly ScoredSentence[],
  answers: Readonly<Record<string, number>>,
  weights: Partial<ReadingWeights> = {},
  question = 'Who counted the seals?',
) {
  const windows: ReaderWindow[] = [];
  const reader = createWordReader(answers, { onRead: (_, read) => windows.push(...read) });
  const byId = new Map(articles.map((article) => [article.id, article]));
  const textOf = ({ hit }: ScoredSentence): string => byId.get(hit.passage.articleId)?.text ?? '';
  const again = await readCandidates({
    question,
    ranked,
    articles: byId,
    reader,
    weights: { ...WEIGHTS, ...weights },
  });
  return {
    windows: windows.map(({ text }) => text),
    titles: windows.map(({ title }) => title),
    again,
    texts: again.map((one) => textOf(one).slice(one.sentence.start, one.sentence.end)),
    spans: again.map((one) => one.answer && textOf(one).slice(one.answer.start, one.answer.end)),
  };
}

/** Each sentence a paragraph of its own, ranked as listed. */
function rankLines(lines: readonly string[]): {
  readonly article: Article;
  readonly ranked: readonly ScoredSentence[];
} {
  const article = articleFrom('a.txt', lines.join('\n'));
  return { article, ranked: rankBy([article], (_, i) => 1 - i / 100) };
}

const LINES = Array.from({ length: 20 }, (_, i) => `Line ${i} was written by writer${i}.`);

describe('the windows that are read', () => {
  it('are one alone when its sentence leads the next by far', async () => {
    const { article, ranked } = rankLines(LINES);
    const { windows, texts } = await read([article], ranked, { writer0: 5 });
    expect(windows).toEqual(LINES.slice(0, 1));
    expect(texts).toEqual(LINES);
  });

  it('are two when the second one leads', async () => {
    const { article, ranked } = rankLines(LINES);
    const { windows, texts } = await read([article], ranked, { writer0: 1, writer1: 6 });
    expect(windows).toEqual(LINES.slice(0, 2));
    expect(texts[0]).toBe(LINES[1]);
  });

  it('are eight at most when none leads', async () => {
    const { article, ranked } = rankLines(LINES);
    const { windows, titles } = await read([article], ranked, { writer0: 4.2 });
    expect(windows).toEqual(LINES.slice(0, 8));
    expect(new Set(titles)).toEqual(new Set([article.title]));
  });

  it('are shared by candidates that stand in one', async () => {
    const article = articleFrom('a.txt', 'Ada sailed north. Ben sailed south. Cleo stayed.\nDora flew.');
    const ranked = rankBy([article], (_, i) => 1 - i / 100);
    const { windows, spans } = await read([article], ranked, { Ada: 1, Cleo: 3, Dora: 2 });
    expect(windows).toEqual(['Ada sailed north. Ben sailed south. Cleo stayed.', 'Dora flew.']);
    expect(spans.filter((span) => span !== undefined)).toEqual(
      expect.arrayContaining(['Ada', 'Cleo', 'Dora']),
    );
  });

  it('are those of sentences that rank not too far behind the first', async () => {
    const { article, ranked } = rankLines(LINES);
    const { windows } = await read([article], ranked, {}, { gap: 0.045 });
    expect(windows).toEqual(LINES.slice(0, 5));
  });

  it('are not looked for beyond the first thirty sentences', async () => {
    const crowd = Array.from({ length: 30 }, (_, i) => `Boat ${i}!`).join(' ');
    const { article, ranked } = rankLines([crowd, 'Dora flew.']);
    expect((await read([article], ranked, {})).windows).toEqual([crowd]);
  });

  it('are none when nothing was found, or its article is gone', async () => {
    expect(await read([], [], {})).toMatchObject({ windows: [], again: [] });
    const { ranked } = rankLines(LINES);
    expect(await read([], ranked, {})).toMatchObject({ windows: [], again: ranked });
  });
});

describe('a count', () => {
  const [ROUGH, EXACT] = ['Thousands of seals came in spring.', 'In all 1,204 seals came that spring.'];
  const ask = async (answers: Readonly<Record<string, number>>, question = 'How many seals came?') => {
    const { article, ranked } = rankLines([ROUGH, EXACT]);
    return (await read([article], ranked, answers, { lead: 5 }, question)).texts;
  };

  it('that is exact comes before one that is only rough, where the reader takes both for answers', async () => {
    expect(await ask({ Thousands: 9, '1,204': 1 })).toEqual([EXACT, ROUGH]);
  });

  it.each([
    ['the exact one is no answer', { Thousands: 9, '1,204': -1 }],
    ['there is no other one', { Thousands: 9, spring: 3 }],
  ])('that is rough stays first where %s', async (_, answers) => {
    expect(await ask(answers)).toEqual([ROUGH, EXACT]);
  });

  it('is nothing that other questions ask for', async () => {
    expect(await ask({ Thousands: 9, '1,204': 1 }, 'Who came?')).toEqual([ROUGH, EXACT]);
  });
});

describe('the rank after reading', () => {
  it('is the rank before with the weighted margin, cut to the limit', async () => {
    const { article, ranked } = rankLines(LINES.slice(0, 3));
    const { again, texts } = await read([article], ranked, { writer0: 2, writer1: -3, writer2: 400 });
    expect(texts).toEqual([LINES[2], LINES[0], LINES[1]]);
    const scores = again.map(({ readScore }) => readScore ?? Number.NaN);
    [0.98 + 1, 1 + 0.2, 0.99 - 0.3].forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 5);
    });
    expect(again[0]?.answer?.margin).toBeCloseTo(400, 3);
  });

  it('leaves unread sentences behind those that were read, in their order', async () => {
    const { article, ranked } = rankLines(LINES);
    const { texts, again } = await read([article], ranked, { writer2: 6 });
    expect(texts[0]).toBe(LINES[2]);
    expect(texts.slice(3)).toEqual(LINES.slice(3));
    expect(again.map(({ readScore }) => readScore !== undefined)).toEqual(LINES.map((_, i) => i < 3));
  });

  it('leaves everything where it was when a margin counts nothing', async () => {
    const { article, ranked } = rankLines(LINES);
    expect((await read([article], ranked, { writer2: 6 }, { margin: 0 })).texts).toEqual(LINES);
  });

  it('takes words for the answer that stand in the sentence, not beside it in the window', async () => {
    const article = articleFrom('a.txt', 'Ada sailed north. Ben sailed south.');
    const ranked = rankBy([article], (text) => (text.startsWith('Ben') ? 1 : 0.5));
    const { texts, spans, again } = await read([article], ranked, { Ada: 9 });
    expect(texts).toEqual(['Ada sailed north.', 'Ben sailed south.']);
    expect(spans[0]).toBe('Ada');
    expect(again[1]?.answer?.margin).toBeLessThan(0);
  });
});

describe('any reading', () => {
  it('stays in one paragraph a window and one sentence an answer, and loses no sentence', async () => {
    const anyBodies = fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    const anyScores = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    const anyAnswers = fc.dictionary(
      fc.constantFrom('Ada', 'U', '.', '北', 'x', '“', 'Stay'),
      fc.integer({ min: -9, max: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(anyBodies, anyScores, anyAnswers, async (bodies, scores, answers) => {
        const articles = bodies.map((texts, i) =>
          buildArticle(
            { id: `any-${i}`, title: `Any ${i}`, aliases: {} },
            texts.map((text) => ({ kind: 'paragraph', text })),
          ),
        );
        const ranked = rankBy(articles, () => Number(scores.next().value), SPLIT);
        const { windows, again } = await read(articles, ranked, answers);
        expect(windows.length).toBeLessThanOrEqual(8);
        const paragraphs = articles.flatMap((article) =>
          paragraphsOf(article).map(({ start, end }) => article.text.slice(start, end)),
        );
        for (const window of windows) {
          expect(paragraphs.some((paragraph) => paragraph.includes(window))).toBe(true);
        }
        const unread = again.filter(({ answer }) => !answer);
        const isUnread = new Set(unread.map(({ sentence }) => sentence));
        expect(unread).toEqual(ranked.filter(({ sentence }) => isUnread.has(sentence)));
        expect(again.slice(again.length - unread.length)).toEqual(unread);
        expect(new Set(again.map(({ sentence }) => sentence))).toEqual(
          new Set(ranked.map(({ sentence }) => sentence)),
        );
        for (const { answer, sentence } of again) {
          if (!answer) continue;
          expect(answer.start).toBeGreaterThanOrEqual(sentence.start);
          expect(answer.end).toBeLessThanOrEqual(sentence.end);
          expect(answer.end).toBeGreaterThan(answer.start);
        }
      }),
      { numRuns: 60 },
    );
  });
});
