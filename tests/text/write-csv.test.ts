import { expect, it } from 'vitest';
import { writeCsv } from '../../src/text/write-csv.ts';

it('writes a table that is no program, whatever stands before its signs', () => {
  const rows = [
    ['plain', 'with, comma', '3'],
    ['=HYPERLINK("x")', '-1+2', 'two\nlines'],
    [' =A1', '\n@SUM(A1)', '\uff1dA1'],
  ];
  expect(writeCsv(rows)).toBe(
    'plain,"with, comma",3\r\n"\'=HYPERLINK(""x"")",\'-1+2,"two\nlines"\r\n\' =A1,"\'\n@SUM(A1)",\'\uff1dA1\r\n',
  );
});
