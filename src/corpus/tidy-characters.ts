import { countNoun } from '../text/count-noun.ts';

export interface TidyText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** C0 and C1 controls save tab and line feed, byte order marks inside the text, and non-characters. */
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g;

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/**
 * One kind of line end and no character that cannot be shown or found. Each change is counted in a note; quotation
 * marks, dashes and directional marks stay as they are.
 */
export function tidyCharacters(source: string): TidyText {
  const notes: string[] = [];
  const replace = (
    text: string,
    pattern: RegExp,
    by: string | Readonly<Record<string, string>>,
    say: (count: number) => string,
  ): string => {
    let count = 0;
    const result = text.replace(pattern, (found) => {
      count += 1;
      return typeof by === 'string' ? by : (by[found] ?? found);
    });
    if (count > 0) notes.push(say(count));
    return result;
  };
  let text = replace(source, /\r\n?/g, '\n', () => 'Line ends were made one kind (LF).');
  // Vertical tab, form feed, next line, line and paragraph separator all end a line.
  text = text.replace(/[\v\f\u0085\u2028\u2029]/g, '\n');
  text = replace(text, CONTROL, '', (count) => `${countNoun(count, 'control character')} removed.`);
  text = replace(text, /\u00ad/g, '', (count) => `${countNoun(count, 'soft hyphen')} removed.`);
  text = replace(
    text,
    /[\ufb00-\ufb06]/g,
    LIGATURES,
    (count) => `${countNoun(count, 'ligature')} written as letters (ﬁ as fi).`,
  );
  text = replace(
    text,
    /\p{Surrogate}/gu,
    '\ufffd',
    (count) => `${countNoun(count, 'broken character')} replaced by \ufffd.`,
  );
  const unknown = source.split('\ufffd').length - 1;
  if (unknown > 0) {
    notes.push(
      `${countNoun(unknown, 'character')} of the source could not be read and ${unknown === 1 ? 'stands' : 'stand'} as \ufffd.`,
    );
  }
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) {
    notes.push(
      'The text has directional marks, which can make it look otherwise than it reads; they are kept.',
    );
  }
  return { text, notes };
}

/** A title or a name as it is kept: on one line, without characters that cannot be shown. */
export function oneLine(text: string): string {
  return tidyCharacters(text).text.replace(/\s+/g, ' ').trim();
}
