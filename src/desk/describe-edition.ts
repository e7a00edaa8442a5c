import type { Article } from '../domain/article.ts';
import type { EditionChanges, ParagraphPair } from '../domain/edition.ts';
import type { AlignedParagraph } from './align-paragraphs.ts';
import { alignParagraphs } from './align-paragraphs.ts';

/** Which paragraphs a newer edition has added, removed, changed and moved. */
export function describeEdition(older: Article, newer: Article): EditionChanges {
  const aligned = alignParagraphs(older, newer);
  const numbers = (kind: AlignedParagraph['kind'], side: 'from' | 'to'): readonly number[] =>
    aligned.flatMap((one) => (one.kind === kind ? (one[side]?.number ?? []) : [])).sort((a, b) => a - b);
  const pairs = (kind: AlignedParagraph['kind']): readonly ParagraphPair[] =>
    aligned
      .flatMap(({ kind: is, from, to }) =>
        is === kind && from && to ? { from: from.number, to: to.number } : [],
      )
      .sort((a, b) => a.to - b.to);
  return {
    added: numbers('added', 'to'),
    removed: numbers('removed', 'from'),
    changed: pairs('changed'),
    moved: pairs('moved'),
  };
}
