import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import type { CliResult } from '../cli/run-cli.ts';
import { makeSharedFolder, writeFiles } from '../temp-folder.ts';
import { BEES } from './fixtures/bees.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

interface Answer {
  readonly kind: string;
  readonly excerpts: readonly {
    readonly text: string;
    readonly articleId: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Question, article, and what the quotation has to hold. */
const QUESTIONS: readonly (readonly [format: string, question: string, article: string, answer: string])[] = [
  ['Markdown', 'How many villages does the mill grind rye for?', 'mill', 'grinds rye for four villages'],
  [
    'a table in Markdown',
    'Who was the miller in 1950?',
    'mill',
    'Year: 1950; Rye (tonnes): 85; Miller: Greta Solberg',
  ],
  ['a list in Markdown', 'How much do the millstones weigh?', 'mill', '900 kilograms'],
  ['a footnote in Markdown', 'Which villages are Aldersey, Brack and Tarn?', 'mill', 'Nether Combe'],
  ['plain text', 'How many prisms does the lens have?', 'lighthouse', '212 prisms'],
  ['HTML', 'How many loaves are baked a night?', 'bakery', '640 loaves a night'],
  [
    'a table in HTML',
    'What is the special loaf on Friday?',
    'bakery',
    'Day: Friday; Special loaf: Walnut ring; Sold out by: 07:40',
  ],
  ['a note in HTML', 'Is one of the helpers her daughter?', 'bakery', 'her daughter, Signe'],
  ['PDF', 'How thick is the steel cable?', 'handbook', '38 millimetres'],
  [
    'a word broken at a line end of a PDF',
    'What replaced the hydraulic cylinders?',
    'handbook',
    'the hydraulic cylinders were replaced by electric motors',
  ],
  ['Word', 'How many hives does the association own?', 'bees', 'fourteen hives'],
  [
    'a table in Word',
    'What colour is the Chapel hive?',
    'bees',
    'Hive: Chapel; Colour: blue; Honey in 2018 (kg): 27',
  ],
  ['a footnote in Word', 'Was there a third harvest in October?', 'bees', 'In 2012 a third harvest'],
];

describe('an article of each format, added and asked by the commands', () => {
  let folder = '';
  let added: CliResult;
  const answers = new Map<string, Answer>();
  const texts = new Map<string, string>();

  beforeAll(async () => {
    folder = await makeSharedFolder();
    await writeFiles(folder, { 'bees.docx': BEES });
    const files = ['mill.md', 'lighthouse.txt', 'bakery.html', 'handbook.pdf'].map((name) =>
      join(FIXTURES, name),
    );
    added = await runCli('add', [...files, 'bees.docx', '--yes', '--verbose'], { folder });
    const listed = await runCli('articles', ['--json', '--text'], { folder });
    for (const { id, text } of JSON.parse(listed.stdout) as readonly {
      readonly id: string;
      readonly text: string;
    }[])
      texts.set(id, text);
    const input = QUESTIONS.map(([, question]) => question).join('\n');
    const asked = await runCli('ask', ['-', '--json'], { folder, input });
    asked.stdout
      .trim()
      .split('\n')
      .forEach((line, index) => answers.set(QUESTIONS[index]?.[1] ?? '', JSON.parse(line) as Answer));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('adds them all in one run and counts what was indexed', () => {
    expect(added.code).toBe(0);
    expect(added.stdout).toContain('Index: 5 articles with ');
    expect(added.stdout).toMatch(/5 added\.\n$/);
    expect([...texts.keys()].sort()).toEqual(['bakery', 'bees', 'handbook', 'lighthouse', 'mill']);
  });

  it.each(QUESTIONS)('answers from %s, word for word', (_, question, article, wanted) => {
    const answer = answers.get(question);
    expect(answer?.kind).toBe('answer');
    const [first] = answer?.excerpts ?? [];
    expect(first).toMatchObject({ articleId: article, text: expect.stringContaining(wanted) as string });
    for (const { text, articleId, start, end } of answer?.excerpts ?? [])
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
  });

  it('keeps code line by line and headings as sections of their own', () => {
    expect(texts.get('mill')).toContain('\n\nThe sluice\n\n');
    expect(texts.get('mill')).toContain('\n\nLONG SHORT LONG\n  answer: SHORT SHORT\n\n');
    expect(texts.get('handbook')).toContain('\n\nFares\n\n');
  });

  it('names each removal with its reason', () => {
    for (const line of [
      'line 25: advert: Subscribe to our newsletter',
      'line 2: advert: Want more stories',
      'line 7: syndication note: ',
      'line 8: copyright notice: ',
      'block 1: page header: Home News Contact',
      'block 2: cookie notice: ',
      'block 6: share line: Share this',
      'line 18: repeated page header: Osier Reach Ferry Office',
      'line 19: page number: 1',
      "Note       1 word hyphenated at a line's end put together: hydrau-lic → hydraulic.",
    ])
      expect(added.stdout).toContain(line);
  });

  it('writes the front matter, with the count of removals and the hash of the source', async () => {
    const read = (id: string): Promise<string> =>
      readFile(join(folder, 'corpus', 'local', `${id}.md`), 'utf8');
    const today = new Date().toISOString().slice(0, 8);
    expect(await read('mill')).toMatch(
      new RegExp(
        '^---\ntitle: The tide mill of Aldersey\nauthor: Hanne Voss\npublished: 2021-06-14\nurl: https://example.org/aldersey/mill\n' +
          `licence: CC0\ntopics:\n {2}- mills\n {2}- tides\nretrieved: ${today}\\d\\d\nsha256: [0-9a-f]{64}\nremoved: 1\n---\n`,
      ),
    );
    expect(await read('lighthouse')).toContain(
      '\nlicence: Copyright (c) 2019 Gannet Bay Herald. All rights reserved.\n',
    );
    expect(await read('bakery')).toMatch(
      /^---\ntitle: Night shift at the island bakery\nauthor: Per Almgren\npublished: 2022-02-03\nlicence: © 2022 The Harbour Post\n/,
    );
    expect(await read('handbook')).toContain('\nremoved: 6\n');
    expect(await read('bees')).toContain('title: Keeping bees on the heath\nauthor: Runa Tveit\n');
  });
});
