import { describe, expect, it } from 'vitest';
import type { CardJudge, CardTrial } from '../../src/domain/ports/card-judge.ts';
import { overlaps } from '../../src/domain/span.ts';
import { makeArticle } from '../doubles/library.ts';

const DUG = 'The harbour of Ellerby was dug in 1712 by Edda Moor and four hundred convicts.';
const TEXT = `${DUG} Its east wall fell in a storm.\n\nThe ferry crosses the bay eleven times a day, and children travel free.`;

/** Made up: a harbour, and who dug it. */
export const JUDGED = makeArticle('harbour', TEXT);

/** A card that asks who dug the harbour. */
const TRIAL: CardTrial = {
  articleId: 'harbour',
  question: 'The harbour of Ellerby was dug in 1712 by who and four hundred convicts?',
  sentence: { start: 0, end: DUG.length },
  answer: { start: DUG.indexOf('Edda'), end: DUG.indexOf(' and four') },
};

/** What every judge of cards has to do, over the article above. */
export function describeCardJudge(
  name: string,
  openJudge: () => Promise<CardJudge>,
  { reads }: { readonly reads: boolean },
): void {
  describe(`${name}: a judge of cards`, () => {
    it('finds the very sentence of a question that is made of its words', async () => {
      const { found, read } = await (await openJudge()).judge(TRIAL);
      const [first] = found;
      expect(first && overlaps(first, TRIAL.sentence)).toBe(true);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(read).toBe(reads);
    });

    it('points at words of that sentence, where a reader reads', async () => {
      const { pointed } = await (await openJudge()).judge(TRIAL);
      expect(pointed !== undefined).toBe(reads);
      if (!pointed) return;
      expect(TEXT.slice(pointed.start, pointed.end)).toBe('Edda Moor');
    });
  });
}
