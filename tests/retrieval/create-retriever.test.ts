import { describe, expect, it } from 'vitest';
import type { Retriever } from '../../src/domain/retriever.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { indexOver } from '../library-over.ts';

const embedder = createHashEmbedder();
const ISLANDS = articleFrom(
  'islands.md',
  [
    '# Seals\n\nEdda Moor counted the grey seals.',
    '# Birds\n\nPuffins nest there from April to August.',
    '# Rocks\n\nThe rocks are of grey granite.',
    '# Boats\n\nThe boat to the island is called Petrel.',
    '# Food\n\nThe inn serves kelp soup.',
    '# Light\n\nThe lamp of the tower burns all night.',
    '# Names\n\nKelp is called tangle there.',
  ].join('\n\n'),
);
const BREAD = articleFrom('bread.txt', 'Rye bread is sour. Grey bread is not.');

async function openRetriever(): Promise<Retriever> {
  return createRetriever(await indexOver([ISLANDS, BREAD]), { isKnownWord: () => false });
}

describe('retrieve', () => {
  const retrieve = async (question: string, articleId?: string) => {
    const retriever = await openRetriever();
    const query = retriever.prepare(question);
    const { vector } = await embedder.encodeQuestion(query.text);
    return retriever.retrieve(query, vector, articleId === undefined ? {} : { articleId });
  };

  it('returns the five best passages, best first, with what each was found by', async () => {
    const hits = await retrieve('Who counted the grey seals?');
    expect(hits).toHaveLength(5);
    expect(hits[0]).toMatchObject({ passage: { heading: 'Seals' }, denseRank: 1, lexicalRank: 1 });
    expect(hits[0]?.matchedTerms.toSorted()).toEqual(['count', 'grei', 'seal']);
    const fused = hits.map((hit) => hit.fused);
    expect(fused).toEqual(fused.toSorted((a, b) => b - a));
    expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(5);
  });

  it('says so when no word of a passage matched', async () => {
    const hits = await retrieve('seals');
    const silent = hits.filter(({ lexicalRank }) => lexicalRank === undefined);
    expect(silent.length).toBeGreaterThan(0);
    for (const hit of silent) expect(hit).toMatchObject({ lexical: 0, matchedTerms: [] });
  });

  it('keeps to one article when told to', async () => {
    const hits = await retrieve('Who counted the grey seals?', 'bread');
    expect(hits.map(({ passage }) => passage.articleId)).toEqual(['bread']);
  });
});

describe('lookup', () => {
  it('finds the passages with all of the words, else those with one of them', async () => {
    const retriever = await openRetriever();
    const headings = (term: string, articleId?: string) =>
      retriever
        .lookup(retriever.prepare(term), articleId)
        .map(({ heading, articleId: article }) => heading ?? article);
    expect(headings('kelp').toSorted()).toEqual(['Food', 'Names']);
    expect(headings('kelp soup')).toEqual(['Food']);
    expect(headings('kelp granite').toSorted()).toEqual(['Food', 'Names', 'Rocks']);
    expect(headings('grey', 'bread')).toEqual(['bread']);
    expect(headings('zeppelin')).toEqual([]);
    expect(headings('')).toEqual([]);
  });
});

describe('alike', () => {
  it('finds the passage that a text is from by its rare words, whatever else was changed in it', async () => {
    const retriever = await openRetriever();
    const alike = (text: string, limit = 1) => retriever.alike(text, limit).map(({ heading }) => heading);
    expect(alike('Edda Mohr counted the grey whales there in April')).toEqual(['Seals']);
    expect(alike('There the grey granite is called kelp', 2)).toHaveLength(2);
    expect(alike('zeppelin')).toEqual([]);
  });

  it('leaves the common words of a long text alone', async () => {
    const common = Array.from({ length: 12 }, (_, i) => `common${'abcdefghijkl'.charAt(i)}`).join(' ');
    const texts = ['first', 'second', 'third'].map((word) => `${common} ${word}.`);
    const index = await indexOver(texts.map((text, i) => articleFrom(`${i}.txt`, text)));
    const retriever = createRetriever(index, { isKnownWord: () => false });
    const [found] = retriever.alike(`${common} second`, 5);
    expect(found?.articleId).toBe('1');
  });
});

describe('idf', () => {
  it('is the greater the rarer a stem is, and greatest for what no passage has', async () => {
    const retriever = await openRetriever();
    const [none, one, several] = ['zeppelin', 'puffin', 'grei'].map((stem) => retriever.idf(stem));
    expect(none).toBeGreaterThan(one ?? Number.NaN);
    expect(one).toBeGreaterThan(several ?? Number.NaN);
    expect(several).toBeGreaterThan(0);
  });
});
