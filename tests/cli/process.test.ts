import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';
import { ORCHARD } from './harbour.ts';
import { ENTRY, collect, spawnCli, startCli } from './run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('verbatim as a process', () => {
  it('answers in any folder, from the articles of that folder, with the model that is shipped', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/dunmore.txt': ORCHARD });
    const child = spawn(process.execPath, [ENTRY, 'ask', 'Who planted the oldest pear tree?'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    });
    const { code, stdout } = await collect(child);
    expect(stdout).toContain('  │ The oldest pear tree was planted by the abbess Hild in 1650.\n');
    expect(code).toBe(0);
  });

  it('is what every npm script of a command calls', async () => {
    const manifest = z.looseObject({ scripts: z.record(z.string(), z.string()), bin: z.looseObject({}) });
    const { scripts, bin } = manifest.parse(JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')));
    for (const name of [
      'ask',
      'add',
      'articles',
      'remove',
      'index',
      'register',
      'settings',
      'backup',
      'restore',
      'health',
      'doctor',
    ])
      expect(scripts[name]).toBe(`node bin/verbatim.js ${name}`);
    expect(bin).toEqual({ verbatim: 'bin/verbatim.js' });
    // The shell must not stand between npm and the bot; where there is no exec, a file of that name runs the rest.
    expect(scripts['start']).toBe('exec node bin/verbatim.js start');
    expect(await readFile(`${ROOT}exec.cmd`, 'utf8')).toMatch(/\r\n@%\*\r\n$/);
  });

  it('hands the exit code of a command on, and its message, whole', async () => {
    const folder = await makeTempFolder();
    expect(await spawnCli('ask', ['Who?', 'What?'], { folder })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Put the question into quotation marks\. Usage: .*\n$/) as string,
    });
  });

  it('writes all of a long answer into a pipe before it ends', async () => {
    const folder = await makeTempFolder();
    const text = 'The orchard has nine hundred pear trees.\n\n'.repeat(3000);
    await writeFiles(folder, { 'corpus/long.txt': text });
    const { code, stdout } = await spawnCli('articles', ['--text'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain(text.trim());
  });

  it('does not complain when its reader has seen enough', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/long.txt': 'The orchard has pear trees.\n\n'.repeat(5000) });
    const child = startCli('articles', ['--text'], { folder });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    expect(errors).toBe('');
  });
});
