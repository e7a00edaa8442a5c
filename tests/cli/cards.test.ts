import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CardDeck } from '../../src/domain/card-deck.ts';
import { expectFairCard } from '../study/cards/card-properties.ts';
import { readShipped } from '../study/cards/shipped-articles.ts';
import { readAnkiDeck } from '../study/export/read-anki-deck.ts';
import { makeSharedFolder, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

const DEMO = fileURLToPath(new URL('../../corpus/demo', import.meta.url));
const DIGEST = 'north-korea-russia-digest';
const DUG = 'The harbour of Ellerby was dug in 1712 by four hundred convicts.';

/** The reader reads some fifty cards, on two cores that others use as well. */
const PATIENCE_MS = 240_000;

let folder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
  await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR, 'corpus/dunmore.txt': ORCHARD });
  return () => rm(folder, { recursive: true });
});

async function decksOf(args: readonly string[], env = {}): Promise<readonly CardDeck[]> {
  const { code, stdout, stderr } = await runCli('cards', [...args, '--json'], { folder, env });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as readonly CardDeck[];
}

describe('npm run cards', () => {
  it.each(['on', 'off'])(
    'makes thirty cards and more of the shipped digest, with READER=%s',
    async (READER) => {
      await cp(DEMO, join(folder, 'demo'), { recursive: true });
      const [deck] = await decksOf(['--corpus', 'demo', '--article', DIGEST], { READER });
      const article = await readShipped(`corpus/demo/${DIGEST}.md`);
      expect(deck?.cards.length).toBeGreaterThanOrEqual(30);
      expect(deck?.scarce).toBeUndefined();
      for (const { card, reasons } of deck?.cards ?? []) {
        expectFairCard(card, article);
        expect(reasons.at(-1)).toBe(
          READER === 'on'
            ? 'the search finds the sentence again, and the reader points at the answer'
            : 'the search finds the sentence again',
        );
      }
    },
    PATIENCE_MS,
  );

  it('says of short articles that there is not enough', async () => {
    const { code, stdout } = await runCli('cards', [], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('“dunmore” has not enough for cards: of its 2 sentences');
    expect(stdout).toContain('“The harbour of Ellerby” has not enough for cards');
  });

  it('follows the card file, and says what of it rests and which file belongs to no article', async () => {
    await writeFiles(folder, {
      'corpus/ellerby.cards.md': `## Pin\n> ${DUG}\nblank: four hundred\nchoices: six | eleven\n\n## Ask\n> ${DUG.replace('1712', '1713')}\nquestion: When?\nanswer: 1713\n`,
      'corpus/gone.cards.md': '',
    });
    const { stdout, stderr } = await runCli('cards', ['--article', 'ellerby'], { folder });
    expect(stdout).toContain(
      '1. cloze · number · paragraph 1 · pinned\n  │ The harbour of Ellerby was dug in 1712 by _____ convicts.\n  → four hundred, not six | eleven\n',
    );
    expect(stdout).toContain('Line 6 of the card file rests: the article does not have it word for word');
    expect(stderr).toContain('gone.cards.md belongs to no article');
    await rm(join(folder, 'corpus/gone.cards.md'));
  });

  it('says in which line a card file is wrong', async () => {
    await writeFiles(folder, { 'corpus/ellerby.cards.md': '## Pin\n> A sentence.\nblank: word\n' });
    const { code, stderr } = await runCli('cards', ['--article', 'ellerby'], { folder });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'ellerby.cards.md, line 1: “word” does not stand in the quotation. Take its words exactly as they stand there.\n',
    );
    await rm(join(folder, 'corpus/ellerby.cards.md'));
  });

  it('exports cards to a file of the format that its ending names, each with its source', async () => {
    const env = { READER: 'off' };
    await writeFiles(folder, {
      'corpus/ellerby.cards.md': `## Pin\n> ${DUG}\nblank: four hundred\nchoices: six | eleven\n`,
    });
    for (const file of ['cards.apkg', 'cards.csv', 'cards.md']) {
      const { code, stdout } = await runCli('cards', ['--article', 'ellerby', '--export', file], {
        folder,
        env,
      });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Wrote \d+ cards of 1 article to cards\.\w+\.\n$/u);
    }
    const { notes } = await readAnkiDeck(await readFile(join(folder, 'cards.apkg')));
    expect(notes[0]?.fields[0]).toBe(DUG.replace('four hundred', '{{c1::four hundred}}'));
    const source = /“The harbour of Ellerby”.*¶ 1.*https:\/\/example\.org\/ellerby.*read \d+ \p{L}+ \d{4}/u;
    expect(notes[0]?.fields.at(-1)).toMatch(source);
    expect(await readFile(join(folder, 'cards.csv'), 'utf8')).toMatch(source);
    expect(await readFile(join(folder, 'cards.md'), 'utf8')).toContain(`**four hundred**\n\n> ${DUG}\n`);
    await rm(join(folder, 'corpus/ellerby.cards.md'));
  });

  it('lists and exports what came first with both of its sentences and their places', async () => {
    const env = { READER: 'off' };
    const laid = 'A rail was laid along the quay in 1841 by the sons of the convicts.';
    await writeFiles(folder, {
      'order/quay.md': `---\ntitle: The quay\nurl: https://example.org/quay\n---\n\n${DUG}\n\n${laid}\n`,
      'order/quay.cards.md': `## Pin\n> ${DUG}\nblank: 1712\nlater: ${laid}\n`,
    });
    const args = ['--corpus', 'order', '--article', 'quay'];
    const { stdout } = await runCli('cards', args, { folder, env });
    const [dug, rail] = [DUG.replace('1712', '_____'), laid.replace('1841', '_____')];
    expect(stdout).toContain(
      `1. order · date · paragraphs 1 and 2 · pinned\n  │ ${dug}\n  │ ${rail}\n  → 1712, then 1841\n`,
    );
    for (const file of ['quay.apkg', 'quay.csv', 'quay.md'])
      await runCli('cards', [...args, '--export', file], { folder, env });
    const { notes } = await readAnkiDeck(await readFile(join(folder, 'quay.apkg')));
    const [front = '', back, quotation, source] = notes[0]?.fields ?? [];
    expect(front.split('<br><br>')[0]).toBe('Which of these happened first?');
    expect(front).not.toMatch(/1712|1841/u);
    expect(front).toContain(dug);
    expect(front).toContain(rail);
    const first = front.indexOf(dug) < front.indexOf(rail) ? ['A', 'B'] : ['B', 'A'];
    const answer = `${first[0] ?? ''} came first (1712), then ${first[1] ?? ''} (1841).`;
    expect(back).toBe(answer);
    expect(quotation).toBe(`${DUG}<br><br>${laid}`);
    expect(source).toMatch(/¶ 1.*<br>.*¶ 2/u);
    expect(notes[0]?.tags).toContain('kind::order');
    const csv = await readFile(join(folder, 'quay.csv'), 'utf8');
    expect(csv).toContain(`"${answer}","${DUG}\n\n${laid}"`);
    const markdown = await readFile(join(folder, 'quay.md'), 'utf8');
    expect(markdown).toContain(`> ${DUG}\n> \n> ${laid}`);
    expect(markdown).toMatch(/¶ 1.*\n\n.*¶ 2/u);
  });

  it('writes no file where there is no card, and says so where the folder is missing', async () => {
    const env = { READER: 'off' };
    const none = await runCli('cards', ['--article', 'dunmore', '--export', 'none.csv'], { folder, env });
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('There is no card, so that none.csv was not written.');
    await writeFiles(folder, {
      'corpus/ellerby.cards.md': `## Pin\n> ${DUG}\nblank: four hundred\n`,
    });
    const gone = await runCli('cards', ['--export', 'gone/cards.csv'], { folder, env });
    expect(gone).toMatchObject({ code: 1, stdout: '' });
    expect(gone.stderr).toContain(
      'gone/cards.csv could not be written (ENOENT). Choose a folder that exists',
    );
    await rm(join(folder, 'corpus/ellerby.cards.md'));
  });

  it.each([
    [['--export', 'cards.xls'], 2, '“cards.xls” is no file of cards: it ends in .apkg, .csv, .md.'],
    [['--export', 'cards.csv', '--json'], 2, '--json prints the cards, and --export writes them to a file'],
    [['ellerby'], 2, '“ellerby” is too much. Usage: npm run cards --'],
    [['--article', 'gone'], 1, 'There is no article "gone"'],
  ] as const)('of %j says what is wrong', async (args, code, message) => {
    const result = await runCli('cards', args, { folder });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(message);
  });
});
