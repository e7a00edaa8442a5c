import { describe, expect, it } from 'vitest';
import { isVerbatim } from '../../src/domain/library.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createLookup } from '../../src/library/lookup.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import { indexOver, libraryOver } from '../library-over.ts';

const SEALS = articleFrom(
  'seals.md',
  '---\ntitle: Of seals\naliases:\n  GS: grey seal\n---\n# Colonies\n\nThe grey seals rest on Hollow Island. Storms drive them off.\n\nEdda Moor counted the grey seals twice.\n\n# Food\n\nSeals eat herring.',
);
const BIRDS = articleFrom('birds.txt', 'Puffins eat herring too.');
const open = async () => (await libraryOver([SEALS, BIRDS])).library;

describe('lookup', () => {
  it('quotes one sentence of each passage that has the term, the best first', async () => {
    const library = await open();
    const { term, entries } = library.lookup('herring');
    expect(term).toBe('herring');
    expect(entries.map(({ text }) => text).toSorted()).toEqual([
      'Puffins eat herring too.',
      'Seals eat herring.',
    ]);
    expect(entries.map(({ citation }) => citation.marker)).toEqual(['[1]', '[2]']);
    for (const entry of entries) expect(isVerbatim(entry, library.article(entry.articleId))).toBe(true);
  });

  it('counts without quoting, and quotes a part with the same numbers', async () => {
    const library = await open();
    const found = library.lookup('herring');
    expect(found.articleIds).toEqual(found.entries.map(({ articleId }) => articleId));
    expect(found.quote(1, 2)).toEqual(found.entries.slice(1, 2));
    expect(found.quote(2, 9)).toEqual([]);
  });

  it('quotes the sentence with most of the words, and knows aliases', async () => {
    const library = await open();
    expect(library.lookup('GS').entries[0]?.text).toMatch(/grey seals/);
    expect(library.lookup('storms').entries.map(({ text }) => text)).toEqual(['Storms drive them off.']);
  });

  it('may be limited to an article, and refuses one that is not there', async () => {
    const library = await open();
    expect(library.lookup('herring', { articleId: 'birds' }).entries).toHaveLength(1);
    expect(library.lookup('walrus').entries).toEqual([]);
    expect(() => library.lookup('herring', { articleId: 'fish' })).toThrow(/There is no article "fish"/);
  });
});

describe('lookup over a large corpus', () => {
  it('prepares the term once: every unknown word is looked up in the whole vocabulary', async () => {
    const index = await indexOver([SEALS, BIRDS]);
    const retriever = createRetriever(index, { isKnownWord: () => false });
    let prepared = 0;
    const lookup = createLookup({
      articles: new Map(index.articles.map((article) => [article.id, article])),
      retriever: {
        ...retriever,
        prepare: (...question) => {
          prepared += 1;
          return retriever.prepare(...question);
        },
      },
    });
    expect(lookup('hering').entries).toHaveLength(2);
    expect(prepared).toBe(1);
  });
});

describe('paragraph', () => {
  it('shows a paragraph between its neighbours, counted without headings', async () => {
    const library = await open();
    const view = library.paragraph('seals', 2);
    expect(view?.count).toBe(3);
    const textOf = (block?: { readonly start: number; readonly end: number }) =>
      block && SEALS.text.slice(block.start, block.end);
    expect(textOf(view?.paragraph)).toBe('Edda Moor counted the grey seals twice.');
    expect(textOf(view?.previous)).toMatch(/^The grey seals rest/);
    expect(textOf(view?.next)).toBe('Seals eat herring.');
    expect(library.paragraph('seals', 1)).not.toHaveProperty('previous');
    expect(library.paragraph('seals', 3)).not.toHaveProperty('next');
  });

  it.each([0, 4, -1, 1.5])('has no paragraph %d', async (number) => {
    expect((await open()).paragraph('seals', number)).toBeUndefined();
  });
});

describe('sources and suggestions', () => {
  it('lists the articles with their paragraphs and passages', async () => {
    const { entries, indexed } = (await open()).sources();
    expect(entries.map(({ article, paragraphs }) => [article.title, paragraphs])).toEqual([
      ['Of seals', 3],
      ['birds', 1],
    ]);
    expect(entries.every(({ passages }) => passages > 0)).toBe(true);
    expect(indexed).toBe('2024-05-01T10:00:00.000Z');
  });

  it('counts the passages that the index holds, once a generation', async () => {
    const index = await indexOver([SEALS, BIRDS]);
    const { library } = await libraryOver([SEALS, BIRDS]);
    expect(library.sources().entries.map(({ passages }) => passages)).toEqual(
      index.articles.map(({ id }) => index.passages.filter((passage) => passage.articleId === id).length),
    );
    expect(library.sources()).toBe(library.sources());
  });

  it('completes terms and titles', async () => {
    const library = await open();
    expect(library.suggestTerms('edd', 5)).toContain('Edda Moor');
    expect(library.suggestTerms('herr', 5)).toEqual(['herring']);
    expect(library.suggestArticles('se', 5).map(({ id }) => id)).toEqual(['seals']);
    expect(library.suggestArticles('', 1)).toHaveLength(1);
  });
});

describe('findSources', () => {
  it('quotes the nearest passages without a decision, no more than asked for', async () => {
    const library = await open();
    const found = await library.findSources('Grey seals were counted by Edda Moor', 2);
    expect(found).toHaveLength(2);
    expect(found[0]?.text).toBe('Edda Moor counted the grey seals twice.');
    expect(await library.findSources('…', 2)).toEqual([]);
  });
});
