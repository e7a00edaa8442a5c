import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { EVERYONE } from '../../src/domain/audience.ts';
import type { Library } from '../../src/domain/library.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { articleFrom, corpusFile } from '../corpus/parse-text.ts';
import { libraryOver } from '../library-over.ts';

const NORTH = '111111111111111111';
const SOUTH = '222222222222222222';

const OPEN = articleFrom(
  'seals.md',
  '---\ntitle: Grey seals\naliases:\n  GS: grey seals\n---\n# The island\n\nGrey seals rest on Hollow Island. Edda Moor counted 412 grey seals in 1999.',
);
const OF_NORTH = articleFrom(
  'north.md',
  `---\ntitle: Northern cranes\nservers: "${NORTH}"\n---\nThe cranes of Norwick were counted by Ada Lund in 2004. Cranes dance in spring.`,
);
/** Nearly the words of the public one: it would change ranks, corrections and counts if it were seen at all. */
const OF_SOUTH = articleFrom(
  'south.md',
  `---\ntitle: Grey seals of the south\naliases:\n  GS: garden sheds\nservers: [${SOUTH}]\n---\n# The island\n\nGrey seals rest on Sallow Island. Edda Moore counted 9,000 gray seels in 1870. Grey seals seldom swim.`,
);

/** Everything that a surface may ask of a library, as plain values. */
async function seenBy(library: Library): Promise<string> {
  const asked = [];
  for (const question of [
    'Who counted the grey seals?',
    'How many grey seels were counted?',
    'What is a GS?',
    'When were the cranes counted?',
    'Who danced?',
  ]) {
    // A clock is no secret, and never the same twice.
    asked.push({ ...(await library.ask(question)), totalMs: 0 });
  }
  const lookups = ['seals', 'seels', 'GS', 'cranes', 'island'].map((term) => {
    const { articleIds, entries } = library.lookup(term);
    return { term, articleIds, entries };
  });
  return JSON.stringify({
    asked,
    lookups,
    sources: library.sources(),
    found: await library.findSources('Grey seals were counted on an island', 5),
    quotes: ['grey seals rest on Sallow Island', 'Cranes dance in spring'].map((claim) =>
      library.checkQuote(claim),
    ),
    terms: ['', 's', 'gr', 'E', 'cr'].map((prefix) => library.suggestTerms(prefix, 25)),
    articles: library.suggestArticles('', 25),
    ids: ['seals', 'north', 'south'].map((id) => [library.article(id), library.paragraph(id, 1)]),
  });
}

async function seenIn(articles: readonly Article[], servers: readonly string[]): Promise<string> {
  return seenBy((await libraryOver(articles)).libraryFor({ servers }));
}

describe('the library of an audience', () => {
  it('is the same, byte for byte, with and without articles that it may not read', async () => {
    const alone = await seenIn([OPEN, OF_NORTH], [NORTH]);
    expect(await seenIn([OF_SOUTH, OPEN, OF_NORTH], [NORTH])).toBe(alone);
    expect(alone).toContain('Ada Lund');
    expect(alone).not.toMatch(/9,000|garden sheds|of the south|Moore/);
    expect(await seenIn([OPEN, OF_SOUTH, OF_NORTH], [])).toBe(await seenIn([OPEN], []));
    expect(await seenIn([OPEN, OF_SOUTH], [SOUTH])).toMatch(/Sallow/);
  });

  it('refuses a foreign article as one that does not exist', async () => {
    const { libraryFor } = await libraryOver([OPEN, OF_SOUTH]);
    const library = libraryFor({ servers: [NORTH] });
    const foreign = library.ask('Who counted?', { articleId: 'south' });
    await expect(foreign).rejects.toThrow(/There is no article "south"/);
    expect(() => library.lookup('seals', { articleId: 'south' })).toThrow(/There is no article "south"/);
  });

  it('is empty where nothing may be read, and says so', async () => {
    const library = (await libraryOver([OF_SOUTH])).libraryFor(EVERYONE);
    expect((await library.ask('Who counted?')).reply).toMatchObject({ reason: 'empty-corpus' });
    expect(library.sources().entries).toEqual([]);
  });

  it('is shared by audiences that may read the same', async () => {
    const { libraryFor } = await libraryOver([OPEN, OF_SOUTH]);
    expect(libraryFor({ servers: [NORTH] })).toBe(libraryFor(EVERYONE));
    expect(libraryFor({ servers: [SOUTH] })).not.toBe(libraryFor(EVERYONE));
  });

  it('shows the demo only to those who have nothing else to read', async () => {
    const demo = corpusFile('demo/shown.md', '---\ndemo: true\n---\nThe demo.');
    const own = corpusFile('own.md', `---\nservers: ${SOUTH}\n---\nMy own.`);
    const articles = loadCorpus([demo, own]).articles.map(({ article }) => article);
    const { library, libraryFor } = await libraryOver(articles);
    const idsIn = (of: Library) => of.sources().entries.map(({ article }) => article.id);
    expect(idsIn(libraryFor(EVERYONE))).toEqual(['shown']);
    expect(idsIn(libraryFor({ servers: [SOUTH] }))).toEqual(['own']);
    expect(idsIn(library)).toEqual(['own']);
  });
});
