/** One line of a plain text. */
export interface TextLine {
  /** Without the white space at its ends. */
  readonly text: string;
  /** Columns before the text; a tab goes to the next multiple of 8. */
  readonly indent: number;
  /** Column after its last character. */
  readonly end: number;
  /** Of the file, counted from 1. */
  readonly number: number;
}

/** Lines between blank lines; never empty. */
export type TextGroup = readonly [TextLine, ...TextLine[]];

/** The groups of lines of a text, in their order. */
export function groupLines(body: string, firstLine: number): readonly TextGroup[] {
  const groups: [TextLine, ...TextLine[]][] = [];
  let open: [TextLine, ...TextLine[]] | undefined;
  body.split('\n').forEach((raw, index) => {
    const text = raw.trim();
    if (text === '') {
      open = undefined;
      return;
    }
    const indent = columns(/^\s*/.exec(raw)?.[0] ?? '');
    const line: TextLine = { text, indent, end: indent + text.length, number: index + firstLine };
    if (open) open.push(line);
    else groups.push((open = [line]));
  });
  return groups;
}

function columns(space: string): number {
  let column = 0;
  for (const character of space) column = character === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
  return column;
}

/** The lines as they stand in relation to each other: the smallest indentation is column 0. */
export function preformatted(group: TextGroup): string {
  const left = Math.min(...group.map(({ indent }) => indent));
  return group.map(({ text, indent }) => ' '.repeat(indent - left) + text).join('\n');
}
