import { execFileSync, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeAnkiDeck } from '../../../src/study/export/write-anki-deck.ts';
import { makeSharedFolder } from '../../temp-folder.ts';
import { CLOZE, HARBOUR, NOW, ODD } from './sample-decks.ts';

/** A Python with the package `anki`; `ANKI_PYTHON` names one that is not in the PATH. */
const PYTHON = process.env['ANKI_PYTHON'] ?? 'python3';
const isMissing = spawnSync(PYTHON, ['-c', 'import anki.collection']).status !== 0;
const SCRIPT = fileURLToPath(new URL('import-into-anki.py', import.meta.url));

const STATE = z.object({
  new: z.number(),
  updated: z.number(),
  cards: z.number(),
  decks: z.array(z.string()),
  noteTypes: z.array(z.string()),
  tags: z.array(z.string()),
  notes: z.array(
    z.object({ guid: z.string(), fields: z.array(z.string()), question: z.string(), answer: z.string() }),
  ),
});

let folder: string;
beforeAll(async () => {
  folder = await makeSharedFolder();
  return () => rm(folder, { recursive: true });
});

/** What Anki has after each of the files was imported. */
async function importAll(files: readonly Uint8Array[]): Promise<readonly z.infer<typeof STATE>[]> {
  const paths = await Promise.all(
    files.map(async (bytes, at) => {
      const path = join(folder, `${at}.apkg`);
      await writeFile(path, bytes);
      return path;
    }),
  );
  const printed = execFileSync(PYTHON, [SCRIPT, ...paths], { encoding: 'utf8' });
  return printed
    .trim()
    .split('\n')
    .map((line) => STATE.parse(JSON.parse(line)));
}

describe.skipIf(isMissing)('Anki', () => {
  it('imports every note with its card, deck, type and tags, and shows its hole and source', async () => {
    const [state] = await importAll([await writeAnkiDeck([HARBOUR, ODD], NOW)]);
    expect(state).toMatchObject({ new: 3, cards: 3, noteTypes: ['Verbatim Basic', 'Verbatim Cloze'] });
    expect(state?.decks).toEqual(
      expect.arrayContaining(['Verbatim', 'Verbatim::A:B C', 'Verbatim::The harbour: Ellerby']),
    );
    expect(state?.tags).toEqual(['article::ellerby', 'kind::cloze', 'two-words', 'type::term']);
    const note = state?.notes.find(({ guid }) => guid === CLOZE.id);
    expect(note?.question.replace(/<style>.*<\/style>/su, '')).not.toContain('>convicts<');
    expect(note?.question.match(/\[\.\.\.\]/gu)).toHaveLength(2);
    expect(note?.answer).toContain('https://example.org/ellerby?a=1&amp;b=2');
  });

  it('renews what was imported before, and adds only what is new', async () => {
    const before = { ...HARBOUR, cards: HARBOUR.cards.slice(0, 1) };
    const [card] = HARBOUR.cards;
    const later = new Date(NOW.getTime() + 86_400_000);
    const renewed = HARBOUR.cards.map((each) =>
      each === card ? { ...CLOZE, citation: { plain: 'renewed', markdown: '' } } : each,
    );
    const states = await importAll([
      await writeAnkiDeck([before], NOW),
      await writeAnkiDeck([{ ...HARBOUR, cards: renewed }], later),
    ]);
    expect(states.map(({ cards }) => cards)).toEqual([1, 2]);
    expect(states[1]).toMatchObject({ new: 1, updated: 1 });
    expect(states[1]?.notes.find(({ guid }) => guid === CLOZE.id)?.fields[1]).toBe('renewed');
  });
});
