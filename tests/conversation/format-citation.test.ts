import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES, formatCitation } from '../../src/conversation/format-citation.ts';
import type { Cited } from '../../src/conversation/format-citation.ts';
import { anyText } from '../arbitraries.ts';
import { wordsIn } from '../../src/words/words.ts';

const words = wordsIn('en');

const SEALS: Cited = {
  article: {
    id: 'of-seals',
    title: 'Of seals',
    author: 'Ada Beth Moor and Jonas van der Pell',
    published: '2024-11-30',
    url: 'https://example.org/seals_(grey)',
  },
  paragraph: 3,
  read: new Date('2026-09-05T10:00:00Z'),
};

describe('formatCitation', () => {
  it.each([
    [
      'plain',
      'Ada Beth Moor, Jonas van der Pell, “Of seals”, 2024-11-30, ¶ 3, https://example.org/seals_(grey) (read 5 September 2026)',
    ],
    [
      'markdown',
      'Ada Beth Moor, Jonas van der Pell, [“Of seals”](https://example.org/seals_%28grey%29), 2024-11-30, ¶ 3 (read 5 September 2026)',
    ],
    [
      'apa',
      'Moor, A. B., & van der Pell, J. (2024, November 30). Of seals. Retrieved September 5, 2026, from https://example.org/seals_(grey)\n(Moor & van der Pell, 2024, para. 3)',
    ],
    [
      'mla',
      'Moor, Ada Beth, and Jonas van der Pell. “Of seals.” 30 Nov. 2024, https://example.org/seals_(grey). Accessed 5 Sept. 2026.\n(Moor and van der Pell, par. 3)',
    ],
    [
      'bibtex',
      '@online{of-seals2024,\n  author = {Moor, Ada Beth and van der Pell, Jonas},\n  title = {{Of seals}},\n  date = {2024-11-30},\n  url = {https://example.org/seals_(grey)},\n  urldate = {2026-09-05},\n  note = {Paragraph 3},\n}',
    ],
  ] as const)('writes %s', (style, line) => {
    expect(formatCitation(words, SEALS, style)).toBe(line);
  });

  it('does without author, date and address, and names a page where there is one', () => {
    const bare: Cited = { ...SEALS, article: { id: 'x', title: 'Why?' }, locator: { page: 12 } };
    expect(formatCitation(words, bare, 'apa')).toBe('Why? (n.d.).\n(“Why?”, n.d., p. 12)');
    expect(formatCitation(words, bare, 'mla')).toBe('“Why?” Accessed 5 Sept. 2026.\n(“Why?”, 12)');
    expect(formatCitation(words, bare, 'plain')).toBe('“Why?”, ¶ 3, page 12 (read 5 September 2026)');
    expect(formatCitation(words, bare, 'bibtex')).toContain('note = {Paragraph 3, page 12}');
  });

  it('does not take a newspaper for a person', () => {
    const article = { ...SEALS.article, author: 'South China Morning Post', published: '2024' };
    expect(formatCitation(words, { ...SEALS, article }, 'apa')).toMatch(
      /^South China Morning Post\. \(2024\)\. /u,
    );
    expect(formatCitation(words, { ...SEALS, article }, 'bibtex')).toContain(
      'author = {{South China Morning Post}}',
    );
  });

  it('keeps the braces of BibTeX in balance, whatever a title holds', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...CITATION_STYLES), (title, author, style) => {
        const line = formatCitation(words, { ...SEALS, article: { ...SEALS.article, title, author } }, style);
        expect(line).toContain('2026');
        if (style !== 'bibtex') return;
        const bare = line.replace(/\\[{}]/gu, '');
        expect(bare.split('{')).toHaveLength(bare.split('}').length);
      }),
    );
  });
});
