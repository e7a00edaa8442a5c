import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { CACHE, documentFile, readDocumentSources } from './document-sources.ts';
import type { PackagedDocument } from './document-sources.ts';

/**
 * `npm run fetch-documents`: brings the documents of tests/documents/documents.json into a cache outside the
 * repository, from Debian's archive by `apt-get download` and from npm by `npm pack`. What is there stays.
 */
const run = promisify(execFile);

/** Packages that were unpacked in this run or an earlier one, by name. */
const unpacked = new Map<string, Promise<string>>();

function unpackOnce(name: string, unpack: (folder: string) => Promise<void>): Promise<string> {
  const known = unpacked.get(name);
  if (known) return known;
  const folder = join(CACHE, 'packages', name.replace(/[^a-z0-9.@-]+/gi, '_'));
  const done = readdir(folder).then(
    () => folder,
    async () => {
      await mkdir(join(CACHE, 'packages'), { recursive: true });
      await unpack(folder);
      return folder;
    },
  );
  unpacked.set(name, done);
  return done;
}

function openDeb(name: string): Promise<string> {
  return unpackOnce(`deb-${name}`, async (folder) => {
    const cwd = join(CACHE, 'packages');
    await runOrExplain(
      'apt-get',
      ['download', name],
      cwd,
      'It needs Debian or a system made of it, with `apt-get update` done.',
    );
    const file = (await readdir(cwd)).find((each) => each.startsWith(`${name}_`) && each.endsWith('.deb'));
    if (file === undefined) throw new Error(`apt-get brought no ${name}_*.deb into ${cwd}.`);
    await runOrExplain('dpkg-deb', ['-x', file, folder], cwd, 'It comes with the package dpkg.');
  });
}

function openNpm(name: string): Promise<string> {
  return unpackOnce(`npm-${name}`, async (folder) => {
    const cwd = join(CACHE, 'packages');
    const packed = await runOrExplain(
      'npm',
      ['pack', name, '--silent'],
      cwd,
      'Look whether the npm registry can be reached.',
    );
    await mkdir(folder, { recursive: true });
    const tarball = packed.trim().split('\n').at(-1) ?? '';
    await runOrExplain('tar', ['xzf', tarball, '-C', folder, '--strip-components=1'], cwd, 'It needs tar.');
  });
}

async function runOrExplain(
  command: string,
  args: readonly string[],
  cwd: string,
  remedy: string,
): Promise<string> {
  try {
    return (await run(command, [...args], { cwd, timeout: 300_000 })).stdout;
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.trim().split('\n').at(-1) ?? '') : String(cause);
    throw new Error(`${command} ${args.join(' ')} failed: ${why}. ${remedy}`, { cause });
  }
}

async function fetchDocument(document: PackagedDocument): Promise<void> {
  const folder = 'deb' in document ? await openDeb(document.deb) : await openNpm(document.npm);
  const target = documentFile(document);
  await mkdir(dirname(target), { recursive: true });
  const bytes = await readFile(join(folder, document.path));
  await writeFile(target, document.path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** Saved pages get their folder's name where all of them are called the same. */
async function fetchPages({
  npm,
  under,
  named,
}: {
  npm: string;
  under: string;
  named: string;
}): Promise<number> {
  const root = join(await openNpm(npm), under);
  const target = join(CACHE, 'pages');
  await mkdir(target, { recursive: true });
  const files = await readdir(root, { recursive: true });
  const chosen = files.filter((file) => (named === '' ? /\.html?$/i.test(file) : basename(file) === named));
  const stem = npm.replace(/@[^@]*$/, '').replace(/\W+/g, '-');
  for (const file of chosen) {
    const name = named === '' ? basename(file) : `${relative('', dirname(file)).replace(/[/\\]/g, '-')}.html`;
    await copyFile(join(root, file), join(target, `${stem}-${name}`));
  }
  return chosen.length;
}

const { practice, manuals, pages } = await readDocumentSources();
let failed = 0;
const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    failed += 1;
    process.stderr.write(
      `${what} was not fetched: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
};
for (const document of [...practice, ...manuals]) await attempt(document.id, () => fetchDocument(document));
for (const source of pages) await attempt(source.npm, () => fetchPages(source));
process.stdout.write(
  `${practice.length + manuals.length + pages.length - failed} of ${practice.length + manuals.length + pages.length} sources are in ${CACHE}.\n`,
);
process.exitCode = failed > 0 ? 1 : 0;
