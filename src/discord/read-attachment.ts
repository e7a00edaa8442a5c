import { MAX_ARTICLE_BYTES } from '../domain/article-limits.ts';
import { DISCORD_API } from './discord-api.ts';

/** Where Discord keeps what people send. */
const DISCORD_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Milliseconds for a whole file. */
const TIMEOUT = 60_000;

/**
 * The bytes of a file that somebody sent; from Discord alone, whatever the address says, and no more than an article
 * may have, whatever size was named.
 */
export type ReadAttachment = (url: string) => Promise<Uint8Array | 'too-large' | 'gone'>;

/** @param apiBase of Discord, or of what stands in for it and then keeps the files, too */
export function createAttachmentReader(apiBase: string): ReadAttachment {
  const isDiscord = apiBase === DISCORD_API;
  const hosts = isDiscord ? DISCORD_HOSTS : [new URL(apiBase).host];
  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !hosts.includes(url.host) || (isDiscord && url.protocol !== 'https:')) return 'gone';
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
      return response.ok && response.body ? await readUpTo(response.body, MAX_ARTICLE_BYTES) : 'gone';
    } catch {
      return 'gone';
    }
  };
}

async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > most) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
