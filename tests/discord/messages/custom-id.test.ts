import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../../src/conversation/format-citation.ts';
import { decodeCustomId, encodeCustomId, MAX_CUSTOM_ID } from '../../../src/discord/messages/custom-id.ts';
import type { CustomId } from '../../../src/discord/messages/custom-id.ts';
import { shortHash } from '../../../src/text/short-hash.ts';

const hash = fc.string().map(shortHash);
const quote = fc
  .record({
    article: hash,
    paragraph: fc.nat(9_999_999),
    start: fc.nat(50_000_000),
    length: fc.integer({ min: 1, max: 9_999_999 }),
    hash,
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));
const mille = fc.nat(1000).map((value) => value / 1000);
const facts = fc.record(
  {
    score: mille,
    weak: mille,
    strong: mille,
    strictness: fc.constantFrom('strict' as const, 'balanced' as const, 'lenient' as const),
    denseRank: fc.integer({ min: 1, max: 9999 }),
    lexicalRank: fc.integer({ min: 1, max: 9999 }),
  },
  { requiredKeys: ['score', 'weak', 'strong', 'strictness'] },
);
const state: fc.Arbitrary<CustomId['state']> = fc.oneof(
  fc.record({ action: fc.constant('context' as const), quote }),
  fc.record({ action: fc.constant('whole' as const), quote }),
  fc.record({ action: fc.constant('why' as const), facts }),
  fc.record({ action: fc.constant('details' as const), facts }),
  fc.record({ action: fc.constant('cite' as const), quote, style: fc.constantFrom(...CITATION_STYLES) }),
  fc.record({ action: fc.constantFrom('more' as const, 'follow' as const, 'delete' as const) }),
  fc.constantFrom({ action: 'share' as const }, { action: 'pick' as const }),
  fc.record(
    {
      action: fc.constant('page' as const),
      page: fc.nat(9999),
      term: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      article: hash,
    },
    { requiredKeys: ['action', 'page', 'term'] },
  ),
  fc.record({ action: fc.constant('sources' as const), page: fc.nat(9999) }),
  fc.record({ action: fc.constant('outline' as const), article: hash, page: fc.nat(9999) }),
  fc.record({ action: fc.constant('paragraph' as const), article: hash, number: fc.nat(9_999_999) }),
  fc.record({
    action: fc.constant('part' as const),
    article: hash,
    number: fc.nat(9_999_999),
    from: fc.nat(50_000_000),
  }),
);
const asker = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);

describe('custom ids', () => {
  it('carry every state through 100 characters and back', () => {
    fc.assert(
      fc.property(fc.record({ state, asker }, { requiredKeys: ['state'] }), (id) => {
        const raw = encodeCustomId(id);
        expect(raw.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
        expect(decodeCustomId(raw)).toEqual(id);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on what somebody made up', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `1.w..${rest}`),
          fc.string().map((rest) => `1.c.${rest}`),
        ),
        (raw) => {
          expect(() => decodeCustomId(raw)).not.toThrow();
        },
      ),
    );
  });

  it.each(['', 'x', '0.c..', '1.z..', '1.c..aaaaaaa.1.5.4.aaaaaaa', '1.w..zzz.0.0.0.0.0', '1.c.!.x'])(
    'refuses %s',
    (raw) => {
      expect(decodeCustomId(raw)).toBeUndefined();
    },
  );
});
