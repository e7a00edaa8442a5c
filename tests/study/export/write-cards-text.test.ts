import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { writeCardsCsv } from '../../../src/study/export/write-cards-csv.ts';
import { writeCardsMarkdown } from '../../../src/study/export/write-cards-markdown.ts';
import { BASIC, CLOZE, HARBOUR, ODD } from './sample-decks.ts';

/** RFC 4180 as a spreadsheet reads it. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('writeCardsCsv', () => {
  const [names, ...rows] = readCsv(writeCardsCsv([HARBOUR, ODD]));

  it('has a line of names and one for each card, with its citation', () => {
    expect(names).toEqual('id deck kind front back quotation tags citation address'.split(' '));
    expect(rows[0]).toEqual([
      'card-1',
      'The harbour: Ellerby',
      'cloze',
      'Ellerby was dug by _____, and _____ filled it.',
      'convicts',
      CLOZE.text,
      'article::ellerby kind::cloze type::term',
      CLOZE.citation.plain,
      CLOZE.citation.url,
    ]);
    expect(rows[1]?.slice(3, 6)).toEqual([BASIC.front, BASIC.back, BASIC.quotation]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'does not let a spreadsheet reckon with %j',
    (text) => {
      const csv = writeCardsCsv([{ ...ODD, title: text, cards: [{ ...BASIC, front: text, back: text }] }]);
      const [, row] = readCsv(csv);
      expect([row?.[1], row?.[3], row?.[4]]).toEqual([`'${text}`, `'${text}`, `'${text}`]);
    },
  );
});

describe('writeCardsMarkdown', () => {
  it('reads as headings, answers, quotations and sources', () => {
    expect(writeCardsMarkdown([HARBOUR])).toBe(`# The harbour: Ellerby

## 1

Ellerby was dug by \\_\\_\\_\\_\\_, and \\_\\_\\_\\_\\_ filled it.

**convicts**

> ${CLOZE.text}

${CLOZE.citation.markdown}

*article::ellerby, kind::cloze, type::term*

## 2

Who said this?

\\_\\_\\_\\_\\_ wants to dredge.

**Marta Quill**

> Marta Quill wants to dredge.

“Ellerby”, ¶ 2

*two words*
`);
  });

  it('takes nothing of a text for its own', () => {
    const tree = fromMarkdown(writeCardsMarkdown([ODD]));
    expect(tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|link|emphasis|inlineCode|list)"/u);
  });
});
