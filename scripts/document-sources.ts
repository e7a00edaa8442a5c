import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A file of a package: of Debian's archive, or of the npm registry with its version. */
const PACKAGED = z.union([
  z.object({ deb: z.string(), path: z.string() }),
  z.object({ npm: z.string(), path: z.string() }),
]);

const SOURCES = z.object({
  /** Those that tests/documents/questions.jsonl asks about. */
  practice: z.array(z.intersection(z.object({ id: z.string() }), PACKAGED)),
  /** Long ones, to look at what the importer makes of them. */
  manuals: z.array(z.intersection(z.object({ id: z.string() }), PACKAGED)),
  /** Packages that keep saved web pages for their own tests: all files of that name, or all HTML. */
  pages: z.array(z.object({ npm: z.string(), under: z.string(), named: z.string() })),
});

export type DocumentSources = z.infer<typeof SOURCES>;
export type PackagedDocument = DocumentSources['practice'][number];

/** Outside the repository: the documents are not ours to hand on. */
export const CACHE = process.env['DOCUMENTS_DIR'] ?? join(homedir(), '.cache', 'verbatim-documents');

/** Where a practice document or manual lies once it is fetched, with the ending of its format. */
export function documentFile({ id, path }: PackagedDocument): string {
  const ending = /\.[a-z]+$/i.exec(path.replace(/\.gz$/, ''))?.[0] ?? '.txt';
  return join(CACHE, 'documents', `${id}${ending.toLowerCase()}`);
}

export async function readDocumentSources(): Promise<DocumentSources> {
  return SOURCES.parse(JSON.parse(await readFile('tests/documents/documents.json', 'utf8')));
}
