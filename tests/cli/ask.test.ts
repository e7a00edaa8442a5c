import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeSharedFolder, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { beginCli, runCli } from './run-cli.ts';
import type { CliResult } from './run-cli.ts';

const excerptLine = z.strictObject({
  text: z.string().min(1),
  articleId: z.string(),
  title: z.string(),
  paragraph: z.int().min(1),
  start: z.int().min(0),
  end: z.int(),
  highlights: z.array(z.tuple([z.int().min(0), z.int()])),
  url: z.url().nullable(),
});
// To a tenth of a millisecond: a question without a word takes less.
const timing = z.strictObject({ totalMs: z.number().nonnegative() });
const score = z.number().min(0).max(1);
const replyLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    confidence: z.enum(['strong', 'weak']),
    score,
    question: z.string(),
    excerpts: z.array(excerptLine).min(1).max(3),
    timing,
  }),
  z.strictObject({
    kind: z.literal('abstention'),
    reason: z.enum(['no-hits', 'weak-hits', 'empty-corpus']),
    score,
    question: z.string(),
    questionLanguage: z.string().optional(),
    nearest: z.array(excerptLine).max(3),
    timing,
  }),
  z.strictObject({
    kind: z.literal('error'),
    code: z.enum(['question-empty', 'question-too-long']),
    message: z.string().min(10),
    question: z.string(),
  }),
]);
type ReplyLine = z.infer<typeof replyLine>;

function parseLines(stdout: string): readonly ReplyLine[] {
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => replyLine.parse(JSON.parse(line)));
}

function excerptsOf(reply: ReplyLine | undefined): readonly z.infer<typeof excerptLine>[] {
  switch (reply?.kind) {
    case 'answer':
      return reply.excerpts;
    case 'abstention':
      return reply.nearest;
    case 'error':
    case undefined:
      return [];
  }
}

const articleList = z.array(z.looseObject({ id: z.string(), text: z.string(), paragraphs: z.int() }));

const QUESTIONS = [
  'Who leads the Ellerby Harbour Company?',
  '',
  'Which tyres did the racing team choose in Monza?',
  '🦜🦜 ❓',
  'x'.repeat(4001),
  '  How many pear trees are there in Dunmore?  ',
  'When was the harbour dug?',
  'What does a crossing of the ferry cost?',
  'naïve bookkeeping',
  'What does Marta Quill want to do by spring?',
];

describe('npm run ask', () => {
  let folder: string;
  let batch: CliResult;
  beforeAll(async () => {
    folder = await makeSharedFolder();
    await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR, 'corpus/deep/dunmore.txt': ORCHARD });
    batch = await runCli('ask', ['--json', '-'], { folder, input: `${QUESTIONS.join('\n')}\n` });
    return () => rm(folder, { recursive: true });
  });

  it('builds the index first when there is none, and says so on stderr', () => {
    expect(batch.stderr).toContain('There is no index yet; building it.\n');
    expect(batch.stderr).toContain('Indexed 2 articles, 3 passages.\n');
  });

  it('prints one reply a line, in the order of the questions, as the format says', () => {
    expect(batch).toMatchObject({ code: 0 });
    const replies = parseLines(batch.stdout);
    expect(replies.map((reply) => reply.question)).toEqual(QUESTIONS.map((question) => question.trim()));
    const [leads, empty, tyres, emoji, long, trees] = replies;
    expect(leads).toMatchObject({ kind: 'answer' });
    expect(excerptsOf(leads)[0]).toMatchObject({
      text: 'Marta Quill has led the Ellerby Harbour Company since 1998.',
      articleId: 'ellerby',
      title: 'The harbour of Ellerby',
      paragraph: 3,
    });
    expect(excerptsOf(leads)[0]?.url).toMatch(/^https:\/\/example\.org\/ellerby#:~:text=Marta%20Quill/);
    expect(empty).toMatchObject({ kind: 'error', code: 'question-empty' });
    expect(tyres).toMatchObject({ kind: 'abstention', reason: 'weak-hits' });
    expect(emoji).toMatchObject({ kind: 'abstention', reason: 'no-hits', nearest: [], score: 0 });
    expect(long).toMatchObject({ kind: 'error', code: 'question-too-long' });
    expect(trees).toMatchObject({ kind: 'answer' });
    expect(excerptsOf(trees)[0]).toMatchObject({ articleId: 'dunmore', paragraph: 1, start: 0, url: null });
  });

  it('quotes what `npm run articles -- --json --text` shows at the same offsets', async () => {
    const listed = await runCli('articles', ['--json', '--text'], { folder });
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    const articles = articleList.parse(JSON.parse(listed.stdout));
    expect(articles.map(({ id, paragraphs }) => [id, paragraphs])).toEqual([
      ['dunmore', 2],
      ['ellerby', 4],
    ]);
    const texts = new Map(articles.map(({ id, text }) => [id, text] as const));
    const excerpts = parseLines(batch.stdout).flatMap(excerptsOf);
    expect(excerpts.length).toBeGreaterThan(8);
    for (const { articleId, start, end, text, highlights } of excerpts) {
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
      expect(text).not.toContain('\n\n');
      for (const [from, to] of highlights) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }
    // Mark-up is gone from what is quoted, soft-wrapped lines are joined, and the rest is as it was.
    expect(texts.get('ellerby')).toContain('Its east wall fell in a storm and was rebuilt in granite.');
    expect(excerpts.map(({ text }) => text).join('\n')).toContain('crowns — naïve bookkeeping');
  });

  it('answers a question of a batch before the next one is asked', async () => {
    const command = beginCli('ask', ['--json', '-'], { folder });
    for (const [index, question] of ['Who is Otto Brandt?', 'How many trees?'].entries()) {
      command.stdin.write(`${question}\n`);
      await expect.poll(() => command.output().split('\n').length, { timeout: 20_000 }).toBe(index + 2);
      const line = command.output().split('\n')[index] ?? '';
      expect(replyLine.parse(JSON.parse(line)).question).toBe(question);
    }
    command.stdin.end();
    expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('prints the quotation, its words, the article and the paragraph', async () => {
    const { code, stdout } = await runCli('ask', ['Who planted the oldest pear tree?'], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('  │ The oldest pear tree was planted by the abbess Hild in 1650.\n');
    expect(stdout).toMatch(/\^ .*Hild/);
    expect(stdout).toContain('[1] dunmore, paragraph 2');
    // Not a terminal: no escape sequences.
    expect(stdout).not.toContain('\u001b');
  });

  it('refuses an article that is not there', async () => {
    const { code, stdout, stderr } = await runCli('ask', ['--article', 'atlantis', 'Who?'], { folder });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'There is no article "atlantis" in the index. Run `npm run articles` to see which there are.\n',
    );
  });

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['--jsn', 'Who?'], /--jsn/],
    ['two questions', ['Who', 'is it?'], /quotation marks\. Usage: npm run ask/],
    ['no question', [], /There is no question\. Usage: npm run ask/],
    ['a question that is too long', ['w '.repeat(2500)], /has 4999 characters; at most 4000/],
  ])('calls %s misuse, in one message', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli('ask', args, { folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('    at ');
  });

  it('prints a question that cannot be asked as a line of JSON too, and calls it misuse', async () => {
    const { code, stdout } = await runCli('ask', ['--json', ''], { folder });
    expect(code).toBe(2);
    expect(parseLines(stdout)).toMatchObject([{ kind: 'error', code: 'question-empty', question: '' }]);
  });

  it('refuses a wrong setting, naming it', async () => {
    const { code, stderr } = await runCli('ask', ['Who?'], { folder, env: { STRICTNESS: 'stern' } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'STRICTNESS is "stern", but it has to be one of strict, balanced, lenient. Correct it in the environment or in .env.\n',
    );
  });

  it('refuses a model that is not there, naming the file', async () => {
    const env = { MODEL: 'nobody/no-model' };
    const { code, stderr } = await runCli('ask', ['Who?'], { folder, env });
    expect(code).toBe(1);
    expect(stderr).toContain(join('nobody', 'no-model', 'config.json'));
    expect(stderr).not.toContain('    at ');
  });
});
