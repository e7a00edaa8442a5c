import { onTestFinished, describe, expect, it } from 'vitest';
import { openImportWorker } from '../../src/adapters/import/open-import-worker.ts';
import type { ImportWorker } from '../../src/adapters/import/open-import-worker.ts';
import type { ImportSource } from '../../src/domain/importing.ts';
import { OPTIONS } from './fixtures/import-tools.ts';
import { makeSwellingPdf } from './fixtures/make-swelling-pdf.ts';
import { FERRY } from './fixtures/texts.ts';

const ENTRY = new URL('../../src/app/import-worker.ts', import.meta.url);
const LIMITS = { timeoutMs: 30_000, heapMb: 300, growthMb: 1000 };

function openWorker(limits: Partial<typeof LIMITS>): ImportWorker {
  const worker = openImportWorker(ENTRY, { ...LIMITS, ...limits });
  onTestFinished(() => worker.close());
  return worker;
}

function source(name: string, text: string): ImportSource {
  return { name, bytes: new TextEncoder().encode(text) };
}

describe('the thread that parsers run in', () => {
  it('takes one source after the other', async () => {
    const worker = openWorker({});
    for (const name of ['one', 'two', 'three'])
      expect(await worker.importSource(source(`${name}.txt`, FERRY[0]), OPTIONS)).toMatchObject({
        id: name,
        text: FERRY[0],
      });
  });

  it('hands back what is wrong with a source in its own words', async () => {
    await expect(openWorker({}).importSource(source('a.txt', ' '), OPTIONS)).rejects.toMatchObject({
      code: 'import-failed',
      message: 'a.txt was not added: it holds no text. Add a file that holds text.',
    });
  });

  it('is ended when a source takes too long, and the next source is read', async () => {
    const worker = openWorker({ timeoutMs: 700 });
    const slow = source('slow.md', 'The *ferry* left. '.repeat(60_000));
    await expect(worker.importSource(slow, OPTIONS)).rejects.toThrow(
      /slow\.md was not added: it took longer than 0\.7 s/,
    );
    expect(await worker.importSource(source('next.txt', FERRY[0]), OPTIONS)).toMatchObject({ id: 'next' });
  });

  it('is ended when a source makes the process swell, and the next source is read', async () => {
    const worker = openWorker({ growthMb: 150 });
    const bytes = await makeSwellingPdf(450_000_000);
    expect(bytes.byteLength).toBeLessThan(5_000_000);
    await expect(worker.importSource({ name: 'swelling.pdf', bytes }, OPTIONS)).rejects.toThrow(
      /swelling\.pdf was not added: it needs more memory than one file may have/,
    );
    expect(await worker.importSource(source('next.txt', FERRY[0]), OPTIONS)).toMatchObject({ id: 'next' });
  });

  it('is ended when a source fills the heap', async () => {
    const worker = openWorker({ heapMb: 40 });
    const large = source('large.md', `${FERRY.join('\n\n')}\n\n`.repeat(12_000));
    await expect(worker.importSource(large, OPTIONS)).rejects.toThrow(/more memory than one file may have/);
  });
});
