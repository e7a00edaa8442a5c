import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openEmptyLibrary } from '../../src/library/empty-library.ts';
import { askBatch, askInteractively, askOnce } from '../../src/cli/run-ask.ts';
import type { AskSession } from '../../src/cli/run-ask.ts';
import type { Library } from '../../src/domain/library.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import { libraryOver } from '../library-over.ts';
import { HARBOUR } from './harbour.ts';

type Run = (session: AskSession) => Promise<number>;

async function play(run: Run, lines: readonly string[], options: Partial<AskSession> = {}) {
  const library: Library =
    options.library ?? (await libraryOver([articleFrom('ellerby.md', HARBOUR)])).library;
  const output = new PassThrough();
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const shown = text(output);
  const style = { colours: false, strong: String, dim: String };
  const code = await run({ library, input, output, style, json: false, ...options });
  output.end();
  return { code, shown: await shown };
}

describe('an interactive session', () => {
  it('answers, explains the last answer, and ends when told to', async () => {
    const { code, shown } = await play(askInteractively, [
      'Who has led the Ellerby Harbour Company?',
      ':why',
      ':quit',
      'What does a crossing cost?',
    ]);
    expect(code).toBe(0);
    expect(shown).toMatch(/^Ask a question\. `:help` says what else there is, `:quit` ends\.\n/);
    expect(shown).toContain('│ Marta Quill has led the Ellerby Harbour Company since 1998.');
    expect(shown).toContain('[1] The harbour of Ellerby, paragraph 3');
    expect(shown).toContain('Closest is paragraph 3 of “The harbour of Ellerby”.');
    expect(shown).toMatch(/Words it shares with the question: .*Ellerby/);
    expect(shown).toMatch(/Its score is 0\.\d\d: .* An answer needs 0\.\d\d \(balanced\)/);
    expect(shown).not.toContain('six crowns');
  });

  it('reads a question together with the one before it', async () => {
    const { shown } = await play(askInteractively, [
      'What does a crossing of the ferry cost?',
      'And for children?',
      ':why',
    ]);
    expect(shown).toContain('It was read as a follow-up to “What does a crossing of the ferry cost?”.');
  });

  it('has nothing to explain at first, knows its commands, and passes over empty lines', async () => {
    const { code, shown } = await play(askInteractively, [':why', '', '   ', ':help', 'help']);
    expect(code).toBe(0);
    expect(shown).toContain('There is no answer to explain yet.');
    expect(
      shown.match(/ {2}:why {3}explains the last answer\n {2}:help {2}shows this\n {2}:quit {2}ends\n/g),
    ).toHaveLength(2);
    expect(shown).not.toContain('│');
  });

  it('goes on after a question that cannot be asked', async () => {
    const { code, shown } = await play(askInteractively, [
      'x'.repeat(5000),
      'Who is Otto Brandt, the mayor?',
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('The question has 5000 characters; at most 4000 are taken.');
    expect(shown).toContain('says the mayor, Otto Brandt');
  });
});

describe('a batch as text', () => {
  it('answers each line in order, mistakes among them', async () => {
    const { code, shown } = await play(askBatch, [
      'Who is Otto Brandt, the mayor?',
      '',
      'Marta Quill Ellerby Harbour Company',
    ]);
    expect(code).toBe(0);
    const places = ['the mayor, Otto Brandt', 'The question is empty.', 'Marta Quill has led'].map((part) =>
      shown.indexOf(part),
    );
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('emphasis', () => {
  it('stands in the quotation on a terminal, and changes nothing else of it', async () => {
    const style = { colours: true, strong: (word: string) => `<${word}>`, dim: String };
    const { shown } = await play((session) => askOnce(session, 'Marta Quill Ellerby Harbour Company'), [], {
      style,
    });
    expect(shown).toContain('<');
    expect(shown.replace(/[<>]/g, '')).toContain(
      '│ Marta Quill has led the Ellerby Harbour Company since 1998.',
    );
    expect(shown).not.toContain('  ^ ');
  });
});

describe('an empty library', () => {
  const library = openEmptyLibrary();

  it('declines and says what to do', async () => {
    const { code, shown } = await play((session) => askOnce(session, 'Who?'), [], { library });
    expect(code).toBe(0);
    expect(shown).toBe('There is no article to ask. Put a .md or .txt file into the corpus folder.\n');
  });

  it('refuses what no library answers', async () => {
    await expect(library.ask('')).rejects.toMatchObject({ code: 'question-empty' });
    await expect(library.ask('Who?', { articleId: 'ellerby' })).rejects.toMatchObject({
      code: 'article-unknown',
    });
    expect(library.sources().entries).toEqual([]);
  });
});
