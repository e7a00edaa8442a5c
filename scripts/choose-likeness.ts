import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadConfiguredModel } from '../src/app/compose.ts';
import { readConfig } from '../src/app/config.ts';
import { groupAlike } from '../src/conversation/group-alike.ts';

/**
 * `npm run choose-likeness`: how likeness groups questions. The rewordings in tests/gaps, which were written for this,
 * lie among the everyday questions, each of which asks something else. Of pairs that are put together: how many ask the
 * same (precision); of pairs that ask the same: how many are put together (recall).
 */
const REWORDINGS = z.object({ id: z.string(), questions: z.array(z.string()) });
const EVERYDAY = z.object({ id: z.string(), question: z.string() });
const LEVELS = Array.from({ length: 13 }, (_, step) => 0.4 + step * 0.03);

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

const embedder = await loadConfiguredModel(readConfig(process.env));
const reworded = await readLines('tests/gaps/rewordings.jsonl', REWORDINGS);
const everyday = await readLines('tests/everyday/questions.jsonl', EVERYDAY);
const asked = [
  ...reworded.flatMap(({ id, questions }) => questions.map((question) => ({ meaning: id, question }))),
  ...everyday.map(({ id, question }) => ({ meaning: id, question })),
];
const items = await Promise.all(
  asked.map(async (one) => ({ ...one, vector: (await embedder.encodeQuestion(one.question)).vector })),
);
const pairsOf = (size: number) => (size * (size - 1)) / 2;
const alike = reworded.reduce((sum, { questions }) => sum + pairsOf(questions.length), 0);
process.stdout.write('likeness  precision  recall  groups\n');
for (const level of LEVELS) {
  const groups = groupAlike(items, level);
  let together = 0;
  let right = 0;
  for (const group of groups) {
    together += pairsOf(group.length);
    const meanings = [...new Set(group.map(({ meaning }) => meaning))];
    const sizes = meanings.map((own) => group.filter(({ meaning }) => meaning === own).length);
    right += sizes.reduce((sum, size) => sum + pairsOf(size), 0);
  }
  const figures = [right / together, right / alike].map((figure) => figure.toFixed(3));
  process.stdout.write(`${level.toFixed(2)}      ${figures.join('      ')}   ${groups.length}\n`);
}
