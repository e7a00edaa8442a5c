import { describe, expect, it } from 'vitest';
import { measureFact, measureStatement } from '../../../src/study/cards/measure-fact.ts';
import { materialOf } from './shipped-articles.ts';

/** How much the answer matters in the text's first sentence, in an article whose dates are around the year. */
async function matters(answer: string, text: string, year = 1900): Promise<number> {
  const material = await materialOf(text);
  const [unit] = material.units;
  const mention = material.mentions.find(({ text: words }) => words === answer);
  if (!unit || !mention) throw new Error(`“${answer}” is not asked for in “${text}”.`);
  return measureFact(mention, unit, year);
}

const FOUNDED = 'The Ellerby Harbour Company was founded in 1912 by Marta Quill.';

describe('measureFact', () => {
  it('prefers the date of a beginning to that of an example', async () => {
    const example = 'Ships may be seized, for example the ferry of Ellerby in 1912 by Marta Quill.';
    expect(await matters('1912', FOUNDED)).toBeGreaterThan(0.3 + (await matters('1912', example)));
  });

  it('gives less for news, unless the article is about our time', async () => {
    const text = 'The Ellerby Harbour Company was founded in 2012 by Marta Quill.';
    expect(await matters('2012', text, 1900)).toBeLessThan(await matters('2012', text, 2010));
  });

  it('gives less where nobody and nothing is named', async () => {
    expect(await matters('1912', 'In the summer of 1912 the large wall was built by convicts.')).toBeLessThan(
      await matters('1912', 'In the summer of 1912 the large wall of Ellerby was built by convicts.'),
    );
  });

  it('prefers a total to a count of votes', async () => {
    const total = await matters('48,000', 'The population of the harbour of Ellerby is 48,000 people.');
    expect(
      await matters('48,000', 'The mayor of the harbour won by 48,000 votes for the wall.'),
    ).toBeLessThan(total);
  });

  it('prefers who did something to who is merely in it', async () => {
    const did = await matters(
      'Marta Quill',
      'The harbour company was founded by Marta Quill without a loan.',
    );
    const other = 'The harbour company was often visited in summer by Marta Quill and friends.';
    expect(did).toBeGreaterThan(0.5 + (await matters('Marta Quill', other)));
  });
});

describe('measureFact, of what is not for remembering,', () => {
  it('gives little for a day, for a season of a sport, and for one paper of many', async () => {
    const day = 'The Ellerby Harbour Company was founded on 4 May 1912 by Marta Quill.';
    expect(await matters('4 May 1912', day)).toBeLessThan((await matters('1912', FOUNDED)) - 0.3);
    const team = 'The Ellerby Harbour basketball club was founded in 1912 by Marta Quill.';
    expect(await matters('1912', team)).toBeLessThan((await matters('1912', FOUNDED)) - 0.2);
    const outlet = 'The Ellerby Harbour Echo, a weekly, was founded in 1912 by Marta Quill.';
    expect(await matters('1912', outlet)).toBeLessThan((await matters('1912', FOUNDED)) - 0.3);
  });

  it('gives less for a month of our time', async () => {
    const month = 'The Ellerby Harbour Company was founded in May 2009 by Marta Quill.';
    expect(await matters('May 2009', month, 2005)).toBeLessThan(await matters('May 2009', month, 2016));
  });

  it('leaves out what another clause says after the date', async () => {
    const own = 'The masons of Ellerby have not mined any granite at all since 1912.';
    const other = own.replace('.', ', it was the largest harbour that was founded.');
    expect(await matters('1912', other)).toBe(await matters('1912', own));
  });

  it('prefers how many parts a whole has to a count', async () => {
    const parts = await matters('five', 'A mason of Ellerby belongs to one of five main classes with rules.');
    const count = await matters('five', 'A mason of Ellerby carries the granite of five walls with ropes.');
    expect(parts).toBeGreaterThan(0.5 + count);
  });

  it('prefers where a battle was to where somebody was', async () => {
    const fought = await matters(
      'Norway',
      'The masons lost the long war that was fought in Norway for years.',
    );
    const went = await matters('Norway', 'The masons sold the long rope that was kept in Norway for years.');
    expect(fought).toBeGreaterThan(0.5 + went);
  });
});

describe('measureStatement', () => {
  it('prefers a stand, with its reason, of somebody who is heard more than once', () => {
    const remark = 'Otto Brandt noted that ships have gone through sequences of paint.';
    const stand = 'Otto Brandt argued that the wall fell because nobody paid for it.';
    expect(measureStatement(stand, 1)).toBeGreaterThan(measureStatement(remark, 1));
    expect(measureStatement(stand, 3)).toBeGreaterThan(measureStatement(stand, 1));
  });
});
