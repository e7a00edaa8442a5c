import type { ImportFormat, ImportSource } from '../../domain/importing.ts';
import { importFailed } from '../../domain/import-failed.ts';
import { listZip } from './inspect-zip.ts';

const BY_ENDING: Readonly<Record<string, ImportFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  epub: 'epub',
  vtt: 'subtitles',
  srt: 'subtitles',
};

/** Endings that a folder is searched for, without the dot. */
export const IMPORT_ENDINGS: readonly string[] = Object.keys(BY_ENDING);

const BY_CONTENT_TYPE: Readonly<Record<string, ImportFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
};

/** First bytes of files that are not text, by what people call them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], name: 'a program' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document' },
];

const ADVICE =
  'Verbatim reads Markdown, plain text, HTML, PDF, Word (.docx), EPUB and subtitles (.vtt, .srt).';

/**
 * What the source is, by its content first and its name second.
 * @throws VerbatimError import-failed when it is none of the formats
 */
export function detectFormat(source: ImportSource): ImportFormat {
  const { bytes, name } = source;
  if (bytes.byteLength === 0) throw importFailed(name, 'it is empty', 'Add a file that holds text.');
  if (latin1(bytes, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return detectZip(source);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldWord(source);
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known) throw importFailed(name, `it is ${known.name}, whatever its name says`, ADVICE);
  if (isBinary(bytes)) throw importFailed(name, 'it is a binary file, not text', ADVICE);
  return detectText(source);
}

function detectText({ name, bytes, contentType }: ImportSource): ImportFormat {
  const opening = latin1(bytes, 2048).replaceAll('\0', '');
  if (/^\W{0,4}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(opening))
    return 'html';
  if (isSubtitles(opening)) return 'subtitles';
  const mime = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endingOf(name);
  const byName = BY_ENDING[ending];
  const byMime = BY_CONTENT_TYPE[mime];
  // The content decides: a text is read as one, whatever it is called.
  if (byName === 'pdf' || byName === 'docx' || byName === 'epub' || byName === 'subtitles') return 'text';
  // Servers call Markdown plain text.
  if (byMime === 'text' && byName === 'markdown') return byName;
  if (byMime !== undefined) return byMime;
  if (mime !== '' && byName === undefined) throw importFailed(name, `the server calls it ${mime}`, ADVICE);
  if (byName === 'html' && !/<[a-z!/]/i.test(latin1(bytes, bytes.byteLength))) return 'text';
  if (byName !== undefined) return byName;
  if (ending === '') return 'text';
  throw importFailed(
    name,
    `files that end in .${ending} are not read`,
    `${ADVICE} If it is plain text, rename it to .txt.`,
  );
}

/** `WEBVTT`, or the number and the times of a first SubRip caption. */
function isSubtitles(opening: string): boolean {
  return (
    /^\W{0,4}WEBVTT(?:\s|$)/.test(opening) ||
    /^\W{0,4}\d+\s*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} +--> /.test(opening)
  );
}

function detectZip({ name, bytes }: ImportSource): ImportFormat {
  const entries = listZip(bytes, name);
  if (entries.some((entry) => entry.name === 'word/document.xml')) return 'docx';
  if (entries.some((entry) => entry.name === 'META-INF/container.xml')) return 'epub';
  throw importFailed(
    name,
    'it is a zip archive, not a Word document or a book',
    'Unpack it and add the files in it.',
  );
}

/** OLE files: Word before 2007, or a .docx that is encrypted as a whole. */
function oldWord({ name, bytes }: ImportSource): Error {
  return latin1(bytes, bytes.byteLength).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')
    ? importFailed(name, 'it is protected by a password', 'Save a copy without the password and add that.')
    : importFailed(name, 'it is in the format of Word before 2007', 'Open it and save it as .docx.');
}

/** Without the dot, in lower case; empty when there is none. */
function endingOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Text has almost no control characters; UTF-16 has NULs, but all at even or all at odd places. */
function isBinary(bytes: Uint8Array): boolean {
  if (hasUtf16Mark(bytes) || utf16ByZeros(bytes) !== undefined) return false;
  const sample = bytes.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of sample) if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) control += 1;
  return control / sample.length > 0.05;
}

export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

/**
 * UTF-16 without a mark: every other byte of Western text is zero, and most of the bytes beside them are
 * letters. A few bytes are too little to tell.
 */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, 4096));
  if (sample.length < 16) return undefined;
  const zeros = { even: 0, odd: 0 };
  const letters = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    const place = index % 2 === 0 ? 'even' : 'odd';
    if (byte === 0) zeros[place] += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters[place] += 1;
  });
  const half = sample.length / 2;
  if (zeros.odd / half > 0.4 && zeros.even / half < 0.02 && letters.even * 2 > zeros.odd) return 'utf-16le';
  if (zeros.even / half > 0.4 && zeros.odd / half < 0.02 && letters.odd * 2 > zeros.even) return 'utf-16be';
  return undefined;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array, limit: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, limit));
}
