/**
 * Seven characters of [0-9a-z] for a text: enough to notice that it changed, short enough for a custom_id.
 * Not a secret and not a signature: who may press a button is checked by other means.
 * The function is cyrb53, 53 bits, public domain.
 */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0);
  return value.toString(36).padStart(11, '0').slice(-7);
}
