import type { IndexStore } from '../domain/ports/index-store.ts';

/**
 * Opens the index as a question does, and reads the vectors of its last passage.
 * @returns how many passages it holds; undefined without an index
 */
export async function probeIndex(store: IndexStore): Promise<number | undefined> {
  if ((await store.currentManifest()) === undefined) return undefined;
  const index = await store.open();
  try {
    const last = index.passages.at(-1);
    if (last) await index.tokens(last.id);
    return index.passages.length;
  } finally {
    await index.close();
  }
}
