import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import type { IFlattenedRuleSet } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';

/** The rules as `npm run deps` applies them; their shape is dependency-cruiser's to check. */
const configuration: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

function isRuleSet(value: unknown): value is IFlattenedRuleSet {
  return (
    typeof value === 'object' && value !== null && 'forbidden' in value && Array.isArray(value.forbidden)
  );
}

/** Names of the rules that a tree of these files breaks. */
async function findViolations(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  if (!isRuleSet(configuration)) throw new Error('.dependency-cruiser.cjs has no list of rules.');
  const folder = await makeTempFolder();
  await writeFiles(folder, files);
  const { output } = await cruise(['src'], {
    ruleSet: { forbidden: configuration.forbidden ?? [] },
    validate: true,
    baseDir: folder,
    tsPreCompilationDeps: true,
  });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort();
}

const ANYTHING = 'export const value = 1;\n';
const importing = (path: string): string => `import { value } from '${path}';\nexport const other = value;\n`;

describe('the folder rules', () => {
  it.each([
    ['domain', 'text', 'domain-imports'],
    ['text', 'corpus', 'text-imports'],
    ['words', 'text', 'words-imports'],
    ['corpus', 'adapters', 'corpus-imports'],
    ['indexing', 'adapters', 'indexing-imports'],
    ['retrieval', 'answering', 'retrieval-imports'],
    ['answering', 'retrieval', 'answering-imports'],
    ['library', 'adapters', 'library-imports'],
    ['desk', 'adapters', 'desk-imports'],
    ['evaluation', 'app', 'evaluation-imports'],
    ['study', 'answering', 'study-imports'],
    ['adapters', 'corpus', 'adapters-imports'],
    ['conversation', 'discord', 'conversation-imports'],
    ['discord', 'cli', 'discord-imports'],
    ['cli', 'app', 'cli-imports'],
  ])('do not let %s import %s', async (from, to, rule) => {
    const files = { [`src/${to}/a.ts`]: ANYTHING, [`src/${from}/b.ts`]: importing(`../${to}/a.ts`) };
    expect(await findViolations(files)).toEqual([rule]);
  });

  it('do not let src import its tests, nor two files each other', async () => {
    expect(
      await findViolations({ 'tests/a.ts': ANYTHING, 'src/app/b.ts': importing('../../tests/a.ts') }),
    ).toEqual(['src-not-tests']);
    expect(
      await findViolations({
        'src/app/a.ts': "import { value } from './b.ts';\nexport const other = value;\n",
        'src/app/b.ts': "import { other } from './a.ts';\nexport const value = other;\n",
      }),
    ).toEqual(['no-circular']);
  });

  it('keep the disk and vendors behind adapters', async () => {
    const reading = "import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n";
    expect(await findViolations({ 'src/answering/a.ts': reading })).toEqual(['answering-vendors']);
    expect(await findViolations({ 'src/study/a.ts': reading })).toEqual(['study-vendors']);
    expect(await findViolations({ 'src/library/a.ts': reading })).toEqual(['library-vendors']);
    expect(await findViolations({ 'src/adapters/a.ts': reading })).toEqual([]);
  });

  it('let the pipeline be read from left to right', async () => {
    expect(
      await findViolations({
        'src/domain/a.ts': ANYTHING,
        'src/text/b.ts': importing('../domain/a.ts'),
        'src/retrieval/c.ts': importing('../domain/a.ts'),
        'src/app/d.ts': importing('../domain/a.ts'),
      }),
    ).toEqual([]);
  });
});
