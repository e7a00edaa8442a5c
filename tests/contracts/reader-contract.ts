import { beforeAll, describe, expect, it } from 'vitest';
import { findBestSpan } from '../../src/answering/best-span.ts';
import type { Reader, ReaderWindow, WindowReading } from '../../src/domain/ports/reader.ts';

const QUESTION = 'Who counted the grey seals of Hollow Island?';
const SEALS = 'The grey seals of Hollow Island were counted in 1951 by Edda Moor.';
const WINDOWS: readonly ReaderWindow[] = [
  { title: 'Seals', text: SEALS },
  { title: '', text: 'Puffins nest there from April to August.' },
  { title: 'Bread', text: 'Rye needs a sour dough. It also needs a day of patience, or two.' },
  { title: 'The light of Brannoch Head', text: 'The lamp was automated in March 1968.' },
  { title: 'Bells', text: 'The bell of Saltmere weighs eighty kilograms.' },
];

const HOSTILE: readonly (readonly [string, string])[] = [
  ['of emoji', '👩‍👩‍👧🇰🇵🦭 🦭🦭'],
  ['with a lone high surrogate', `Edda \ud83d Moor`],
  ['with a lone low surrogate', `\ude00 Edda Moor`],
  ['from right to left', 'מי ספר את כלבי הים؟ مرحبا بالعالم'],
  ['of 10,000 letters without a space', 'x'.repeat(10_000)],
  ['of 10,000 characters in words', 'tide '.repeat(2000)],
  ['of controls and marks', '\u0000\u200b\ufeff\u2028e\u0301\u0301\u0301'],
  ['with special tokens of models', '[CLS] [SEP] [PAD] [MASK] </s>'],
  ['of white space', ' \n\t\u00a0'],
  ['of nothing', ''],
];

/** What every reader has to do, whatever it reads with. It has to know that Edda Moor counted seals. */
export function describeReader(name: string, openReader: () => Promise<Reader>): void {
  describe(`${name}: a reader`, () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await openReader();
    });

    /** The reading of one window that is read alone. */
    async function readAlone(window: ReaderWindow, question = QUESTION): Promise<WindowReading> {
      const [reading, ...others] = await reader.read(question, [window]);
      if (!reading) throw new Error('A window has to have a reading.');
      expect(others).toEqual([]);
      return reading;
    }

    it('says what it is, by the hash of its weights', () => {
      expect(reader.identity.id).not.toBe('');
      expect(reader.identity.revision).toMatch(/^[0-9a-f]{64}$/);
    });

    it('reads nothing when there is no window', async () => {
      expect(await reader.read(QUESTION, [])).toEqual([]);
    });

    it('gives one reading for each window, in their order', async () => {
      const wordsOf = async (windows: readonly ReaderWindow[]): Promise<readonly string[]> =>
        (await reader.read(QUESTION, windows)).map(({ tokens }, i) => {
          const last = tokens.at(-1);
          return windows[i]?.text.slice(tokens[0]?.start, last?.end) ?? '';
        });
      const texts = WINDOWS.map(({ text }) => text);
      expect(await wordsOf(WINDOWS)).toEqual(texts);
      expect(await wordsOf(WINDOWS.toReversed())).toEqual(texts.toReversed());
    });

    it.each([...HOSTILE, ['of two sentences', WINDOWS[2]?.text ?? ''] as const])(
      'has a place inside the text and two finite scores for each token of a text %s',
      async (_, text) => {
        const { tokens, starts, ends, nullScore } = await readAlone({ title: 'Any', text });
        expect(starts).toHaveLength(tokens.length);
        expect(ends).toHaveLength(tokens.length);
        expect([...starts, ...ends, nullScore].every(Number.isFinite)).toBe(true);
        let before = { start: 0, end: 0 };
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(before.start);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          // Two tokens are of one word, or the second stands behind the first.
          if (token.start < before.end) expect(token).toEqual(before);
          before = token;
        }
      },
    );

    it.each(HOSTILE)('takes a question and a title %s, and reads the text all the same', async (_, text) => {
      const reading = await readAlone({ title: text, text: SEALS }, text);
      expect(SEALS.slice(reading.tokens[0]?.start, reading.tokens.at(-1)?.end)).toBe(SEALS);
      expect([...reading.starts, ...reading.ends, reading.nullScore].every(Number.isFinite)).toBe(true);
    });

    it('cuts a text that is too long, without complaint', async () => {
      const text = `${SEALS} `.repeat(40);
      const { tokens } = await readAlone({ title: 'Seals', text });
      const room = reader.roomFor(QUESTION, 'Seals');
      expect(reader.countTokens(text)).toBeGreaterThan(room);
      expect(tokens.length).toBeGreaterThan(room / 2);
      expect(tokens.length).toBeLessThanOrEqual(room);
    });

    it('has less room beside a longer question, and some beside any', () => {
      const beside = (question: string): number => reader.roomFor(question, 'Seals');
      expect(beside(`${QUESTION} In which of the years?`)).toBeLessThan(beside(QUESTION));
      expect(beside('why '.repeat(500))).toBeGreaterThan(20);
    });

    it('counts the tokens that it reads', async () => {
      for (const window of WINDOWS) {
        expect((await readAlone(window)).tokens).toHaveLength(reader.countTokens(window.text));
      }
    });

    it('scores a window alike alone and among others of other lengths', async () => {
      const batch = await reader.read(QUESTION, WINDOWS);
      for (const [i, window] of WINDOWS.entries()) {
        const alone = await readAlone(window);
        const together = batch[i];
        expect(together?.tokens).toEqual(alone.tokens);
        const differences = [
          ...alone.starts.map((score, at) => score - (together?.starts[at] ?? Number.NaN)),
          ...alone.ends.map((score, at) => score - (together?.ends[at] ?? Number.NaN)),
          alone.nullScore - (together?.nullScore ?? Number.NaN),
        ];
        for (const difference of differences) expect(Math.abs(difference)).toBeLessThan(1e-3);
      }
    });

    it('points at a plain answer, and rather at none where there is none', async () => {
      const [answering, ...others] = await reader.read(QUESTION, WINDOWS);
      const bounds = { start: 0, end: SEALS.length };
      const span = answering && findBestSpan(answering, bounds);
      expect(SEALS.slice(span?.start, span?.end)).toMatch(/Edda Moor/);
      for (const other of others) {
        const margin = findBestSpan(other, { start: 0, end: 1000 })?.margin ?? Number.NaN;
        expect(margin).toBeLessThan(span?.margin ?? Number.NaN);
      }
    });
  });
}
