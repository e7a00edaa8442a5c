import fc from 'fast-check';

/** Pieces of writing that offsets are easily lost over: other scripts, pairs, marks, quotes, long words. */
const AWKWARD = [
  'Dr. Ada met the U.S. envoy. ',
  'He said: “Stay. Or go!” ',
  'שלום עולם. ',
  'مرحبا بالعالم؟ ',
  '北京是首都。人口很多！',
  '👩‍👩‍👧 ',
  '🇰🇵🇷🇺 ',
  'e\u0301tude ',
  '\u200b',
  '\u00a0',
  '\ufeff',
  '\u2028',
  'x'.repeat(700),
  '😀'.repeat(90),
  '3.14 ',
  '… ',
  '(“',
  '”) ',
  '\t',
  '.',
];

/** Any text without lone surrogates: what a UTF-8 file can hold. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...AWKWARD),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.lorem({ maxCount: 3, mode: 'sentences' }).map((sentences) => `${sentences} `),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** Any sequence of UTF-16 code units, lone surrogates included. */
export const anyCodeUnits: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
