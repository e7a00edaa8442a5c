import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { assembleLibrary, compose, decisionFor } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openDataset } from '../../src/app/open-dataset.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { makeSharedFolder } from '../temp-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TROOPS = 'How many troops did North Korea send to Russia?';
const TREATY = 'Where was the partnership treaty signed?';
const WARNING = 'What did Xi Jinping warn of?';
const EARLIER = [TROOPS, TREATY, WARNING];

/** The shipped models on the shipped article, with the reader and without. */
const libraries = new Map<string, Library>();

beforeAll(async () => {
  const folder = await makeSharedFolder();
  await mkdir(join(folder, 'articles'));
  await cp(join(ROOT, 'corpus/demo'), join(folder, 'articles'), { recursive: true });
  await writeFile(join(folder, 'questions.jsonl'), '');
  const config = readConfig({ MODELS_DIR: join(ROOT, 'models'), DATA_DIR: folder });
  const composition = compose(config);
  const embedder = await composition.loadModel();
  const dataset = await openDataset(folder, embedder);
  for (const reader of [await composition.loadReader(), undefined]) {
    const decision = await decisionFor(reader);
    const { library } = assembleLibrary({ index: dataset.index, embedder, config, reader, decision });
    libraries.set(reader ? 'with the reader' : 'without the reader', library);
  }
  return async () => {
    await dataset.close();
    await rm(folder, { recursive: true });
  };
});

/** How sure, and the first thing that is quoted. */
async function ask(mode: string, context: string, question: string): Promise<string> {
  const outcome = await libraries.get(mode)?.ask(question, { context });
  if (!outcome) throw new Error(`There is no library ${mode}.`);
  return describeReply(outcome.reply);
}

function describeReply(reply: Reply): string {
  return reply.kind === 'answer' ? `${reply.confidence}: ${reply.excerpts[0].text}` : 'silent';
}

describe.each(['with the reader', 'without the reader'])('a follow-up, %s,', (mode) => {
  // Reading takes its time: a question before is enough there.
  const earlier = mode === 'with the reader' ? [TROOPS] : EARLIER;

  it.each(['lol ok', 'thanks!', 'really?', 'what?', 'and?', 'how so?'])(
    'is no answer because of the question before: %j',
    async (question) => {
      for (const context of earlier)
        expect([context, await ask(mode, context, question)]).toEqual([context, 'silent']);
    },
  );

  it.each(['why?', 'why is that?', 'how come?', 'where?', 'when?', 'who?', 'and when was that?'])(
    'is never sure without a word of its own: %j',
    async (question) => {
      for (const context of earlier) expect(await ask(mode, context, question)).not.toMatch(/^strong/u);
    },
  );

  it.each([
    ['when', 'and when was that?', /\b(?:\d{4}|Friday|Saturday|November|June)\b/u],
    ['why', 'why?', /\b(?:because|reason|fear|why|largely)\b/u],
    ['how many', 'how many?', /\d/u],
  ])('needs an answer of its own kind: a %s', async (_kind, question, wanted) => {
    for (const context of [...earlier, 'Who is Stephen Nagy?']) {
      const answer = await ask(mode, context, question);
      if (answer !== 'silent') expect(answer).toMatch(wanted);
    }
  });

  it.each([
    [TROOPS, 'and what do they eat?'],
    [TROOPS, 'how much are they paid?'],
    [TREATY, 'did he wear a hat there?'],
    ['Who is Stephen Nagy?', 'when was he born?'],
    ['Who did Belousov meet in Pyongyang?', 'and how old is he?'],
    [WARNING, 'what car does he drive?'],
    ['What is KCNA?', 'when was it founded?'],
    ['Which missiles did the West allow Ukraine to fire?', 'how much do they cost?'],
  ])('after “%s” is not answered when the article does not say: %s', async (context, question) => {
    expect(await ask(mode, context, question)).toBe('silent');
  });

  it.each([
    ['When was the partnership treaty signed?', 'And where was it signed?', 'Pyongyang in June 2024'],
    [TREATY, 'and when was that?', 'June 2024'],
    ['Who did Belousov meet in Pyongyang?', 'and when?', '29 November 2024'],
    ['Who published Kim’s words?', 'and on which date?', '30 November 2024'],
    ['What did the United States, South Korea and Japan pledge?', 'how did Kim react to that?', 'urging'],
    ['What does the treaty oblige the two states to do?', 'what about sanctions?', 'Western sanctions'],
    ['What does the treaty oblige them to do?', 'and who signed it?', 'Kim Jong-un and Vladimir Putin'],
  ])('after “%s” finds what it asks for: %s', async (context, question, words) => {
    expect(await ask(mode, context, question)).toContain(words);
  });
});

it('a follow-up without the reader finds when the missiles were allowed', async () => {
  const answer = await ask('without the reader', 'What missiles may Ukraine fire?', 'when was that allowed?');
  expect(answer).toContain('November 2024');
});
