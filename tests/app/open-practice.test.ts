import { describe, expect, it } from 'vitest';
import { openPractice } from '../../src/app/open-practice.ts';
import { createLibraryDouble, LIGHTHOUSE } from '../doubles/library.ts';
import { cardOf } from '../doubles/article-cards.ts';
import { makeTempFolder, writeFiles } from '../temp-folder.ts';

const SENTENCE = 'Ruth Calder kept the light for thirty-four years.';

describe('the practice of the bot', () => {
  it('has the cards of an article, with what its card file asks for', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'lighthouse.cards.md': `## Pin\n\n> ${SENTENCE}\n\nblank: Ruth Calder\nchoices: Alva Thorne | Jonas Pell\n`,
    });
    const cards = await openPractice(folder).cardsOf(createLibraryDouble(), 'lighthouse');
    expect(cards[0]).toMatchObject({ kind: 'cloze', answer: { text: 'Ruth Calder' } });
  });

  it('has what the reader points at in a card’s sentence as a second opinion', async () => {
    const card = cardOf(LIGHTHOUSE, { sentence: SENTENCE, answer: 'Ruth Calder' });
    const double = createLibraryDouble();
    const { start, end, paragraph, articleId, text } = card.quotation;
    const ranked = { start, end, paragraph, articleId, text, passageId: 'p', rankScore: 1 };
    const candidate = { text, articleId, paragraph, span: 'Calder', signals: {} };
    const asked: string[] = [];
    const library = {
      ...double,
      ask: async (question: string) => {
        asked.push(question);
        const outcome = await double.ask(question);
        const trace = { candidates: [candidate], decision: [], score: 1, thresholds: { weak: 0, strong: 1 } };
        return { ...outcome, ranking: [ranked], trace };
      },
    };
    expect(await openPractice('nowhere').pointAt?.(card, library)).toBe('Calder');
    expect(asked).toEqual(['who kept the light for thirty-four years?']);
  });
});
