import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** The bytes themselves, and what they hold if they are packed in a way that Node knows. */
function unpackings(bytes: Buffer): readonly Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].reduce<readonly Buffer[]>(
    (known, unpack) => {
      try {
        return [...known, unpack(bytes)];
      } catch {
        return known;
      }
    },
    [bytes],
  );
}

/** Files below the folder that hold one of the words, in the encodings that a text may be kept in. */
export async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const held = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) return [];
    const texts = unpackings(await readFile(path)).flatMap((bytes) => [
      bytes.toString('latin1').toLowerCase(),
      bytes.toString('utf16le').toLowerCase(),
      bytes.subarray(1).toString('utf16le').toLowerCase(),
    ]);
    const inName = path.toLowerCase();
    return words.some((word) => inName.includes(word) || texts.some((text) => text.includes(word)))
      ? [path]
      : [];
  });
  return (await Promise.all(held)).flat();
}
