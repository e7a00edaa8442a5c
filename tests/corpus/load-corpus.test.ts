import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { corpusFile } from './parse-text.ts';

const demo = corpusFile('demo/shown.md', '---\ndemo: true\n---\nThe demo.');

describe('loadCorpus', () => {
  it('keeps the demo while it stands alone', () => {
    const { articles, leftOut } = loadCorpus([demo]);
    expect(articles.map(({ article }) => article.id)).toEqual(['shown']);
    expect(leftOut).toEqual([]);
  });

  it('leaves the demo out beside any other article, and says so', () => {
    const { articles, leftOut } = loadCorpus([demo, corpusFile('own.txt', 'My own.')]);
    expect(articles.map(({ article }) => article.id)).toEqual(['own']);
    expect(leftOut).toEqual([
      'The demo article demo/shown.md is left out: the corpus holds articles of its own.',
    ]);
  });

  it('keeps the demo beside others where that is asked for', () => {
    const { articles, leftOut } = loadCorpus([demo, corpusFile('own.txt', 'My own.')], { keepDemo: true });
    expect(articles.map(({ article }) => article.id)).toEqual(['shown', 'own']);
    expect(leftOut).toEqual([]);
  });

  it('refuses two articles with one id, naming both files and what to do', () => {
    const attempt = () => loadCorpus([corpusFile('a/boat.md', 'One.'), corpusFile('b/boat.txt', 'Two.')]);
    expect(attempt).toThrow(expect.objectContaining({ code: 'article-id-duplicate' }) as Error);
    expect(attempt).toThrow(/a\/boat\.md and b\/boat\.txt have the same article id, "boat"\. Rename one/);
  });

  it('has nothing to say about an empty corpus', () => {
    expect(loadCorpus([])).toEqual({ articles: [], leftOut: [] });
  });
});
