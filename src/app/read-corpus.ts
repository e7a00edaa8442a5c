import { createHash } from 'node:crypto';
import { isWord } from '../adapters/import/word-list.ts';
import { readCorpusFolder } from '../adapters/import/read-corpus-folder.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import type { LoadOptions } from '../corpus/load-corpus.ts';
import type { Article } from '../domain/article.ts';
import type { Corpus } from '../indexing/build-index.ts';

/** Reads and parses the corpus, with the hashes that tell what has changed. */
export async function readCorpus(
  folder: string,
  options: Pick<LoadOptions, 'keepDemo'> = {},
): Promise<Corpus> {
  const { articles, leftOut } = loadCorpus(await readCorpusFolder(folder), { ...options, tools: { isWord } });
  const entries = articles.map(({ article, file }) => ({
    article,
    file: file.path,
    fileHash: sha256(file.bytes),
    textHash: hashText(article),
  }));
  return { entries, leftOut };
}

/** The same words with other headings are other passages, so the blocks count too; their roles make no vectors. */
function hashText({ text, blocks }: Article): string {
  return sha256(
    JSON.stringify([text, blocks.map((block) => ({ ...block, role: undefined, locator: undefined }))]),
  );
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
