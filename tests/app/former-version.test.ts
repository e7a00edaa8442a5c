import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openVectraStore } from '../../src/adapters/index-store/open-vectra-store.ts';
import { compose } from '../../src/app/compose.ts';
import type { Composition } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { readCorpus } from '../../src/app/read-corpus.ts';
import { isVerbatim } from '../../src/domain/library.ts';
import { makeTempFolder } from '../temp-folder.ts';

const FORMER = join(import.meta.dirname, '../fixtures/version-0.1.0');
const QUESTIONS = [
  ['When was the kiln first lit?', 'The kiln at Amber Wharf was lit for the first time in 1911.'],
  ['How many loaves does Oda Fennimore bake a night?', 'bakes 640 loaves a night'],
] as const;

/** The folders as version 0.1.0 left them, to be changed. */
async function copyFormer(): Promise<Composition> {
  const folder = await makeTempFolder();
  await cp(FORMER, folder, { recursive: true });
  return compose(readConfig({}, { corpus: join(folder, 'corpus'), index: join(folder, 'index') }));
}

async function expectAnswers(composition: Composition): Promise<void> {
  const { library, close } = await composition.openLibrary();
  onTestFinished(close);
  for (const [question, quotation] of QUESTIONS) {
    const { reply } = await library.ask(question);
    const [first] = reply.kind === 'answer' ? reply.excerpts : [];
    expect(first?.text).toContain(quotation);
    expect(first && isVerbatim(first, library.article(first.articleId))).toBe(true);
  }
}

describe('an index of version 0.1.0', () => {
  it('is opened and answers as it is', async () => {
    await expectAnswers(await copyFormer());
  });

  it('is brought up to date by the next run of the indexer, and answers as before', async () => {
    const former = await copyFormer();
    const { manifest } = await former.updateIndex(await former.readCorpus(), { rebuild: true });
    expect(manifest.articles.map(({ id }) => id)).toEqual(['kiln', 'bakery']);
    await expectAnswers(former);
  });
});

describe('a corpus of version 0.1.0', () => {
  it('is read as the same articles, word for word', async () => {
    const { entries } = await readCorpus(join(FORMER, 'corpus'));
    const index = await openVectraStore(join(FORMER, 'index')).open();
    onTestFinished(() => index.close());
    expect(entries.map(({ article: { id, title, text } }) => [id, title, text])).toEqual(
      index.articles.map(({ id, title, text }) => [id, title, text]),
    );
  });
});
