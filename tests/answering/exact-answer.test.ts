import { describe, expect, it } from 'vitest';
import type { DecisionModel } from '../../src/answering/decide.ts';
import { readDecisionModel } from '../../src/app/decision-model.ts';
import type { MeasuredOutcome } from '../../src/answering/measured-outcome.ts';
import type { QuestionOptions } from '../../src/domain/question.ts';
import type { Excerpt } from '../../src/domain/reply.ts';
import { shownExcerpts } from '../../src/domain/reply.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { createWordReader } from '../doubles/word-reader.ts';
import type { WordReaderOptions } from '../doubles/word-reader.ts';
import { libraryOver } from '../library-over.ts';

const ISLANDS = articleFrom(
  'islands.md',
  `# Seals

The grey seals of Hollow Island were counted in 1951 by Edda Moor. She found four hundred of them.

The Northern Seal Authority bought the island in 1960.

# Birds

Puffins nest on Hollow Island from April to August.
`,
);
const WHO = 'Who counted the grey seals of Hollow Island?';

/** Answers nearly everything, and reads no further than a margin of 5. */
async function eagerDecision(): Promise<DecisionModel> {
  return {
    ...(await readDecisionModel()),
    bias: 20,
    reading: { margin: 0.05, limit: 12, lead: 2, gap: 1 },
  };
}

interface Asked extends WordReaderOptions {
  readonly question?: string;
  readonly options?: QuestionOptions;
  readonly decision?: DecisionModel;
}

async function ask(
  answers: Readonly<Record<string, number>> | undefined,
  { question = WHO, options, decision, ...rest }: Asked = {},
): Promise<MeasuredOutcome> {
  const { answerer } = await libraryOver([ISLANDS], {
    decision: decision ?? (await eagerDecision()),
    ...(answers ? { reader: createWordReader(answers, rest) } : {}),
  });
  return answerer.ask(question, options);
}

function firstOf({ reply }: MeasuredOutcome): Excerpt {
  const [first] = shownExcerpts(reply);
  if (!first) throw new Error('There has to be an excerpt.');
  return first;
}

describe('an answer with a reader', () => {
  it('has the exact answer in bold and nothing else, word for word where the article has it', async () => {
    const outcome = await ask({ 'Edda Moor': 8 });
    expect(outcome.reply.kind).toBe('answer');
    const { start, end, text, answer, highlights } = firstOf(outcome);
    expect(ISLANDS.text.slice(start, end)).toBe(text);
    expect(ISLANDS.text.slice(start + (answer?.start ?? 0), start + (answer?.end ?? 0))).toBe('Edda Moor');
    expect(highlights).toEqual([answer]);
  });

  it('counts the answer from the excerpt’s start, also where that takes in the sentence before', async () => {
    const outcome = await ask({ 'four hundred': 9 }, { question: 'How many grey seals were found?' });
    const { text, answer } = firstOf(outcome);
    expect(text).toBe(
      'The grey seals of Hollow Island were counted in 1951 by Edda Moor. She found four hundred of them.',
    );
    expect(text.slice(answer?.start, answer?.end)).toBe('four hundred');
  });

  it('is another sentence than before where the reader finds its answer there', async () => {
    const question = 'What happened on Hollow Island?';
    const before = await ask(undefined, { question });
    const after = await ask({ 'Northern Seal Authority': 12 }, { question });
    expect(before.ranking[0]?.text).not.toContain('Northern Seal Authority');
    expect(after.ranking[0]?.text).toBe('The Northern Seal Authority bought the island in 1960.');
    expect(after.signals?.readerAgreement).toBeLessThan(0);
  });

  it.each(['Did Edda Moor count the grey seals of Hollow Island?', 'grey seals Hollow Island'])(
    'has nothing in bold for "%s"',
    async (question) => {
      const first = firstOf(await ask({ 'Edda Moor': 8 }, { question }));
      expect(first.text).toContain('Edda Moor');
      expect(first.highlights).toEqual([]);
      expect(first).not.toHaveProperty('answer');
    },
  );

  it('has nothing in bold where the reader sees no answer', async () => {
    const first = firstOf(await ask({}));
    expect(first.highlights).toEqual([]);
    expect(first).not.toHaveProperty('answer');
  });

  it('rests on what the reader saw, and shows it', async () => {
    const { signals, candidates, trace } = await ask({ 'Edda Moor': 4, August: 1 });
    expect(signals).toMatchObject({ readerMargin: 4, rivalMargin: 1, readerAgreement: 0 });
    expect(candidates?.[0]).toMatchObject({ margin: 4 });
    expect(trace?.candidates[0]).toMatchObject({ span: 'Edda Moor', signals: { margin: 4 } });
  });

  it('is read for with the follow-up alone, not with the question before', async () => {
    const questions: string[] = [];
    await ask(
      {},
      {
        question: 'And who counted them?',
        options: { context: 'What lives on Hollow Island?' },
        onRead: (question) => questions.push(question),
      },
    );
    expect(new Set(questions)).toEqual(new Set(['And who counted them?']));
  });
});

describe('without the reader', () => {
  const lasting = ({ totalMs, ...outcome }: MeasuredOutcome) => ({ outcome, took: totalMs >= 0 });

  it('nothing is read, and words of the right kind are in bold as before', async () => {
    const outcome = await ask(undefined);
    const { text, highlights } = firstOf(outcome);
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toContain('Edda Moor');
    expect(firstOf(outcome)).not.toHaveProperty('answer');
    expect(outcome.signals).not.toHaveProperty('readerMargin');
    for (const candidate of outcome.candidates ?? []) expect(candidate).not.toHaveProperty('margin');
    for (const candidate of outcome.trace?.candidates ?? []) expect(candidate).not.toHaveProperty('span');
  });

  it('or without its weights in the decision, an answer is the same', async () => {
    const decision = await readDecisionModel();
    const reader = await ask({ 'Edda Moor': 8 }, { decision });
    expect(lasting(reader)).toEqual(lasting(await ask(undefined, { decision })));
  });
});

describe('the excerpts nearest to what is not answered', () => {
  it('have the shared words in bold, and no answer', async () => {
    const decision = { ...(await eagerDecision()), bias: -20 };
    const outcome = await ask({ 'Edda Moor': 8 }, { decision });
    expect(outcome.reply.kind).toBe('abstention');
    const { text, highlights, ...rest } = firstOf(outcome);
    expect(rest).not.toHaveProperty('answer');
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toContain('counted');
  });
});
