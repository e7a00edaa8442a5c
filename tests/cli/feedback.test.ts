import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Vote } from '../../src/domain/feedback.ts';
import { shortHash } from '../../src/text/short-hash.ts';
import { makeExchange } from '../contracts/make-exchange.ts';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';
import { HARBOUR, ORCHARD } from './harbour.ts';
import { runCli } from './run-cli.ts';

const OLD = '2020-01-01T00:00:00.000Z';
const NOW = new Date().toISOString();

/** What was asked of the harbour, with a quotation as it stands there. */
function asked(id: string, question: string, quoted: string, more: Partial<Exchange> = {}): Exchange {
  const { article } = parseArticle({ path: 'ellerby.md', bytes: new TextEncoder().encode(HARBOUR) });
  const start = article.text.indexOf(quoted);
  const paragraph = article.blocks.find((block) => block.kind === 'paragraph' && block.end > start);
  const { explanation: _, ...exchange } = makeExchange({ id, question, serverId: 's1', askedAt: NOW });
  return {
    ...exchange,
    excerpts: [
      {
        articleId: 'ellerby',
        paragraph: paragraph?.kind === 'paragraph' ? paragraph.number : 0,
        ...{ start, end: start + quoted.length, hash: shortHash(quoted), highlights: [] },
      },
    ],
    ...more,
  };
}

const WALL = 'Its east wall fell in a storm and was\nrebuilt in granite.';
const FERRY = 'A crossing costs six crowns, and children travel free.';

const up = (voterHash: string, at = NOW): Vote => ({ voterHash, vote: 'up', at });
const down = (voterHash: string, reason?: Vote['reason']): Vote => ({
  ...{ voterHash, vote: 'down', at: NOW },
  ...(reason && { reason }),
});

/** A corpus with votes on what was asked of it. */
async function makeVotes(votes: readonly (readonly [Exchange, readonly Vote[]])[]): Promise<string> {
  const folder = await makeTempFolder();
  await writeFiles(folder, { 'corpus/ellerby.md': HARBOUR, 'corpus/dunmore.txt': ORCHARD });
  const store = await openStore(join(folder, 'data', 'verbatim.db'));
  for (const [exchange, given] of votes) {
    await store.exchanges.save(exchange);
    for (const vote of given) await store.feedback.vote(exchange.id, vote);
  }
  await store.close();
  return folder;
}

const VOTES = [
  [asked('1', 'What does a crossing cost?', FERRY), [up('a'), up('b'), down('c')]],
  [asked('2', 'who rebuilt the wall', WALL), [down('a', 'should-have-refused'), down('b')]],
  [asked('3', 'Who sank the Wren?', FERRY), [down('a', 'should-have-refused')]],
  [asked('4', 'what is free', FERRY), [up('a'), down('b')]],
  [asked('5', 'Who is the mayor?', FERRY), [down('a', 'wrong-passage')]],
  [asked('6', 'what does a crossing cost?', FERRY), [up('a')]],
  [asked('7', 'Was it changed?', FERRY, { excerpts: makeExchange().excerpts }), [up('a')]],
  [asked('8', 'How was the east wall rebuilt?', FERRY, { serverId: 's2' }), [up('a')]],
  [asked('9', 'Do children pay?', FERRY), [up('a', OLD)]],
] as const;

const questionsIn = async (folder: string) =>
  (await readFile(join(folder, 'questions.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

describe('npm run feedback', () => {
  it('makes a data set that npm run evaluate and npm run calibrate take', { timeout: 60_000 }, async () => {
    const folder = await makeVotes(VOTES);
    const args = ['--export', 'real', '--server', 's1', '--since', '30'];
    const { code, stdout, stderr } = await runCli('feedback', args, { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '2 questions from 1 article in real: 1 with an answer, 1 without.',
        'Left out: 1 on which votes are even.',
        'Left out: 2 marked bad, because what is right is not known.',
        'Left out: 1 whose quotation is in no article any more.',
        'Left out: 1 that are there already.',
        'npm run evaluate -- real\n',
      ].join('\n'),
    );
    expect(await questionsIn(join(folder, 'real'))).toEqual([
      {
        id: 'f1',
        question: 'What does a crossing cost?',
        kind: 'answerable',
        article: 'ellerby',
        paragraph: 2,
        sentence: FERRY,
        answers: [FERRY],
      },
      { id: 'f2', question: 'Who sank the Wren?', kind: 'unanswerable-near' },
    ]);
    expect(await readFile(join(folder, 'real/articles/ellerby.md'), 'utf8')).toBe(HARBOUR);
    const evaluated = await runCli('evaluate', ['real', '--json', '--system', 'verbatim'], { folder });
    expect(JSON.parse(evaluated.stdout)).toMatchObject({ verbatim: { questions: 2, sentenceAt1: 1 } });
    const calibrated = await runCli('calibrate', ['real', '--dry-run'], { folder });
    expect(calibrated.code, calibrated.stderr).toBe(0);
  });

  it('takes what a reader points at as the answer, a follow-up with its question, and all sentences', async () => {
    const pointed = asked('1', 'and free?', FERRY);
    const [excerpt] = pointed.excerpts;
    const base = makeExchange().explanation;
    if (!excerpt || !base) throw new Error('There is a quotation.');
    const from = FERRY.indexOf('children');
    const bold = [{ start: from, end: from + 'children'.length }];
    const two =
      'The ferry Wren crosses the bay eleven times a day 🚢. A crossing costs six crowns, and children travel free.';
    const folder = await makeVotes([
      [
        {
          ...pointed,
          excerpts: [{ ...excerpt, highlights: bold }],
          explanation: { ...base, context: 'Who pays?', reading: { answers: true, agrees: true } },
        },
        [up('a')],
      ],
      [asked('2', 'How often?', two, { serverId: 's9' }), [up('a', OLD)]],
    ]);
    await runCli('feedback', ['--export', 'real'], { folder });
    expect(await questionsIn(join(folder, 'real'))).toMatchObject([
      { kind: 'follow-up', context: 'Who pays?', sentence: FERRY, answers: ['children'] },
      { question: 'How often?', sentences: [expect.stringContaining('eleven'), FERRY] },
    ]);
  });

  it('makes an empty one of no votes', async () => {
    const folder = await makeVotes([]);
    const { stdout } = await runCli('feedback', ['--export', 'real'], { folder });
    expect(stdout).toBe('0 questions from 0 articles in real: 0 with an answer, 0 without.\n');
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no folder', [], /^Name a folder with --export\. Usage: npm run feedback/],
    ['days that are no number', ['--export', 'x', '--since', 'May'], /--since takes a whole number of days/],
    ['a folder that holds a data set', ['--export', 'corpus'], /questions\.jsonl cannot be written/],
  ])('refuses %s', async (_, args, message) => {
    const folder = await makeVotes([]);
    await writeFiles(folder, { 'corpus/questions.jsonl': '' });
    const { code, stderr } = await runCli('feedback', args, { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
