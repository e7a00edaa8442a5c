import type { ImportTools } from '../../domain/importing.ts';
import { importFailed } from '../../domain/import-failed.ts';
import { MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from '../import/import-limits.ts';

/** One file of a zip archive, as its central directory declares it. Sizes and offsets in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is DEFLATE. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Of the local header. */
  readonly offset: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DAMAGED = 'Open it in the program that made it and save it again.';

/**
 * The files of a zip archive (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), without unpacking any.
 * @throws VerbatimError import-failed when the directory is damaged
 */
export function listZip(bytes: Uint8Array, name: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  if (end === undefined) throw importFailed(name, 'it is a zip archive without its directory', DAMAGED);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ZIP_ENTRIES) throw importFailed(name, `it holds ${count} files`, 'That is no document.');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_ENTRY) {
      throw importFailed(name, 'the directory of the zip archive is damaged', DAMAGED);
    }
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Refuses an archive that would unpack to more than the limit, by its own word or in fact: each part is
 * unpacked once with the declared size as the limit, so that a lie is found before memory is used.
 * @throws VerbatimError import-failed
 */
export function checkZip(
  bytes: Uint8Array,
  name: string,
  inflate: ImportTools['inflate'],
): readonly ZipEntry[] {
  const entries = listZip(bytes, name);
  if (entries.some((entry) => entry.encrypted)) {
    throw importFailed(
      name,
      'it is protected by a password',
      'Save a copy without the password and add that.',
    );
  }
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > MAX_UNPACKED_BYTES) {
    throw importFailed(
      name,
      `it would unpack to ${Math.round(total / 1024 / 1024)} MB, and at most ${MAX_UNPACKED_BYTES / 1024 / 1024} MB are unpacked (a zip bomb?)`,
      'If it is honest, take the pictures out and add it again.',
    );
  }
  for (const entry of entries) readZipEntry(bytes, name, entry, inflate);
  return entries;
}

/** One file of the archive, unpacked. @throws VerbatimError import-failed when it is longer than declared */
export function readZipEntry(
  bytes: Uint8Array,
  name: string,
  entry: ZipEntry,
  inflate: ImportTools['inflate'],
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) {
    throw importFailed(name, 'the zip archive is damaged', DAMAGED);
  }
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw importFailed(name, 'it is packed in an unknown way', DAMAGED);
  try {
    return inflate(packed, Math.max(1, entry.unpacked));
  } catch (cause) {
    throw importFailed(
      name,
      `its part ${entry.name} is damaged or longer than declared (a zip bomb?)`,
      DAMAGED,
      cause,
    );
  }
}

/** The end record is 22 bytes and a comment of at most 65,535. */
function findEndRecord(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return undefined;
}
