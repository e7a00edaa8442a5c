import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/domain/card.ts';
import type { Card } from '../../../src/domain/card.ts';
import { applyCardFile } from '../../../src/study/cards/apply-card-file.ts';
import { readCardFile } from '../../../src/study/cards/read-card-file.ts';
import { makeDeck } from '../../../src/study/cards/make-deck.ts';
import { reanchorCard } from '../../../src/study/cards/reanchor-card.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import { readArticle } from './shipped-articles.ts';

const DUG = 'The harbour of Ellerby was dug in 1712 by four hundred convicts from the prisons.';
const FELL = 'The east wall of the harbour fell in a storm in 1720 and was rebuilt in granite.';
const LIT = 'Nobody lit any lamps in 1728, says an old diary that few have ever read.';
const LED = 'Marta Quill has led the harbour company since 1998 and wants to dredge the basin.';

const article = (...paragraphs: readonly string[]) => readArticle('harbour.md', paragraphs.join('\n\n'));

async function cardOf(year: string): Promise<Card> {
  const { cards } = await makeDeck(article(DUG, FELL, LED, LIT), {
    tag: await loadTagger(),
    judge: createKindJudge(),
  });
  const found = cards.find(({ card }) => card.kind === 'cloze' && card.answer.text === year);
  if (!found) throw new Error(`There is no card that asks for ${year}.`);
  return found.card;
}

describe('reanchorCard', () => {
  it('leaves a card as it is where nothing changed', async () => {
    const card = await cardOf('1720');
    expect(reanchorCard(card, article(DUG, FELL, LED, LIT))).toEqual(card);
  });

  it('moves it to the same sentence elsewhere, with its answer and choices', async () => {
    const card = await cardOf('1720');
    const changed = article('A new beginning.', LED, DUG, FELL, LIT);
    const moved = reanchorCard(card, changed);
    expect(moved).toMatchObject({ id: card.id, quotation: { text: FELL, paragraph: 4 } });
    for (const words of [moved?.quotation, moved?.answer, ...(moved?.distractors ?? [])])
      expect(changed.text.slice(words?.start, words?.end)).toBe(words?.text);
    expect(moved?.distractors).toHaveLength(card.distractors.length);
  });

  it('lets it rest where a word of the sentence changed, however little', async () => {
    expect(
      reanchorCard(await cardOf('1720'), article(DUG, FELL.replace('fell', 'collapsed'), LED, LIT)),
    ).toBeUndefined();
    expect(
      reanchorCard(await cardOf('1720'), article(DUG, FELL.replace('1720', '1721'), LED, LIT)),
    ).toBeUndefined();
  });

  it('knows the place among two by what stands around it, and rests where it cannot', async () => {
    const card = await cardOf('1720');
    expect(reanchorCard(card, article(FELL, LED, DUG, FELL, LED, LIT))?.quotation.paragraph).toBe(4);
    expect(reanchorCard(card, article(FELL, 'A bell.', FELL, 'A lamp.'))).toBeUndefined();
  });

  it('drops a choice that the article no longer has', async () => {
    const card = await cardOf('1720');
    const texts = card.distractors.map(({ text }) => text);
    expect(texts).toContain('1712');
    const moved = reanchorCard(card, article(DUG.replace('1712', 'summer'), FELL, LED, LIT));
    expect(moved?.distractors.map(({ text }) => text)).toEqual(texts.filter((text) => text !== '1712'));
  });

  it('moves both sentences of what came first, or lets it rest', () => {
    const file = readCardFile('harbour.cards.md', `## Pin\n> ${DUG}\nblank: 1712\nlater: ${FELL}\n`);
    const { cards } = applyCardFile(file, article(DUG, FELL, LED), []);
    const order = cards[0]?.card;
    if (!order) throw new Error('The file pins a card.');
    expect(reanchorCard(order, article(DUG, FELL, LED))).toEqual(order);
    const changed = article('A new beginning.', FELL, LED, DUG);
    const moved = reanchorCard(order, changed);
    expect(moved).toMatchObject({ quotation: { paragraph: 4 }, later: { quotation: { paragraph: 2 } } });
    for (const words of moved ? wordsOf(moved) : [])
      expect(changed.text.slice(words.start, words.end)).toBe(words.text);
    expect(reanchorCard(order, article(DUG, FELL.replace('granite', 'brick'), LED))).toBeUndefined();
    expect(reanchorCard(order, article(FELL, LED))).toBeUndefined();
  });

  it('is not a card of another article', async () => {
    expect(
      reanchorCard(await cardOf('1720'), { ...article(DUG, FELL, LED, LIT), id: 'other' }),
    ).toBeUndefined();
  });
});
