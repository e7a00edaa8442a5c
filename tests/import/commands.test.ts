import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginCli, runCli } from '../cli/run-cli.ts';
import { makeTempFolder, readTree, writeFiles } from '../temp-folder.ts';
import { redirectTo, sendPage, servePages } from './fixtures/serve-pages.ts';
import { ADVERT, COPYRIGHT, FERRY } from './fixtures/texts.ts';

const PASTED = [FERRY[0], ADVERT, FERRY[1], COPYRIGHT].join('\n');

describe('npm run add', () => {
  it('only shows with --dry-run, and where nobody can be asked', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'article.txt': PASTED });
    const [dry, unasked] = await Promise.all([
      runCli('add', ['article.txt', '--dry-run', '--verbose'], { folder }),
      runCli('add', ['article.txt'], { folder }),
    ]);
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain(`line 2: advert: ${ADVERT}\n`);
    expect(dry.stdout).toContain(
      'Would be added as corpus/local/article.md.\n0 added, 1 shown and not added.\n',
    );
    expect(unasked).toMatchObject({
      code: 2,
      stderr: 'Nothing was added, because nobody can be asked here. Say so with --yes.\n',
    });
    expect(Object.keys(await readTree(folder))).toEqual([join(folder, 'article.txt')]);
  });

  it('takes a title and keeps every line when it is told to', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'article.txt': PASTED });
    const added = await runCli('add', ['article.txt', '--yes', '--keep-all', '--title', 'Two boats'], {
      folder,
    });
    expect(added.stdout).toMatch(
      /^article\.txt: “Two boats”, \d+ words in 4 paragraphs; every word of the source accounted for\. Added as corpus\/local\/article\.md\.\n/,
    );
    const [listed, again] = await Promise.all([
      runCli('articles', ['--json'], { folder }),
      runCli('add', ['article.txt', '--yes'], { folder }),
    ]);
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { id: 'article', title: 'Two boats', paragraphs: 4, licence: COPYRIGHT, file: 'local/article.md' },
    ]);
    expect(again.stdout).toMatch(/the same article already, as "article"\.\n0 added, 1 there already\.\n$/);
  });

  it('takes a folder and a pattern, and gives equal names different ids', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'a/pier.md': `${FERRY[0]}\n`,
      'b/pier.txt': FERRY[1],
      'b/below/Pier.html': `<p>${FERRY[2]}</p>`,
      'b/README.md': 'No article.',
      'b/sheet.csv': '1,2',
    });
    const added = await runCli('add', ['a', 'b/**/*', '--yes', '--corpus', 'own'], { folder });
    expect(added).toMatchObject({ code: 0, stderr: expect.not.stringContaining('not added') as string });
    expect(added.stdout).toContain('own/local/pier-3.md (the id "pier" belongs to another article)');
    const listed = await runCli('articles', ['--json', '--corpus', 'own'], { folder });
    const ids = (JSON.parse(listed.stdout) as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(ids.sort()).toEqual(['pier', 'pier-2', 'pier-3']);
  });

  it('says what is wrong with a command that cannot be carried out', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'a.txt': 'One.', 'b.txt': 'Two.' });
    const misuses: readonly (readonly [args: readonly string[], message: RegExp])[] = [
      [[], /Name a file, a folder, a pattern or an address/],
      [['--all', 'x'], /Unknown option '--all'/],
      [['a.txt', 'b.txt', '--title', 'x'], /--title names one article, but 2 were found/],
    ];
    const trials = misuses.map(async ([args, message]) => {
      const { code, stderr } = await runCli('add', args, { folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    });
    await Promise.all(trials);
  });
});

describe('npm run remove', () => {
  it('removes nothing without a yes, nothing unknown, and nothing that was not imported', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/local/pier.md': FERRY[0], 'corpus/own.md': FERRY[1] });
    const before = await readTree(folder);
    const [unasked, unknown, own] = await Promise.all([
      runCli('remove', ['pier'], { folder }),
      runCli('remove', ['pier', 'peer', '--yes'], { folder }),
      runCli('remove', ['pier', 'own', '--yes'], { folder }),
    ]);
    expect(unasked).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Say so with --yes') as string,
    });
    expect(unknown).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no article "peer"') as string,
    });
    expect(own).toMatchObject({ code: 2, stderr: expect.stringContaining('was not imported') as string });
    expect(await readTree(folder)).toEqual(before);
  });
});

describe('npm run index -- --watch', () => {
  it('follows additions, edits, renames, mistakes and deletions', async () => {
    const folder = await makeTempFolder();
    const corpus = join(folder, 'corpus');
    await writeFiles(folder, { 'corpus/tower.txt': 'The tower has 110 steps.\n' });
    const watching = beginCli('index', ['--watch'], { folder });
    let seen = 0;
    /** Waits for what follows the earlier output. */
    const waitFor = async (pattern: RegExp): Promise<void> => {
      await expect.poll(() => watching.output().slice(seen), { timeout: 20_000 }).toMatch(pattern);
      seen = watching.output().length;
    };
    await waitFor(/Following .*corpus; Ctrl-C ends\./);
    await writeFiles(folder, { 'corpus/local/mill.md': '# Mill\n\nThe mill grinds rye on Mondays.\n' });
    await waitFor(/Indexed 2 articles, 2 passages in .*1 article with 1 passage embedded/);
    await rename(join(corpus, 'local/mill.md'), join(corpus, 'watermill.md'));
    await waitFor(/Indexed 2 articles, 2 passages in .*0 articles with 0 passages embedded/);
    await writeFile(join(corpus, 'tower.txt'), 'The tower has 111 steps.\n');
    await waitFor(/Indexed 2 articles, 2 passages in .*1 article with 1 passage embedded/);
    await utimes(join(corpus, 'tower.txt'), new Date(), new Date());
    await writeFile(join(corpus, 'bad.md'), '---\ntitle: [\n---\nText.\n');
    await waitFor(/The front matter of bad\.md cannot be read/);
    await rm(join(corpus, 'bad.md'));
    await rm(join(corpus, 'watermill.md'));
    await waitFor(/Indexed 1 article, 1 passage in .*0 articles with 0 passages embedded/);
    watching.interrupt();
    expect((await watching.ended).code).toBe(0);
  });
});

describe('npm run doctor', () => {
  const TOKEN = 'MTA.secret.token-of-nobody';

  it('finds what is missing and says what to run', async () => {
    const folder = await makeTempFolder();
    const env = { DISCORD_API_BASE: 'http://127.0.0.1:9/api', MODEL: 'nobody/no-model' };
    const { code, stdout } = await runCli('doctor', [], { folder, env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {4}Node\.js {2}v\d+/);
    expect(stdout).toMatch(/fail {2}Model .*git checkout -- models/);
    expect(stdout).toMatch(/fail {2}Corpus .*does not exist/);
    expect(stdout).toMatch(/fail {2}Index {4}there is none in .*\n +→ Run `npm run index`/);
    expect(stdout).toMatch(/ok {4}Store .*can be written/);
    expect(stdout).toMatch(/warn {2}Token .*DISCORD_TOKEN is not set/);
    expect(stdout).toMatch(/warn {2}Discord {2}cannot be reached: \S+/);
  });

  it('tries the token at the address it is given, and never prints it', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'corpus/tower.txt': 'The tower has 110 steps.\n' });
    await runCli('index', [], { folder });
    const authorization: (string | undefined)[] = [];
    let status = 200;
    const discord = await servePages({
      '/api/v10/gateway': sendPage('application/json', '{"url":"wss://example.org"}'),
      '/api/v10/users/@me': (response, request) => {
        authorization.push(request.headers.authorization);
        response.writeHead(status).end('{"username":"Quoter"}');
      },
    });
    const env = { DISCORD_API_BASE: `${discord.base}/api`, DISCORD_TOKEN: TOKEN };
    const well = await runCli('doctor', [], { folder, env });
    expect(well).toMatchObject({ code: 0, stderr: '' });
    expect(well.stdout).toMatch(/ok {4}Model .*checksums right/);
    expect(well.stdout).toMatch(/ok {4}Index {4}1 article, 1 passage, made /);
    expect(well.stdout).toContain('ok    Token    accepted as Quoter\n');
    expect(well.stdout).toMatch(/ok {4}Discord {2}can be reached\nAll is well\.\n$/);
    status = 401;
    await writeFiles(folder, { 'corpus/pier.txt': FERRY[0] });
    const ill = await runCli('doctor', [], { folder, env });
    await discord.close();
    expect(ill.code).toBe(1);
    expect(ill.stdout).toMatch(/fail {2}Token {4}Discord does not accept it\n +→ Reset the token/);
    expect(ill.stdout).toMatch(/warn {2}Index .*has changed since\n +→ Run `npm run index`/);
    expect(authorization).toEqual([`Bot ${TOKEN}`, `Bot ${TOKEN}`]);
    expect(well.stdout + ill.stdout + ill.stderr).not.toContain(TOKEN);
  });

  it('does not follow the API to another place with the token', async () => {
    const folder = await makeTempFolder();
    const discord = await servePages({ '/api/v10/users/@me': redirectTo('/elsewhere') });
    const env = { DISCORD_API_BASE: `${discord.base}/api`, DISCORD_TOKEN: TOKEN };
    const { stdout } = await runCli('doctor', [], { folder, env });
    await discord.close();
    expect(stdout).toMatch(/warn {2}Token {4}set, but not tried: the connection failed/);
    expect(discord.requests).not.toContain('/elsewhere');
  });
});
