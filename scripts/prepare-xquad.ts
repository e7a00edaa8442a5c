import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from '../src/app/run-main.ts';
import { splitSentences } from '../src/text/split-sentences.ts';
import { VerbatimError } from '../src/domain/errors.ts';
import type { DatasetQuestion } from '../src/evaluation/read-dataset.ts';
import { createRandom } from '../src/evaluation/seeded-random.ts';
import { splitXquad } from '../src/evaluation/split-xquad.ts';
import type { Dataset, SquadFile } from '../src/evaluation/split-xquad.ts';

const USAGE = 'npm run prepare-xquad -- XQUAD_EN_JSON OUT_DIR [--seed NUMBER]';

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
  const fail = (why: string): VerbatimError => new VerbatimError('usage', `${path} ${why}. Usage: ${USAGE}`);
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

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' } },
  });
  const [input, output] = positionals;
  if (input === undefined || output === undefined || positionals.length > 2 || !/^\d{1,9}$/.test(values.seed))
    throw new VerbatimError('usage', `Name the file and a folder for the two halves: ${USAGE}`);
  const halves = splitXquad(await readSquad(input), {
    random: createRandom(Number(values.seed)),
    splitSentences,
  });
  for (const [name, dataset] of Object.entries(halves)) {
    await writeDataset(join(output, name), dataset);
    process.stdout.write(
      `${join(output, name)}: ${dataset.articles.length} articles, ${dataset.questions.length} questions\n`,
    );
  }
});
