import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, quoteMarkdown } from '../../../src/discord/messages/escape-markdown.ts';
import { readQuotation, unescapeMarkdown } from '../read-message.ts';

/** What the promise says, done by somebody who does not know our code. */
function takeAway(shown: string): string {
  return shown
    .replace(/^> /gm, '')
    .replace(/\*\*/g, '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

const hostile = fc.string({
  unit: fc.constantFrom(
    ...[
      '\\',
      '*',
      '_',
      '~',
      '`',
      '|',
      '>',
      '<',
      '#',
      '-',
      '+',
      '[',
      ']',
      '(',
      ')',
      ':',
      '@',
      '1',
      '.',
      ' ',
      '\n',
      '\n',
      'a',
      'é',
    ],
    ...[
      '\u202e',
      '\u200f',
      '\u2028',
      '\r',
      '\ud83d\ude00',
      '@everyone',
      '<@1>',
      'https://x.y',
      '> ',
      '**',
      '```',
      'Kim',
    ],
  ),
  maxLength: 60,
});
const anything = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 80 }));

describe('quoteMarkdown', () => {
  it('gives the text again when `> `, `**` and backslash escapes are taken away, whatever the text and highlights', () => {
    fc.assert(
      fc.property(anything, fc.array(fc.tuple(fc.nat(90), fc.nat(30)), { maxLength: 5 }), (text, pairs) => {
        const highlights = pairs
          .map(([start, length]) => ({ start, end: start + length }))
          .sort((a, b) => a.start - b.start);
        const shown = quoteMarkdown(text, highlights);
        expect(takeAway(shown)).toBe(text);
        expect(readQuotation(shown)).toBe(text);
        expect(shown).not.toContain('****');
      }),
      { numRuns: 2000 },
    );
  });

  it('sets highlights in bold and joins those that only a space parts', () => {
    expect(
      quoteMarkdown('Ruth Calder kept it', [
        { start: 0, end: 4 },
        { start: 5, end: 11 },
      ]),
    ).toBe('> **Ruth Calder** kept it');
  });

  it('quotes every line and keeps bold inside its line', () => {
    expect(quoteMarkdown('one two\nthree', [{ start: 4, end: 13 }])).toBe('> one **two**\n> **three**');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['@everyone', '\\@everyone'],
    ['<@1>', '\\<\\@1\\>'],
    ['```js', '\\`\\`\\`js'],
    ['||x||', '\\|\\|x\\|\\|'],
    ['[a](https://b.c)', '\\[a\\](https\\://b.c)'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['a - b', 'a - b'],
  ])('makes %s harmless', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  it('is undone by unescapeMarkdown', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });
});
