import { readdir, rm } from 'node:fs/promises';

import { beforeAll, describe, expect, it } from 'vitest';
import { makeSharedFolder } from '../temp-folder.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
  return () => rm(folder, { recursive: true });
});

const NAMES = [
  ...[
    'ask',
    'lookup',
    'show',
    'cards',
    'add',
    'articles',
    'remove',
    'index',
    'start',
    'register',
    'settings',
    'backup',
    'restore',
    'health',
    'doctor',
  ],
  ...['evaluate', 'calibrate', 'feedback', 'bench', 'prepare-xquad'],
];

describe('the command line', () => {
  it.each(NAMES)('prints how to use %s, whatever else is typed, and does nothing', async (name) => {
    for (const args of [['--help'], ['-h'], ['x', '--help']]) {
      const { code, stdout, stderr } = await runCli(name, args, { folder });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} --`));
      expect(stdout).toMatch(/-h, --help +show this/);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['help', '--help', '-h'])('lists every command at %s', async (word) => {
    const { code, stdout } = await runCli(word, [], { folder });
    expect(code).toBe(0);
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^ {2}${name} +[A-Z].*\\.$`, 'm'));
  });

  it('names the commands where one is typed that there is not', async () => {
    expect(await runCli('aks', [], { folder })).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no command "aks". There are: ${NAMES.join(', ')}.\n`,
    });
    expect((await runCli('constructor', [], { folder })).code).toBe(2);
  });

  it.each(NAMES)('calls an option that %s does not have misuse, and shows its usage', async (name) => {
    const { code, stdout, stderr } = await runCli(name, ['--nonsense'], { folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^Unknown option '--nonsense'\\. Usage: npm run ${name} -- .*\n$`));
  });

  it('proposes the option that was meant, and says what a value is missing for', async () => {
    expect((await runCli('ask', ['--jsn'], { folder })).stderr).toMatch(
      /^Unknown option '--jsn' \(Did you mean --json\?\)/,
    );
    expect((await runCli('ask', ['--article'], { folder })).stderr).toMatch(
      /^Option '--article <ID>' argument missing\. Usage/,
    );
  });
});
