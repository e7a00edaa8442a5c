import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import type { TokenMatrix } from '../../domain/ports/embedder.ts';
import { coarsenTokens } from './coarsen-tokens.ts';
import { damaged } from './generation-files.ts';
import type { TokenRecord } from './generation-files.ts';

/** How a generation keeps the components: 4 bits each since schema 2, 8 before. */
export interface TokenLayout {
  readonly dimensions: number;
  readonly bits: 4 | 8;
}

/**
 * A record is, little-endian: `tokens` starts (uint32), `tokens` ends (uint32), `tokens` scales (float32), then the
 * components row by row, two in a byte (the first in its lower half) or one; padded to 4 bytes so that the next
 * one is aligned.
 */
export function recordBytes(tokens: number, layout: TokenLayout): number {
  return Math.ceil((tokens * (12 + rowBytes(layout))) / 4) * 4;
}

function rowBytes({ dimensions, bits }: TokenLayout): number {
  return Math.ceil((dimensions * bits) / 8);
}

/** One passage's record with 4 bits a component, ready to be appended. */
export function writeRecord(matrix: TokenMatrix): Uint8Array {
  const { dimensions } = matrix;
  const { spans, scales, values } = coarsenTokens(matrix);
  const count = spans.length;
  const layout: TokenLayout = { dimensions, bits: 4 };
  const bytes = new Uint8Array(recordBytes(count, layout));
  new Uint32Array(bytes.buffer, 0, count).set(spans.map((span) => span.start));
  new Uint32Array(bytes.buffer, 4 * count, count).set(spans.map((span) => span.end));
  new Float32Array(bytes.buffer, 8 * count, count).set(scales);
  for (let row = 0; row < count; row += 1) {
    const at = 12 * count + row * rowBytes(layout);
    for (let j = 0; j < dimensions; j += 1) {
      const half = (values[row * dimensions + j] ?? 0) & 0xf;
      const byte = at + (j >> 1);
      bytes[byte] = (bytes[byte] ?? 0) | (j % 2 === 0 ? half : half << 4);
    }
  }
  return bytes;
}

function readRecord(bytes: Uint8Array<ArrayBuffer>, count: number, layout: TokenLayout): TokenMatrix {
  const { dimensions } = layout;
  const starts = new Uint32Array(bytes.buffer, 0, count);
  const ends = new Uint32Array(bytes.buffer, 4 * count, count);
  return {
    dimensions,
    spans: Array.from(starts, (start, i) => ({ start, end: ends[i] ?? start })),
    scales: new Float32Array(bytes.buffer, 8 * count, count),
    values:
      layout.bits === 8
        ? new Int8Array(bytes.buffer, 12 * count, count * dimensions)
        : unpack(bytes.subarray(12 * count), count, layout),
  };
}

function unpack(bytes: Uint8Array, count: number, layout: TokenLayout): Int8Array {
  const { dimensions } = layout;
  const width = rowBytes(layout);
  const values = new Int8Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    for (let j = 0; j < dimensions; j += 1) {
      const byte = bytes[row * width + (j >> 1)] ?? 0;
      // The shift to the left and back brings the sign of four bits into the number.
      values[row * dimensions + j] = ((j % 2 === 0 ? byte : byte >> 4) << 28) >> 28;
    }
  }
  return values;
}

/** The side file, held open: its passages are read one by one, the last used ones from memory. */
export interface TokenFile {
  read(record: TokenRecord): Promise<TokenMatrix>;
  close(): Promise<void>;
}

/** Passages whose token vectors stay in memory; about 60 kB each. */
const CACHED_RECORDS = 256;

/** @throws VerbatimError index-damaged when the file is missing or not `expectedBytes` long */
export async function openTokenFile(
  path: string,
  layout: TokenLayout,
  expectedBytes: number,
): Promise<TokenFile> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw damaged(`${path} is missing or cannot be read`, cause);
  });
  const { size } = await file.stat();
  if (size !== expectedBytes) {
    await file.close();
    throw damaged(`${path} is truncated`);
  }
  const cache = new LRUCache<number, TokenMatrix>({ max: CACHED_RECORDS });
  return {
    async read(record) {
      const cached = cache.get(record.offset);
      if (cached) return cached;
      const bytes = await readBytes(file, path, record, layout);
      const matrix = readRecord(bytes, record.tokens, layout);
      cache.set(record.offset, matrix);
      return matrix;
    },
    close: () => file.close(),
  };
}

async function readBytes(
  file: FileHandle,
  path: string,
  record: TokenRecord,
  layout: TokenLayout,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(recordBytes(record.tokens, layout));
  const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, record.offset);
  if (bytesRead !== bytes.byteLength) throw damaged(`${path} is truncated`);
  return bytes;
}
