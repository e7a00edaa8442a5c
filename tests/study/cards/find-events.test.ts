import { describe, expect, it } from 'vitest';
import { findEvents } from '../../../src/study/cards/find-events.ts';
import { materialOf } from './shipped-articles.ts';

async function datesOf(sentence: string): Promise<readonly string[]> {
  return findEvents(await materialOf(sentence)).map(({ date }) => date.text);
}

describe('findEvents', () => {
  it.each([
    ['The masons of Ellerby rebuilt the east wall of the harbour in 1740.', '1740'],
    ['In 1740, masons rebuilt the east wall of the harbour of Ellerby.', '1740'],
    ['On 4 May 1740 the masons of Ellerby rebuilt the east wall of the harbour.', '4 May 1740'],
    ['The council of Ellerby bought the red ferry in June 1871 from Otto Brandt.', 'June 1871'],
    ['The red ferry of Ellerby was released May 4, 1871 to sail from the quay.', 'May 4, 1871'],
  ])('takes “%s”', async (sentence, date) => {
    expect(await datesOf(sentence)).toEqual([date]);
  });

  it.each([
    // The date is not certain.
    'By 1740, masons rebuilt the east wall of the harbour of Ellerby.',
    'Around 1740, masons rebuilt the east wall of the harbour of Ellerby.',
    'In c. 1740, masons rebuilt the east wall of the harbour of Ellerby.',
    'Masons probably rebuilt the east wall of the harbour of Ellerby in 1740.',
    'Masons rebuilt the east wall of the harbour of Ellerby since 1740.',
    'Masons rebuilt the east wall of the harbour of Ellerby until 1740.',
    'In the 1740s, masons rebuilt the east wall of the harbour of Ellerby.',
    'From 1740 to 1745 masons rebuilt the east wall of the harbour of Ellerby.',
    'In 1740 or 1741 masons rebuilt the east wall of the harbour of Ellerby.',
    // Something else tells of time.
    'In 1740, masons rebuilt the east wall of the harbour for the first time.',
    'In 1740, masons rebuilt the east wall of the harbour after the siege of Ellerby.',
    'In 1740, masons rebuilt the east wall of the harbour of Ellerby of 1712.',
    'In 1740, masons rebuilt the east wall of the harbour that Quill later sold.',
    'In 1740, masons rebuilt the east wall of the harbour during the siege of Ellerby.',
    // No event.
    'In 1740, the harbour of Ellerby had a wall of granite and a lamp.',
    'In 1740, some 34% of the masons of Ellerby lived in the harbour.',
    'The masons of the harbour have had a guild of their own in 1740.',
    'A survey of the masons of the harbour found many faults in 1740.',
    // It leans on what stands before.
    'In 1740, the wall was rebuilt in granite by masons from Ellerby.',
    'In 1740, Marta Quill also rebuilt the east wall of the harbour.',
    'Marta Quill bought two houses there in 1740 for the masons of Ellerby.',
    'In 1740, he rebuilt the east wall of the harbour of Ellerby in granite.',
    // The date is of something else in the sentence.
    'Marta Quill, who left Ellerby in 1740, rebuilt the east wall of the harbour.',
    'The harbour that masons built in 1740 sheltered forty ships from the storm.',
  ])('leaves out “%s”', async (sentence) => {
    expect(await datesOf(sentence)).toEqual([]);
  });
});
