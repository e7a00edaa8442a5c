import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { isWord } from '../adapters/import/word-list.ts';
import { detectLanguage } from '../adapters/model/detect-language.ts';
import type { ImportAnswer, ImportOrder } from '../adapters/import/open-import-worker.ts';
import { importArticle } from '../corpus/import/import-article.ts';
import { VerbatimError } from '../domain/errors.ts';
import type { ImportTools } from '../domain/importing.ts';

/** The entry of the thread that parsers run in; see open-import-worker. */
const tools: ImportTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  inflate: (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes }),
  isWord,
  detectLanguage,
};

async function answer({ source, options }: ImportOrder): Promise<ImportAnswer> {
  try {
    return { kind: 'done', article: await importArticle(source, options, tools) };
  } catch (error) {
    if (error instanceof VerbatimError) return { kind: 'failed', code: error.code, message: error.message };
    const why = error instanceof RangeError ? 'it is nested too deep' : 'its parser does not understand it';
    const message = `${source.name} was not added: ${why}. Save the part that matters as plain text and add that.`;
    // An error does not keep its cause and its stack on the way to another thread; its text does.
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', code: 'import-failed', message, cause };
  }
}

const send = (message: ImportAnswer): void => {
  parentPort?.postMessage(message);
};
parentPort?.on('message', (order: ImportOrder) => {
  void answer(order).then(send);
});
send({ kind: 'ready' });
