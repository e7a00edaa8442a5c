import iconv from 'iconv-lite';
import type { ImportSource } from '../../domain/importing.ts';
import { hasUtf16Mark, utf16ByZeros } from './detect-format.ts';

export interface DecodedText {
  readonly text: string;
  /** As shown: `UTF-8`, `UTF-16LE (byte order mark)`, `windows-1252 (detected)`. */
  readonly encoding: string;
}

/** The text of a source by its byte order mark, else as UTF-8, else by its label, else by its statistics. */
export async function decodeText({ bytes, contentType }: ImportSource): Promise<DecodedText> {
  if (hasUtf16Mark(bytes)) {
    const encoding = bytes[0] === 0xff ? 'UTF-16LE' : 'UTF-16BE';
    return { text: decode(bytes.subarray(2), encoding), encoding: `${encoding} (byte order mark)` };
  }
  const unmarked = utf16ByZeros(bytes);
  if (unmarked) return { text: decode(bytes, unmarked), encoding: `${unmarked.toUpperCase()} (detected)` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text, encoding: marked ? 'UTF-8 (byte order mark)' : 'UTF-8' };
  } catch {
    return decodeDamaged(bytes) ?? (await decodeLegacy(bytes, contentType));
  }
}

/** At least so many sequences of UTF-8 to a broken one make it UTF-8, such as a text that was cut off. */
const SOUND_TO_BROKEN = 20;

/** UTF-8 of which a few bytes are wrong; undefined when it is another encoding. */
function decodeDamaged(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) sound += 1;
  }
  return broken * SOUND_TO_BROKEN <= sound ? { text, encoding: 'UTF-8 (damaged)' } : undefined;
}

/** Enough for the statistics; the whole of 20 MB would take seconds. Bytes. */
const SAMPLE = 256 * 1024;

const LATIN_1 = /^(?:iso-?8859-?1|latin-?1|l1|(?:us-)?ascii)$/i;

async function decodeLegacy(bytes: Uint8Array, contentType: string | undefined): Promise<DecodedText> {
  const label = labelOf(bytes, contentType);
  if (label !== undefined && !/^utf-?8$/i.test(label) && iconv.encodingExists(label)) {
    // As browsers have it: what calls itself Latin-1 is windows-1252, which has the quotation marks.
    const encoding = LATIN_1.test(label) ? 'windows-1252' : label;
    return { text: decode(bytes, encoding), encoding: `${encoding} (as it says)` };
  }
  const { analyse } = await import('chardet');
  // UTF-8 was ruled out; what a statistic calls Latin-1 is windows-1252 in practice, as browsers have it.
  const guess = analyse(bytes.subarray(0, SAMPLE)).find(
    ({ name, confidence }) => confidence >= 50 && name !== 'UTF-8' && iconv.encodingExists(name),
  )?.name;
  const encoding = guess === undefined || LATIN_1.test(guess) ? 'windows-1252' : guess;
  return { text: decode(bytes, encoding), encoding: `${encoding} (detected)` };
}

/** What the server or the page itself says (HTML: the first 1,024 bytes). */
function labelOf(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return (/charset=["']?([\w-]+)/i.exec(contentType ?? '') ??
    /<meta[^>]+charset=["']?([\w-]+)/i.exec(opening))?.[1];
}

function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(bytes, encoding);
}
