import { expect, it } from 'vitest';
import { writeCsv } from '../../src/text/write-csv.ts';

it('writes a table that is no program', () => {
  const rows = [
    ['plain', 'with, comma', '3'],
    ['=HYPERLINK("x")', '-1+2', 'two\nlines'],
    [' =1', '＝1', ' spaced '],
  ];
  expect(writeCsv(rows)).toBe(
    'plain,"with, comma",3\r\n"\'=HYPERLINK(""x"")",\'-1+2,"two\nlines"\r\n\' =1,\'＝1," spaced "\r\n',
  );
});
