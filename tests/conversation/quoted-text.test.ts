import { describe, expect, it } from 'vitest';
import { findQuotedText } from '../../src/conversation/quoted-text.ts';

describe('findQuotedText', () => {
  it.each([
    ['> the troops were sent\n> in May\nreally?', 'the troops were sent\nin May'],
    ['He said “the troops were sent in May” and “so what”', 'the troops were sent in May'],
    ['<@12> is "the troops were sent" right? https://x.org/a "b c d"', 'the troops were sent'],
    ['the "troops" were sent', 'the "troops" were sent'],
    ['>>> all of this\nis quoted', 'all of this'],
    ['  ', ''],
  ])('finds in %j what is quoted', (message, quoted) => {
    expect(findQuotedText(message)).toBe(quoted);
  });
});
