import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { summariseImport } from '../src/cli/show-report.ts';
import { parseArticle } from '../src/corpus/parse-article.ts';
import { openImporter } from '../src/app/open-imports.ts';
import type { Article } from '../src/domain/article.ts';
import { paragraphsOf } from '../src/domain/article.ts';
import type { ImportedArticle } from '../src/domain/importing.ts';
import { CACHE, documentFile, readDocumentSources } from './document-sources.ts';

/**
 * `npm run practise-documents`: imports what `npm run fetch-documents` fetched, says how faithful each import is, and
 * makes a set of tests/documents/questions.jsonl that `npm run evaluate` can ask: it quotes a few words, and the
 * paragraph and sentence are looked up here. With `--all` the manuals and saved pages are imported, too.
 */
const SET = join(CACHE, 'practice');

const QUESTION = z.object({
  id: z.string(),
  document: z.string(),
  question: z.string(),
  kind: z.enum(['answerable', 'unanswerable-near']),
  quotes: z.array(z.string()).optional(),
});

const importer = openImporter();

async function importFile(file: string): Promise<ImportedArticle | undefined> {
  try {
    const bytes = await readFile(file).catch(() => {
      throw new Error(`${file} is not there. Run \`npm run fetch-documents\`.`);
    });
    const imported = await importer.importSource(
      { name: basename(file), bytes },
      { keepAll: false, retrieved: '2026-01-01' },
    );
    for (const line of summariseImport(basename(file), imported)) process.stdout.write(`${line}\n`);
    return imported;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** The first sentence that has the words, with its paragraph. */
function locate(
  article: Article,
  quote: string,
): { readonly paragraph: number; readonly sentence: string } | undefined {
  for (const { number, sentences } of paragraphsOf(article)) {
    const found = sentences.find(({ start, end }) => article.text.slice(start, end).includes(quote));
    if (found) return { paragraph: number, sentence: article.text.slice(found.start, found.end) };
  }
  return undefined;
}

function toDatasetLine(line: string, articles: ReadonlyMap<string, Article>): object | undefined {
  const { id, document, question, kind, quotes } = QUESTION.parse(JSON.parse(line));
  const article = articles.get(document);
  if (!article) return undefined;
  if (kind !== 'answerable') return { id, question, kind };
  const found = (quotes ?? []).flatMap((quote) => locate(article, quote) ?? []);
  const [first, ...others] = found;
  if (!first || found.length < (quotes?.length ?? 0)) {
    process.stderr.write(
      `${id}: the import of ${document} has no sentence with one of: ${quotes?.join(' | ') ?? ''}\n`,
    );
    process.exitCode = 1;
  }
  if (!first) return undefined;
  const sentences = others.map(({ sentence }) => sentence);
  return { id, question, kind, article: document, ...first, sentences, answers: quotes };
}

const { practice, manuals } = await readDocumentSources();
await rm(SET, { recursive: true, force: true });
await mkdir(join(SET, 'articles'), { recursive: true });
const articles = new Map<string, Article>();
for (const document of practice) {
  const imported = await importFile(documentFile(document));
  if (!imported) continue;
  const path = `${document.id}.md`;
  await writeFile(join(SET, 'articles', path), imported.markdown);
  articles.set(
    document.id,
    parseArticle({ path, bytes: new TextEncoder().encode(imported.markdown) }).article,
  );
}
if (process.argv.includes('--all')) {
  const pages = await readdir(join(CACHE, 'pages')).catch(() => []);
  for (const document of manuals) await importFile(documentFile(document));
  for (const page of pages) await importFile(join(CACHE, 'pages', page));
}
const lines = (await readFile('tests/documents/questions.jsonl', 'utf8')).trim().split('\n');
const questions = lines.flatMap((line) => toDatasetLine(line, articles) ?? []);
await writeFile(
  join(SET, 'questions.jsonl'),
  questions.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
);
process.stdout.write(
  `${questions.length} of ${lines.length} questions can be asked: npm run evaluate -- ${SET}\n`,
);
await importer.close();
