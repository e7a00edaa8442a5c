import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchUrl } from '../../src/adapters/import/fetch-url.ts';
import { runCli } from '../cli/run-cli.ts';
import type { CliResult } from '../cli/run-cli.ts';
import { makeSharedFolder } from '../temp-folder.ts';
import type { PageServer } from './fixtures/serve-pages.ts';
import { redirectTo, sendPage, servePages } from './fixtures/serve-pages.ts';
import { FERRY, PAGE } from './fixtures/texts.ts';

const CAFE = 'The café of Zoë Lindgren – the “Blue Gull” – opens at six and sells 90 cups of coffee a day.';
const LIMITS = { maxBytes: 1_000_000, timeoutMs: 400, maxRedirects: 5 };

let server: PageServer;

beforeAll(async () => {
  const hops = Object.fromEntries(
    Array.from({ length: 8 }, (_, hop) => [`/hop/${hop}`, redirectTo(`/hop/${hop + 1}`)]),
  );
  server = await servePages({
    ...hops,
    '/news/ferry.html': sendPage('text/html; charset=utf-8', PAGE),
    '/moved': redirectTo('/news/ferry.html?from=moved'),
    '/news/ferry.html?from=moved': sendPage('text/html', PAGE.replaceAll('Hourly ferry', 'Moved ferry')),
    '/five/0': redirectTo('/hop/4'),
    '/hop/8': sendPage('text/plain', FERRY[3]),
    '/cafe': sendPage('text/html; charset=windows-1252', iconv.encode(`<p>${CAFE}</p>`, 'windows-1252')),
    '/notes.md': sendPage('text/plain', `# Notes\n\n${FERRY[2]}\n`),
    '/loop/a': redirectTo('/loop/b'),
    '/loop/b': redirectTo('/loop/a'),
    '/to-file': redirectTo('file:///etc/passwd'),
    '/to-nowhere': redirectTo('http://[broken'),
    '/app': sendPage(
      'text/html',
      '<html><body><div id="root">Loading…</div><script>go()</script></body></html>',
    ),
    '/picture': sendPage('image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)),
    '/data': sendPage('application/json', '{"a": 1}'),
    '/large': (response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 300 * 1024 * 1024 });
      response.write('x');
    },
    '/endless': (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (response.write('harbour '.repeat(8192)));
        response.once('drain', more);
      };
      more();
    },
    '/silent': () => undefined,
    '/slow': (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('The beginning');
    },
    '/broken': (response) => {
      response.destroy();
    },
  });
});
afterAll(() => server.close());

describe('npm run add with addresses', () => {
  const GOOD = ['/news/ferry.html', '/moved', '/cafe', '/notes.md'];
  const BAD: readonly (readonly [path: string, message: RegExp])[] = [
    ['/missing', /the server answers 404 Not Found\. Check the address/],
    ['/loop/a', /redirects in a loop/],
    ['/hop/0', /redirects more than 5 times/],
    ['/to-file', /file: addresses are not fetched/],
    ['/to-nowhere', /which is no address/],
    ['/app', /only a script/],
    ['/picture', /PNG picture/],
    ['/data', /the server calls it application\/json/],
    ['/large', /more than 20 MB/],
    ['/broken', /broke the connection off|closed/],
  ];
  let folder = '';
  let added: CliResult;
  beforeAll(async () => {
    folder = await makeSharedFolder();
    const addresses = [...BAD.map(([path]) => path), ...GOOD].map((path) => server.base + path);
    added = await runCli(
      'add',
      ['ftp://example.org/a.txt', 'http://user:secret@127.0.0.1/', ...addresses, '--yes', '--verbose'],
      { folder },
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('adds the pages that can be read, whatever the others are', async () => {
    expect(added.code).toBe(1);
    expect(added.stdout).toMatch(/4 added, 12 failed\.\n$/);
    expect((await readdir(join(folder, 'corpus', 'local'))).sort()).toEqual([
      'cafe.md',
      'ferry-2.md',
      'ferry.md',
      'notes.md',
    ]);
  });

  it.each(BAD)('says in one line what is wrong with %s', (_, message) => {
    expect(added.stderr).toMatch(message);
  });

  it('refuses other schemes and passwords, and shows no password', () => {
    expect(added.stderr).toContain('ftp: addresses are not fetched');
    expect(added.stderr).toContain('addresses with a password in them are not fetched');
    expect(added.stderr + added.stdout).not.toContain('secret');
  });

  it('records where a page came from, after redirects', async () => {
    const ferry = await readFile(join(folder, 'corpus', 'local', 'ferry.md'), 'utf8');
    // The page names an address of its own on the same host.
    expect(ferry).toContain(`\nurl: ${server.base}/news/ferry\n`);
    const notes = await readFile(join(folder, 'corpus', 'local', 'notes.md'), 'utf8');
    expect(notes).toContain(`\nurl: ${server.base}/notes.md\n`);
  });

  it('decodes a page as its header says', async () => {
    expect(await readFile(join(folder, 'corpus', 'local', 'cafe.md'), 'utf8')).toContain(CAFE);
    expect(added.stdout).toContain('windows-1252 (as it says)');
  });

  it('answers from a page, with a link to it', async () => {
    const asked = await runCli('ask', ['How many cups of coffee are sold a day?', '--json'], { folder });
    expect(JSON.parse(asked.stdout)).toMatchObject({
      kind: 'answer',
      excerpts: [
        {
          articleId: 'cafe',
          text: CAFE,
          url: expect.stringContaining(`${server.base}/cafe#:~:text=`) as string,
        },
      ],
    });
  });
});

describe('fetching a page', () => {
  it('follows five redirects, and not one more', async () => {
    const page = await fetchUrl(`${server.base}/five/0`, { limits: LIMITS });
    expect(page).toMatchObject({ name: '8', url: `${server.base}/hop/8`, contentType: 'text/plain' });
    const before = server.requests.length;
    await expect(fetchUrl(`${server.base}/hop/2`, { limits: LIMITS })).rejects.toThrow(/more than 5 times/);
    expect(server.requests.length - before).toBe(6);
  });

  it.each(['/silent', '/slow'])('gives %s up when its time is over', async (path) => {
    const start = performance.now();
    await expect(fetchUrl(server.base + path, { limits: LIMITS })).rejects.toMatchObject({
      code: 'import-failed',
      message: expect.stringContaining('took longer than 0.4 s') as string,
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('stops reading a body that does not end', async () => {
    await expect(
      fetchUrl(`${server.base}/endless`, { limits: { ...LIMITS, timeoutMs: 10_000 } }),
    ).rejects.toThrow(/more than 1 MB/);
  });

  it('says that nobody answers at an address', async () => {
    const closed = await servePages({});
    await closed.close();
    await expect(fetchUrl(closed.base, { limits: LIMITS })).rejects.toThrow(/refuses the connection/);
  });
});
