import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentFile, readDocumentSources } from '../../../scripts/document-sources.ts';
import { openImporter } from '../../../src/app/open-imports.ts';
import type { Article } from '../../../src/domain/article.ts';
import type { Card } from '../../../src/domain/card.ts';
import { analyseArticle } from '../../../src/study/cards/analyse-article.ts';
import { makeDeck } from '../../../src/study/cards/make-deck.ts';
import { gatherMaterial } from '../../../src/study/cards/material.ts';
import { proposeAltered } from '../../../src/study/cards/propose-altered.ts';
import { proposeCloze } from '../../../src/study/cards/propose-cloze.ts';
import { proposeOrder } from '../../../src/study/cards/propose-order.ts';
import { proposeSpeaker } from '../../../src/study/cards/propose-speaker.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import { expectFairCard } from './card-properties.ts';
import { readArticle, readShipped, SHIPPED } from './shipped-articles.ts';

/** All cards that could be made, those that nobody would keep among them. */
async function everyCard(article: Article): Promise<readonly Card[]> {
  const material = gatherMaterial(analyseArticle(article, await loadTagger()));
  return [
    ...proposeCloze(material),
    ...proposeSpeaker(material),
    ...proposeAltered(material),
    ...proposeOrder(material),
  ].map(({ card }) => card);
}

describe('every card of an article', () => {
  it.each(SHIPPED)('of %s is verbatim, hides its answer and has choices that are wrong', async (path) => {
    const article = await readShipped(path);
    const cards = await everyCard(article);
    expect(cards.length).toBeGreaterThan(40);
    for (const card of cards) expectFairCard(card, article);
  });

  it.each(SHIPPED)('of %s has an id of its own', async (path) => {
    const ids = (await everyCard(await readShipped(path))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** A Brief History of Debian, GPL 2 or later, ten thousand words; `npm run fetch-documents` brings it. */
const source = (await readDocumentSources()).manuals.find(({ id }) => id === 'debian-history');
const file = source ? documentFile(source) : '';

describe('a long article', () => {
  it.skipIf(!existsSync(file))('makes at least a hundred cards', async () => {
    const importer = openImporter();
    const { markdown } = await importer.importSource(
      { name: basename(file), bytes: await readFile(file) },
      { keepAll: false, retrieved: '2026-01-01' },
    );
    await importer.close();
    const article = readArticle('debian-history.md', markdown);
    const { cards } = await makeDeck(article, { tag: await loadTagger(), judge: createKindJudge() });
    expect(cards.length).toBeGreaterThanOrEqual(100);
    for (const { card } of cards) expectFairCard(card, article);
  });
});
