import { describe, expect, it } from 'vitest';
import { fillBlanks } from '../../../src/study/cards/hide-answer.ts';
import type { Proposal } from '../../../src/study/cards/proposal.ts';
import { proposeAltered } from '../../../src/study/cards/propose-altered.ts';
import { proposeCloze } from '../../../src/study/cards/propose-cloze.ts';
import { proposeSpeaker } from '../../../src/study/cards/propose-speaker.ts';
import { materialOf } from './shipped-articles.ts';

/** Made up: the harbour, its people and its years do not exist. */
const HARBOUR = `---
title: Of a harbour
---

The harbour of Ellerby was dug in 1712 by convicts from the prisons of the county. The east wall of the harbour fell in a storm in 1720 and was rebuilt in granite by masons.

The mill on the hill was painted by its miller in 1706 and cost him 40,000 crowns.

Marta Quill has led the company that runs the ferry and the quays since 1998. She wants to dredge the basin before the winter storms of the year.

The company owes the town 90,000 crowns, Otto Brandt said at the last meeting of the council. The company has paid 70,000 crowns for a new lamp on the pier, according to Marta Quill. The ferry will be sold before the spring, Ida Holm warned the captains of the town.

| Year | Ships in the harbour of Ellerby that paid |
|---|---|
| 1801 | The harbour of Ellerby had some 400 ships in 1801 that paid |
`;

function shown(proposals: readonly Proposal[]): readonly string[] {
  return proposals.map(
    ({ card }) => `${fillBlanks(card.quotation.text, card.blanks, '___')} → ${card.answer.text}`,
  );
}

describe('proposeCloze', () => {
  it('blanks years and numbers, and offers others of their kind', async () => {
    const cards = proposeCloze(await materialOf(HARBOUR)).map(({ card }) => card);
    const dug = cards.find(({ answer }) => answer.text === '1712');
    expect(dug).toMatchObject({ kind: 'cloze', type: 'date' });
    expect(dug?.distractors.map(({ text }) => text).sort()).toEqual(['1706', '1720']);
    const owed = cards.find(({ answer }) => answer.text === '90,000');
    expect(owed?.distractors.map(({ text }) => text).sort()).toEqual(['40,000', '70,000']);
  });

  it('asks for no term whose parts stand beside the blank', async () => {
    const text = (answer: string): string =>
      `The study of immunogenicity by way of bioinformatics is called ${answer}. The study of stones is called petrology.`;
    expect(shown(proposeCloze(await materialOf(text('immunoinformatics')))).join()).not.toContain(
      '→ immunoinformatics',
    );
    expect(shown(proposeCloze(await materialOf(text('serology')))).join()).toContain('→ serology');
  });

  it('offers after an article only what has one in the text', async () => {
    const text = (other: string): string =>
      `A shot that another player turns towards the goal is called a deflection. A shot without any swing is called a ${other}snapshot. Stopping a skater with the hip is called checking. Stopping a skater at the wall is called boarding.`;
    const choices = async (other: string): Promise<readonly string[]> =>
      proposeCloze(await materialOf(text(other)))
        .filter(({ card: { answer } }) => answer.text === 'deflection')
        .flatMap(({ card }) => card.distractors.map(({ text }) => text));
    expect(await choices('')).not.toContain('checking');
  });

  it('brings the sentence along that another leans on', async () => {
    const text =
      'Marta Quill has led the harbour company since 1998 from her office on the quay. She moved to the town of Ellerby in 1985 with her two brothers.';
    const [card] = proposeCloze(
      await materialOf(`${text}\n\nThe ferry was bought in 1971 by the town council.`),
    ).filter(({ card: { answer } }) => answer.text === '1985');
    expect(card?.card.quotation.text).toBe(text);
    expect(card?.card.before).toBe('');
    expect(card?.card.after).toContain('The ferry was bought');
  });

  it('makes nothing of tables, nor of a sentence that leans on another paragraph', async () => {
    const cards = proposeCloze(
      await materialOf(`${HARBOUR}\n\nHe bought the old ferry of the town in 1975 for his brothers.`),
    );
    expect(shown(cards).join('\n')).not.toMatch(/1801|1975/u);
  });

  it('does not ask for one of several in a row, nor for a part of a range', async () => {
    const text =
      'The treaty was signed by Norway, Sweden and Denmark after long talks. Norway bought a ferry of the harbour. Sweden and Finland bought two others. Between 1801 and 1805 the harbour of Ellerby was closed to all ships.';
    expect(shown(proposeCloze(await materialOf(text))).join('\n')).not.toMatch(
      /→ (?:Norway, Sweden|1801|1805)/u,
    );
  });
});

describe('proposeSpeaker', () => {
  it('asks who said it, with those to choose from who speak as well', async () => {
    const cards = proposeSpeaker(await materialOf(HARBOUR)).map(({ card }) => card);
    expect(cards.map(({ answer }) => answer.text)).toEqual(['Otto Brandt', 'Marta Quill', 'Ida Holm']);
    expect(cards[0]?.distractors.map(({ text }) => text).sort()).toEqual(['Ida Holm', 'Marta Quill']);
  });

  it('has none where one person speaks', async () => {
    expect(
      proposeSpeaker(
        await materialOf('The company owes the town 90,000 crowns, Otto Brandt said at the last meeting.'),
      ),
    ).toEqual([]);
  });
});

describe('proposeAltered', () => {
  it('swaps a number for another of its unit and size, never for one nearly the same', async () => {
    const proposals = proposeAltered(
      await materialOf(
        'The pier of the harbour is 120 metres long and was built of oak. The ferry that lies at the quay is 122 metres long and painted red. The wall that shields the basin is 200 metres long and built of granite. The mast on the hill is 4,000 metres above the sea.',
      ),
    );
    const swaps = new Map(proposals.map(({ card }) => [card.answer.text, card.swap?.text]));
    expect(swaps.get('120')).toBe('200');
    expect(swaps.has('4,000')).toBe(false);
  });

  it('does not take what is true elsewhere in the article', async () => {
    const material = await materialOf(
      'The red ferry of the harbour carries 300 passengers on a Sunday in the summer. The red ferry of the harbour carries 250 passengers on a Monday in the summer. The old library of the hill lends 200 books in a week to readers.',
    );
    const [card] = proposeAltered(material).filter(({ card: { answer } }) => answer.text === '300');
    expect(card?.card.swap?.text).toBe('200');
  });
});
