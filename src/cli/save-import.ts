import { VerbatimError } from '../domain/errors.ts';
import type { ImportedArticle, KnownArticle, LocalArticles } from '../domain/importing.ts';

/** Numbers that are tried for an id that is taken. */
const MAX_NUMBER = 10_000;

/**
 * Writes the article under an id that no other has, and adds it to those that are known.
 * @returns the id @throws VerbatimError import-failed
 */
export async function saveImport(
  imported: ImportedArticle,
  { local, known }: { readonly local: LocalArticles; readonly known: KnownArticle[] },
): Promise<string> {
  for (let tries = 0; tries < MAX_NUMBER; tries += 1) {
    const id = freeId(imported.id, known);
    const file = await local.save(id, imported.markdown);
    known.push({
      id,
      title: imported.report.title,
      file: file ?? `local/${id}.md`,
      text: file === undefined ? '' : imported.text,
    });
    if (file !== undefined) return id;
  }
  throw new VerbatimError(
    'import-failed',
    `${imported.id} was not added: the corpus has too many articles of that name. Rename the file.`,
  );
}

/** The id that `saveImport` would give it; the article counts as known from then on. */
export function proposeId({ id: wanted, report, text }: ImportedArticle, known: KnownArticle[]): string {
  const id = freeId(wanted, known);
  known.push({ id, title: report.title, file: `local/${id}.md`, text });
  return id;
}

/** File systems may not tell upper from lower case, so ids must differ in more. */
function freeId(wanted: string, known: readonly KnownArticle[]): string {
  const taken = new Set(known.map(({ id }) => id.toLowerCase()));
  if (!taken.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`.toLowerCase())) number += 1;
  return `${wanted}-${number}`;
}
