import { describe, expect, it } from 'vitest';
import { leadOf, outlineOf } from '../../src/domain/outline.ts';
import { articleFrom } from '../corpus/parse-text.ts';

const ARTICLE = articleFrom(
  'seals.md',
  `---
title: Of seals
---

They are grey.

# Food

- Herring

Seals eat herring. They dive for it.

# Experts

## Edda Moor

She counts them.`,
);

describe('outlineOf', () => {
  const sections = outlineOf(ARTICLE);
  const named = sections.map(({ heading, paragraphs }) => [
    heading && ARTICLE.text.slice(heading.start, heading.end),
    paragraphs.map(({ number }) => number),
  ]);

  it('has every heading and every paragraph once, in reading order', () => {
    expect(named).toEqual([
      [undefined, [1]],
      ['Food', [2, 3]],
      ['Experts', []],
      ['Edda Moor', [4]],
    ]);
  });

  it('leads a section with its first prose, and one without paragraphs with nothing', () => {
    expect(sections.map((section) => leadOf(section)?.number)).toEqual([1, 3, undefined, 4]);
  });
});
