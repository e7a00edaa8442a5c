import { describe, expect, it } from 'vitest';
import type { IndexStore } from '../../src/domain/ports/index-store.ts';
import { BIRDS, BOATS, EAST, failAfter, makeDraft, NORTH, TINY_MODEL, unit } from './make-draft.ts';

/** What every index store has to do, whatever it keeps its generations in. */
export function describeIndexStore(name: string, openStore: () => Promise<IndexStore>): void {
  describe(`${name}: a store without an index`, () => {
    it('has no generation and no manifest', async () => {
      const store = await openStore();
      expect(await store.currentGeneration()).toBeUndefined();
      expect(await store.currentManifest()).toBeUndefined();
    });

    it('refuses to be opened, and says what to run', async () => {
      const store = await openStore();
      await expect(store.open()).rejects.toMatchObject({ code: 'index-missing' });
      await expect(store.open()).rejects.toThrow(/npm run index/);
    });
  });

  describe(`${name}: a generation`, () => {
    it('has the manifest that was drafted, with a name and a schema of its own', async () => {
      const store = await openStore();
      const draft = makeDraft([BOATS, BIRDS]);
      const written = await store.write(draft);
      expect(written).toMatchObject(draft.manifest);
      expect(written.generation).not.toBe('');
      expect(written.schema).toBeGreaterThan(0);
      expect(await store.currentManifest()).toEqual(written);
      expect(await store.currentGeneration()).toBe(written.generation);
    });

    it('holds the articles and passages as they were written, in order', async () => {
      const store = await openStore();
      const manifest = await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      expect(index.manifest).toEqual(manifest);
      expect(index.articles).toEqual([BOATS.article, BIRDS.article]);
      expect(index.passages).toMatchObject(
        [...BOATS.encoded, ...BIRDS.encoded].map(({ passage }) => passage),
      );
      await index.close();
    });

    it('may be of no articles at all', async () => {
      const store = await openStore();
      await store.write(makeDraft([]));
      const index = await store.open();
      expect([...index.articles, ...index.passages]).toEqual([]);
      expect(await index.nearest(unit(EAST), { limit: 3 })).toEqual([]);
      await index.close();
    });

    it('gives the token vectors of each passage back, to the bit', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      // Out of order and twice: what is read may not hang on what was read before.
      const all = [...BIRDS.encoded, ...BOATS.encoded].reverse();
      for (const { passage, tokens } of [...all, ...all]) {
        expect(await index.tokens(passage.id)).toEqual(tokens);
      }
      await index.close();
    });

    it('gives everything stored for one article back, to be written again unchanged', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      expect(await index.encodedPassages('boats')).toEqual(BOATS.encoded);
      expect(await index.encodedPassages('birds')).toEqual(BIRDS.encoded);
      expect(await index.encodedPassages('bees')).toEqual([]);
      await index.close();
    });

    it('may be written from what the one before stored', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS]));
      const before = await store.open();
      const kept = { article: BOATS.article, encoded: await before.encodedPassages('boats') };
      await store.write(makeDraft([kept, BIRDS]));
      await before.close();
      const index = await store.open();
      expect(await index.encodedPassages('boats')).toEqual(BOATS.encoded);
      await index.close();
    });
  });

  describe(`${name}: the search`, () => {
    it('puts first what is nearest by its own vector or by that of a sentence', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      const order = async (vector: typeof EAST): Promise<readonly string[]> =>
        (await index.nearest(unit(vector), { limit: 10 })).map((hit) => hit.passageId);
      expect(await order(EAST)).toEqual(['boats#0', 'boats#1', 'birds#0', 'boats#2']);
      // boats#0 points east, but its second sentence points north.
      expect((await order(NORTH)).slice(0, 2).toSorted()).toEqual(['birds#0', 'boats#0']);
      expect((await order(NORTH))[2]).toBe('boats#1');
      await index.close();
    });

    it('says how near, as a cosine', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS]));
      const index = await store.open();
      const [first, second, third] = await index.nearest(unit(EAST), { limit: 3 });
      expect(first?.passage).toBeCloseTo(1, 5);
      expect(first?.sentence).toBeCloseTo(1, 5);
      expect(second?.passage).toBeCloseTo(Math.SQRT1_2, 5);
      expect(third?.passage).toBeCloseTo(-1, 5);
      await index.close();
    });

    it('returns no more passages than asked for, each once', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      for (const limit of [1, 2, 3, 50]) {
        const ids = (await index.nearest(unit(NORTH), { limit })).map((hit) => hit.passageId);
        expect(ids).toHaveLength(Math.min(limit, 4));
        expect(new Set(ids).size).toBe(ids.length);
      }
      await index.close();
    });

    it('may be narrowed to some articles, and knows nothing of the others then', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS]));
      const alone = await store.open();
      await store.write(makeDraft([BIRDS, BOATS]));
      const index = await store.open();
      const narrowed = index.narrow(new Set(['boats', 'bees']));
      expect(narrowed.articles).toEqual([BOATS.article]);
      expect(narrowed.manifest.articles).toEqual(alone.manifest.articles);
      expect(narrowed.passages.map(({ id }) => id)).toEqual(alone.passages.map(({ id }) => id));
      for (const vector of [EAST, NORTH]) {
        const options = { limit: 3 };
        expect(await narrowed.nearest(unit(vector), options)).toEqual(
          await alone.nearest(unit(vector), options),
        );
      }
      expect(await narrowed.encodedPassages('birds')).toEqual([]);
      expect(narrowed.narrow(new Set(['birds'])).articles).toEqual([]);
      await Promise.all([alone.close(), index.close()]);
    });

    it('may be limited to one article', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS, BIRDS]));
      const index = await store.open();
      const ids = async (articleId: string): Promise<readonly string[]> =>
        (await index.nearest(unit(EAST), { limit: 10, articleId })).map((hit) => hit.passageId);
      expect(await ids('birds')).toEqual(['birds#0']);
      expect(await ids('boats')).toEqual(['boats#0', 'boats#1', 'boats#2']);
      expect(await ids('bees')).toEqual([]);
      await index.close();
    });

    it('refuses a vector of another length: it would compare what there is of it', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS]));
      const index = await store.open();
      await expect(index.nearest(new Float32Array(5), { limit: 1 })).rejects.toThrow(/5 .*4/);
      await index.close();
    });
  });

  describe(`${name}: a new generation`, () => {
    it('is what the next reader opens', async () => {
      const store = await openStore();
      await store.write(makeDraft([BOATS]));
      const second = await store.write(makeDraft([BIRDS]));
      const index = await store.open();
      expect(index.manifest).toEqual(second);
      expect(index.articles.map(({ id }) => id)).toEqual(['birds']);
      await index.close();
    });

    it('leaves readers what they opened, however many generations follow', async () => {
      const store = await openStore();
      const first = await store.write(makeDraft([BOATS]));
      const reader = await store.open();
      for (let i = 0; i < 3; i += 1) await store.write(makeDraft([BIRDS]));
      expect(reader.manifest).toEqual(first);
      expect((await reader.nearest(unit(EAST), { limit: 1 }))[0]?.passageId).toBe('boats#0');
      expect(await reader.tokens('boats#2')).toEqual(BOATS.encoded[2]?.tokens);
      expect(await reader.encodedPassages('boats')).toEqual(BOATS.encoded);
      await reader.close();
    });

    it('is not seen before it is whole', async () => {
      const store = await openStore();
      const first = await store.write(makeDraft([BOATS]));
      const seen: (string | undefined)[] = [];
      await store.write(
        makeDraft(
          [BIRDS],
          (async function* () {
            for (const passage of BIRDS.encoded) {
              seen.push(await store.currentGeneration(), (await store.currentManifest())?.generation);
              yield passage;
            }
          })(),
        ),
      );
      expect(seen).toEqual([first.generation, first.generation]);
    });

    it('that fails half-way changes nothing', async () => {
      const store = await openStore();
      const first = await store.write(makeDraft([BIRDS]));
      await expect(store.write(makeDraft([BOATS], failAfter(BOATS.encoded.slice(0, 2))))).rejects.toThrow(
        'The model gave up.',
      );
      expect(await store.currentManifest()).toEqual(first);
      expect(await store.currentGeneration()).toBe(first.generation);
      const index = await store.open();
      expect(await index.encodedPassages('birds')).toEqual(BIRDS.encoded);
      await index.close();
    });

    it('with a vector of another dimension than its manifest says is refused', async () => {
      const store = await openStore();
      const first = await store.write(makeDraft([BIRDS]));
      const mixed = BOATS.encoded.map((entry, i) =>
        i === 1 ? { ...entry, sentenceVectors: [new Float32Array(TINY_MODEL.dimensions + 1)] } : entry,
      );
      const attempt = store.write(makeDraft([{ ...BOATS, encoded: mixed }]));
      await expect(attempt).rejects.toThrow(/boats#1 has 5 dimensions, the index 4/);
      expect(await store.currentManifest()).toEqual(first);
    });
  });
}
