import { describe, expect, it } from 'vitest';
import { VerbatimError } from '../../../src/domain/errors.ts';
import { applyCardFile } from '../../../src/study/cards/apply-card-file.ts';
import { makeDeck } from '../../../src/study/cards/make-deck.ts';
import { readCardFile } from '../../../src/study/cards/read-card-file.ts';
import { loadTagger } from '../../../src/study/cards/tag-words.ts';
import { createKindJudge } from '../../doubles/card-judge.ts';
import { readArticle } from './shipped-articles.ts';

const ARTICLE = `The harbour of Ellerby was dug in 1712 by four hundred convicts from the prisons of the county.

The east wall of the harbour collapsed in a storm in 1728 and was rebuilt in granite.

Marta Quill has led the harbour company since 1998 and wants to dredge the basin.`;

const FILE = `# Cards of the harbour

Notes to myself are passed over: even with a colon.

## Pin
> The harbour of Ellerby was dug in 1712 by four hundred
> convicts from the prisons of the county.
blank: four hundred

## Edit
> The east wall of the harbour collapsed in a storm in 1728 and was rebuilt in granite.
blank: granite
choices: convicts | basin

## Ban
> Marta Quill has led the harbour company since 1998 and wants to dredge the basin.
blank: 1998

## Ask
> Marta Quill has led the harbour company since 1998 and wants to dredge the basin.
question: What does the company plan for the basin?
answer: dredge

## Pin
> The harbour of Ellerby was dug in 1713 by four hundred convicts from the prisons of the county.
blank: 1713
`;

async function deckWith(file: string): ReturnType<typeof makeDeck> {
  const entries = readCardFile('harbour.cards.md', file);
  return makeDeck(readArticle('harbour.md', ARTICLE), {
    tag: await loadTagger(),
    judge: createKindJudge(),
    entries,
  });
}

describe('a card file', () => {
  it('pins, moves a blank, bans and asks', async () => {
    const { cards } = await deckWith(FILE);
    expect(cards.slice(0, 3).map(({ card, pinned }) => [card.kind, card.answer.text, pinned])).toEqual([
      ['cloze', 'four hundred', true],
      ['cloze', 'granite', true],
      ['own', 'dredge', true],
    ]);
    expect(cards[1]?.card.distractors.map(({ text }) => text)).toEqual(['convicts', 'basin']);
    expect(cards[2]?.card).toMatchObject({
      question: 'What does the company plan for the basin?',
      blanks: [],
    });
    const made = cards.filter(({ pinned }) => !pinned).map(({ card }) => `${card.kind} ${card.answer.text}`);
    expect(made).toContain('altered 1728');
    expect(made).not.toContain('cloze 1728');
    expect(made.join()).not.toContain('1998');
  });

  it('lets rest what the article does not have word for word, and says in which line', async () => {
    const { resting } = await deckWith(FILE);
    expect(resting).toEqual([
      {
        line: 24,
        quotation:
          'The harbour of Ellerby was dug in 1713 by four hundred convicts from the prisons of the county.',
        reason: expect.stringContaining('word for word') as string,
      },
    ]);
  });

  it('lets an entry rest whose choices the article does not have', async () => {
    const { cards, resting } = await deckWith(FILE.replace('convicts | basin', 'convicts | marble'));
    expect(resting.map(({ line, reason }) => [line, reason])).toContainEqual([
      10,
      'the article does not have the choice “marble”',
    ]);
    expect(cards.map(({ card }) => card.answer.text)).not.toContain('granite');
  });

  const DUG =
    'The harbour of Ellerby was dug in 1712 by four hundred convicts from the prisons of the county.';
  const FELL = 'The east wall of the harbour collapsed in a storm in 1728 and was rebuilt in granite.';

  it('pins what came first, and bans it by either of its sentences', async () => {
    const pin = `## Pin\n> ${DUG}\nblank: 1712\nlater: ${FELL}\n`;
    const { cards } = await deckWith(pin);
    expect(cards[0]).toMatchObject({
      pinned: true,
      card: {
        kind: 'order',
        answer: { text: '1712' },
        blanks: [{ start: 34, end: 38 }],
        later: { quotation: { text: FELL, paragraph: 2 }, answer: { text: '1728' } },
      },
    });
    const made = cards[0]?.card;
    const [ban] = readCardFile('a.cards.md', `## Ban\n> ${FELL}\n`);
    const file = applyCardFile(ban ? [ban] : [], readArticle('harbour.md', ARTICLE), []);
    expect(made && file.isBanned(made)).toBe(true);
  });

  it.each([
    ['The mill burnt down in 1750.', '1712', 'the article does not have the later sentence “The mill'],
    ['Marta Quill has led the harbour company', '1712', 'the later sentence has to have one date'],
    [FELL, 'four hundred', '“four hundred” is no date before “1728”'],
  ])('lets a pin rest whose later sentence is %j', async (later, blank, reason) => {
    const { resting } = await deckWith(`## Pin\n> ${DUG}\nblank: ${blank}\nlater: ${later}\n`);
    expect(resting).toMatchObject([{ line: 1, reason: expect.stringContaining(reason) as string }]);
  });

  it.each([
    [
      '## Pin\n> A sentence.\nblank: A\nlater: B\nchoices: C',
      'a.cards.md, line 1: “later” and “choices” stand in one entry.',
    ],
    ['## Keep\n> A sentence.', 'a.cards.md, line 1: “Keep” is no kind of entry.'],
    ['> A sentence.', 'a.cards.md, line 1: A quotation stands before the first entry.'],
    ['\n## Pin\nblank: x', 'a.cards.md, line 2: ## Pin has no quotation.'],
    ['## Pin\n> A sentence.', 'a.cards.md, line 1: ## Pin needs a line “blank: …”.'],
    ['## Pin\n> A sentence.\nblank: word', 'a.cards.md, line 1: “word” does not stand in the quotation.'],
    ['## Pin\n> A sentence.\nblank:', 'a.cards.md, line 3: “blank” is empty.'],
    [
      '## Pin\n> A sentence.\nblank: A\nblank: A',
      'a.cards.md, line 4: “blank” stands here for the second time.',
    ],
    [
      '## Pin\n> A sentence.\nanswer: A',
      'a.cards.md, line 3: ## Pin has no “answer”; it may have blank, choices, later.',
    ],
    ['## Ask\n> A sentence.\nanswer: A', 'a.cards.md, line 1: ## Ask needs a line “question: …”.'],
  ])('of %j says what is wrong, and where', (text, message) => {
    const read = (): unknown => readCardFile('a.cards.md', text);
    expect(read).toThrow(VerbatimError);
    expect(read).toThrow(message);
  });
});
