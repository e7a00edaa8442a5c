import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

const ANSWER = 'The oldest pear tree was planted by the abbess Hild in 1650.';
const QUESTIONS = [
  {
    id: 'q1',
    question: 'Who planted the oldest pear tree?',
    kind: 'answerable',
    article: 'dunmore',
    paragraph: 2,
    sentence: ANSWER,
    answers: ['the abbess Hild'],
  },
  { id: 'q2', question: 'Who won the race in Monza?', kind: 'unanswerable-far' },
];

async function makeDataset(): Promise<string> {
  const folder = await makeTempFolder();
  await writeFiles(folder, {
    'set/articles/dunmore.txt': ORCHARD,
    'set/articles/ellerby.md': HARBOUR,
    'set/questions.jsonl': QUESTIONS.map((question) => `${JSON.stringify(question)}\n`).join(''),
  });
  return folder;
}

describe('npm run evaluate', () => {
  it('prints a table of the systems, or JSON, and writes what was predicted', async () => {
    const folder = await makeDataset();
    const table = await runCli('evaluate', ['set'], { folder });
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toMatch(/^figure +verbatim +dense +bm25 *\nquestions +2 +2 +2 *\n/);
    const args = ['set', '--json', '--system', 'verbatim', '--typos', '3', '--predictions', 'out.jsonl'];
    const json = await runCli('evaluate', args, { folder });
    expect(JSON.parse(json.stdout)).toMatchObject({ verbatim: { questions: 2 } });
    const predictions = (await readFile(join(folder, 'out.jsonl'), 'utf8')).trim().split('\n');
    expect(predictions.map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual(['q1', 'q2']);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no folder', [], /^Name at least one dataset folder\. Usage: npm run evaluate/],
    ['a folder without questions', ['nowhere'], /questions\.jsonl cannot be read/],
    ['a system that is not there', ['set', '--system', 'gpt'], /no system "gpt"\. There are: dense, bm25/],
    ['a seed that is no number', ['set', '--typos', 'x'], /--typos takes a whole number/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stderr } = await runCli('evaluate', args, { folder: await makeDataset() });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('a dataset', () => {
  it('may ask about the demo beside other articles', async () => {
    const folder = await makeDataset();
    const demo = '---\ndemo: true\n---\n\nThe kiln was lit in 1911.\n';
    const kiln = { id: 'k', question: 'When was the kiln lit?', kind: 'answerable', article: 'kiln' };
    const gold = { paragraph: 1, sentence: 'The kiln was lit in 1911.', answers: ['1911'] };
    const questions = `${JSON.stringify({ ...kiln, ...gold })}\n`;
    await writeFiles(folder, { 'set/articles/kiln.md': demo, 'set/questions.jsonl': questions });
    const { stdout } = await runCli('evaluate', ['set', '--json', '--system', 'verbatim'], { folder });
    expect(JSON.parse(stdout)).toMatchObject({ verbatim: { sentenceAt1: 1 } });
  });

  it('is refused when it asks about an article that it does not have', async () => {
    const folder = await makeDataset();
    const stray = JSON.stringify({ ...QUESTIONS[0], article: 'lostwood' });
    await writeFiles(folder, { 'set/questions.jsonl': `${stray}\n` });
    const { code, stderr } = await runCli('evaluate', ['set'], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /question q1 in set is about the article "lostwood", which is not in set.articles/,
    );
  });
});

describe('npm run calibrate', () => {
  it('fits rank and decision on the questions that may be fitted on, and says on what', async () => {
    const folder = await makeDataset();
    const { code, stdout, stderr } = await runCli('calibrate', ['set', '--dry-run', '--seed', '2'], {
      folder,
    });
    expect(code, stderr).toBe(0);
    const model = JSON.parse(stdout) as Record<string, unknown>;
    expect(model['provenance']).toMatchObject({ data: ['set'], part: 'fit', seed: 2 });
    expect(model['reading']).toMatchObject({ limit: 12 });
    expect(Object.keys(model['signals'] ?? {})).toContain('readerMargin');
    expect(model['thresholds']).toHaveProperty('balanced');
  });
});

describe('npm run bench and npm run prepare-xquad', () => {
  it('measures an answer beside its baselines, on a dataset of your own', async () => {
    const folder = await makeDataset();
    const { code, stdout, stderr } = await runCli('bench', ['--dataset', 'set'], {
      folder,
      env: { READER: 'off' },
    });
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^articles, passages +2, \d+$/m);
    expect(stdout).toMatch(/^ {2}p50 to embedding the question +\d+\.\d\d times$/m);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['bench', ['--articles', '0'], /--articles takes a number from 1 to 9999/],
    ['calibrate', [], /Name at least one dataset folder/],
    ['calibrate', ['set', '--seed', '-'], /--seed takes a whole number/],
    ['prepare-xquad', ['one'], /Name the file and a folder for the two halves/],
    ['prepare-xquad', ['gone.json', 'out'], /gone\.json cannot be read/],
    ['prepare-xquad', ['a', 'b', '--seed', 'x'], /--seed takes a whole number/],
  ])('%s %j is refused', async (name, args, message) => {
    const { code, stderr } = await runCli(name, args, { folder: await makeTempFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('splits a file in the format of SQuAD into datasets', async () => {
    const folder = await makeTempFolder();
    const context = `The orchard has nine hundred pear trees. ${ANSWER}`;
    const data = Array.from({ length: 4 }, (_, n) => ({
      title: `Orchard_${n}`,
      paragraphs: Array.from({ length: 3 }, (_, i) => ({
        context: `${context} It is orchard ${n}, part ${i}.`,
        qas: [
          {
            id: `${n}-${i}`,
            question: 'Who planted the oldest pear tree?',
            answers: [{ text: 'the abbess Hild', answer_start: context.indexOf('the abbess Hild') }],
          },
        ],
      })),
    }));
    await writeFiles(folder, { 'squad.json': JSON.stringify({ data }) });
    const { code, stdout } = await runCli('prepare-xquad', ['squad.json', 'out'], { folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^out\/\w+: 2 articles, \d+ questions\nout\/\w+: 2 articles, \d+ questions\n$/);
  });
});
