import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { XquadRequest } from '../cli/services.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { DatasetQuestion } from '../evaluation/read-dataset.ts';
import { createRandom } from '../domain/seeded-random.ts';
import { splitXquad } from '../evaluation/split-xquad.ts';
import type { Dataset, SquadFile } from '../evaluation/split-xquad.ts';

/** One line of questions.jsonl. */
function toLine({ gold, ...question }: DatasetQuestion): string {
  return `${JSON.stringify({ ...question, ...gold })}\n`;
}

async function writeDataset(folder: string, { articles, questions }: Dataset): Promise<void> {
  await mkdir(join(folder, 'articles'), { recursive: true });
  for (const { id, title, paragraphs } of articles) {
    const head = `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\nlicence: CC BY-SA 4.0 (XQuAD)\n---\n`;
    // Plain text in a Markdown file: what would be markup is escaped.
    const body = paragraphs.map((text) => text.replace(/[\\`*_{}[\]<>#+~|!&-]/g, '\\$&')).join('\n\n');
    await writeFile(join(folder, 'articles', `${id}.md`), `${head}\n${body}\n`);
  }
  await writeFile(join(folder, 'questions.jsonl'), questions.map(toLine).join(''));
}

async function readSquad(path: string): Promise<SquadFile> {
  const fail = (why: string): VerbatimError =>
    new VerbatimError('usage', `${path} ${why}. Name the file of XQuAD in English, such as xquad.en.json.`);
  const text = await readFile(path, 'utf8').catch(() => {
    throw fail('cannot be read');
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw fail('is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || !('data' in parsed) || !Array.isArray(parsed.data))
    throw fail('is not in the format of SQuAD');
  return parsed as SquadFile;
}

/** Splits XQuAD into two datasets of different articles. @returns what was written, a line each */
export async function prepareXquad({ input, output, seed }: XquadRequest): Promise<readonly string[]> {
  const halves = splitXquad(await readSquad(input), { random: createRandom(seed), splitSentences });
  const written: string[] = [];
  for (const [name, dataset] of Object.entries(halves)) {
    await writeDataset(join(output, name), dataset);
    written.push(
      `${join(output, name)}: ${dataset.articles.length} articles, ${dataset.questions.length} questions`,
    );
  }
  return written;
}
