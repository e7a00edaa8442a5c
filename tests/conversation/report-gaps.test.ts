import { describe, expect, it } from 'vitest';
import { reportGaps, seenOf } from '../../src/conversation/report-gaps.ts';
import type { Gap } from '../../src/domain/gap.ts';

const NOW = new Date('2026-03-29T12:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

let count = 0;
const gap = (question: string, vector: readonly number[], more: Partial<Gap> = {}): Gap => ({
  id: String((count += 1)),
  serverId: 's1',
  question,
  vector: Float32Array.from(vector),
  askerHash: 'ada',
  outcome: 'weak-hits',
  at: NOW.toISOString(),
  ...more,
});
const ago = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString();

describe('reportGaps', () => {
  it('sorts by voices, counts weeks, and shows the words of three people at least', () => {
    const gaps = [
      gap('How deep is the harbour?', [1, 0], { at: ago(80) }),
      gap('How old is the bell?', [0, 1], { at: ago(15), askerHash: 'ada' }),
      gap('what age has the bell', [0.1, 0.99], { at: ago(8), askerHash: 'bob' }),
      gap('age of the bell', [0.05, 0.99], { at: ago(8), askerHash: 'cyd' }),
      gap('How deep is the harbour?', [1, 0], { at: ago(2) }),
      gap('how deep is the harbour', [1, 0], { at: ago(1), askerHash: 'bob' }),
    ];
    const [bell, harbour] = reportGaps(gaps, { now: NOW, showsWording: false });
    expect(bell).toMatchObject({
      voices: 3,
      wording: 'How old is the bell?',
      weeks: [0, 0, 0, 0, 0, 1, 2, 0],
    });
    expect(harbour).toMatchObject({
      voices: 2,
      first: ago(80),
      last: ago(1),
      weeks: [0, 0, 0, 0, 0, 0, 0, 2],
    });
    expect(harbour?.ids).toHaveLength(3);
    expect(harbour).not.toHaveProperty('wording');
    const [, open] = reportGaps(gaps, { now: NOW, showsWording: true });
    expect(open?.wording).toMatch(/how deep is the harbour/iu);
  });

  it('does not count one person for several', () => {
    const gaps = ['a', 'b', 'c', 'd'].map((question) => gap(question, [1, 0]));
    expect(reportGaps(gaps, { now: NOW, showsWording: false })).toMatchObject([{ voices: 1 }]);
    expect(reportGaps(gaps, { now: NOW, showsWording: false })[0]).not.toHaveProperty('wording');
  });
});

it('dismisses only what was seen', () => {
  const gaps = [gap('a', [1, 0], { id: 'x', at: ago(2) }), gap('b', [1, 0], { id: 'y', at: ago(0) })];
  expect(seenOf(gaps, ['x', 'y', 'z'], ago(1))).toEqual(['x']);
});
