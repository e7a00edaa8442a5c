/** Milliseconds of the first second of 2015, from which Discord counts. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/**
 * Unique, rising ids: 42 bits of milliseconds since 2015, then a counter in the lower 22 bits.
 * discord.js reads `createdTimestamp` out of them, so the time part has to be real.
 */
export function createSnowflakes(now: () => number = Date.now): () => string {
  let last = 0n;
  return () => {
    const candidate = (BigInt(now()) - DISCORD_EPOCH) << 22n;
    last = candidate > last ? candidate : last + 1n;
    return last.toString();
  };
}
