import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSharedFolder, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
  await writeFiles(folder, {
    'corpus/ellerby.md': HARBOUR,
    'corpus/dunmore.txt': ORCHARD,
    'corpus/book.md': '# The book\n\n<!-- page 12 -->\n\nThe ferry of the book is red.\n',
  });
  await runCli('index', [], { folder });
  return () => rm(folder, { recursive: true });
});

describe('npm run lookup', () => {
  it('lists the passages about a term with their places, and how to see each in full', async () => {
    const { code, stdout } = await runCli('lookup', ['ferry'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 passages about “ferry”\.\n/);
    expect(stdout).toContain(
      '  │ The ferry of the book is red.\n  The book, paragraph 1, page 12 (npm run show -- book 1)\n',
    );
    expect(stdout).toContain('(npm run show -- ellerby 2)');
  });

  it('prints them as JSON, of one article, with exact offsets', async () => {
    const { stdout } = await runCli('lookup', ['ferry', '--article', 'book', '--json'], { folder });
    const listed = await runCli('articles', ['book', '--json', '--text'], { folder });
    const [{ text }] = JSON.parse(listed.stdout) as [{ readonly text: string }];
    const entry = JSON.parse(stdout) as {
      readonly text: string;
      readonly start: number;
      readonly end: number;
    };
    expect(text.slice(entry.start, entry.end)).toBe(entry.text);
    expect(entry).toMatchObject({ articleId: 'book', paragraph: 1, locator: { page: 12 } });
  });

  it('says when there is nothing, and what is wrong', async () => {
    expect((await runCli('lookup', ['zeppelin'], { folder })).stdout).toBe('Nothing about “zeppelin”.\n');
    expect(await runCli('lookup', [], { folder })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Name one term') as string,
    });
    expect(await runCli('lookup', ['ferry', '--article', 'gone'], { folder })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no article "gone"') as string,
    });
  });
});

describe('npm run show', () => {
  it('shows a paragraph between its neighbours, or alone', async () => {
    const { stdout } = await runCli('show', ['ellerby', '2'], { folder });
    expect(stdout).toMatch(
      /^The harbour of Ellerby › The harbour\n\n {2}¶ 1\n {4}The harbour of Ellerby was dug/,
    );
    expect(stdout).toContain('  ¶ 2\n  │ The ferry Wren crosses the bay');
    expect(stdout).toContain('  ¶ 3\n    Marta Quill');
    const alone = await runCli('show', ['book', '1', '--alone'], { folder });
    expect(alone.stdout).toBe('The book › The book\n\n  ¶ 1, page 12\n  │ The ferry of the book is red.\n');
  });

  it.each([
    [['ellerby'], 2, /Name the id of an article and the number of a paragraph/],
    [['ellerby', 'two'], 2, /Name the id/],
    [['gone', '1'], 1, /There is no article "gone"/],
    [['ellerby', '9'], 2, /has no paragraph 9; its paragraphs go from 1 to 4/],
  ] as const)('of %j says what is wrong', async (args, code, message) => {
    const result = await runCli('show', args, { folder });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
});

describe('npm run articles', () => {
  const idsOf = async (...args: readonly string[]): Promise<readonly string[]> =>
    (JSON.parse((await runCli('articles', [...args, '--json'], { folder })).stdout) as { id: string }[]).map(
      ({ id }) => id,
    );

  it('lists those that are named, or that a word fits', async () => {
    expect(await idsOf('book', 'dunmore')).toEqual(['book', 'dunmore']);
    expect(await idsOf('--filter', 'HARBOUR')).toEqual(['ellerby']);
    expect((await runCli('articles', ['--filter', 'zeppelin'], { folder })).stdout).toBe(
      'No article fits the filter.\n',
    );
    expect(await runCli('articles', ['gone'], { folder })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no article "gone"') as string,
    });
  });

  it('says what the index holds of them', async () => {
    const { stdout } = await runCli('articles', ['--index'], { folder });
    expect(stdout).toMatch(/^book {2}1 passage\ndunmore {2}1 passage\nellerby {2}\d passages\n$/);
  });
});
