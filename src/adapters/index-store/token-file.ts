import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import type { TokenMatrix } from '../../domain/ports/embedder.ts';
import { damaged } from './generation-files.ts';
import type { TokenRecord } from './generation-files.ts';

/**
 * A record is, little-endian: `tokens` starts (uint32), `tokens` ends (uint32), `tokens` scales (float32),
 * then `tokens * dimensions` int8 components; padded to 4 bytes so that the next one is aligned.
 */
export function recordBytes(tokens: number, dimensions: number): number {
  return Math.ceil((tokens * (12 + dimensions)) / 4) * 4;
}

/** One passage's record, ready to be appended. */
export function writeRecord(matrix: TokenMatrix): Uint8Array {
  const count = matrix.spans.length;
  const bytes = new Uint8Array(recordBytes(count, matrix.dimensions));
  new Uint32Array(bytes.buffer, 0, count).set(matrix.spans.map((span) => span.start));
  new Uint32Array(bytes.buffer, 4 * count, count).set(matrix.spans.map((span) => span.end));
  new Float32Array(bytes.buffer, 8 * count, count).set(matrix.scales);
  new Int8Array(bytes.buffer, 12 * count, count * matrix.dimensions).set(matrix.values);
  return bytes;
}

function readRecord(bytes: Uint8Array<ArrayBuffer>, count: number, dimensions: number): TokenMatrix {
  const starts = new Uint32Array(bytes.buffer, 0, count);
  const ends = new Uint32Array(bytes.buffer, 4 * count, count);
  return {
    dimensions,
    spans: Array.from(starts, (start, i) => ({ start, end: ends[i] ?? start })),
    scales: new Float32Array(bytes.buffer, 8 * count, count),
    values: new Int8Array(bytes.buffer, 12 * count, count * dimensions),
  };
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
  dimensions: number,
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
      const bytes = await readBytes(file, path, record, dimensions);
      const matrix = readRecord(bytes, record.tokens, dimensions);
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
  dimensions: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(recordBytes(record.tokens, dimensions));
  const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, record.offset);
  if (bytesRead !== bytes.byteLength) throw damaged(`${path} is truncated`);
  return bytes;
}
