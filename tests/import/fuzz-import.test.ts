import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VerbatimError } from '../../src/domain/errors.ts';
import { line, text } from './fixtures/arbitrary-text.ts';
import { importAs } from './fixtures/import-tools.ts';
import type { Imported } from './fixtures/import-tools.ts';
import { footnoteMark, heading, listItem, makeDocx, paragraph, table } from './fixtures/make-docx.ts';
import { makePdf, stackLines } from './fixtures/make-pdf.ts';

/** Over all parsers; `npm run test:slow` takes the full number. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const SLOWEST = 5000;
const share = (part: number): { readonly numRuns: number } => ({
  numRuns: Math.max(1, Math.round(RUNS * part)),
});

/** Letters and digits only: what no change of layout may lose, whatever the mark-up around them. */
function letters(value: string): string {
  return value
    .replace(/[\ufb00-\ufb06]/g, (glyph) => glyph.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Undefined when the input was refused in so many words. */
async function tryImport(name: string, content: string | Uint8Array): Promise<Imported | undefined> {
  const start = performance.now();
  try {
    return await importAs(name, content);
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    expect(error.message).toMatch(/^.+\. .+\.$/s);
    return undefined;
  } finally {
    expect(performance.now() - start).toBeLessThan(SLOWEST);
  }
}

function expectSound(imported: Imported): void {
  const { article, text: quoted } = imported;
  expect(article.text).toBe(quoted);
  expect(quoted).toBe(imported.blocks.join('\n\n'));
  // eslint-disable-next-line no-control-regex -- none of these may be left
  expect(quoted).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  for (const block of article.blocks) {
    for (const { start, end } of block.kind === 'paragraph' ? block.sentences : [])
      expect(start < end && end <= quoted.length).toBe(true);
  }
}

/** Without what XML cannot hold. */
function plain(value: string): string {
  return value.replace(/[^\u0020-\ud7ff]/g, '');
}

/** Every piece of the source stands in the article or among what was removed. */
function expectWhole(imported: Imported, pieces: readonly string[]): void {
  expectSound(imported);
  const removed = imported.report.removed.map(({ text: gone }) => gone);
  const all = letters([imported.text, ...removed].join(' '));
  for (const piece of pieces) expect(all).toContain(letters(plain(piece)));
}

describe('whatever is thrown at the parsers', () => {
  it('plain text is preserved but for the listed removals', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const imported = await tryImport('a.txt', source);
        if (!imported) return;
        expectSound(imported);
        const { removed, notes, encoding } = imported.report;
        // Letters with NULs between them are UTF-16, and are read as that.
        if (encoding !== 'UTF-8') return;
        const frontMatter = source.startsWith('---');
        if (removed.length > 0 || frontMatter || notes.some((note) => note.includes('\ufffd'))) return;
        expect(letters(imported.text)).toBe(letters(source));
      }),
      share(0.3),
    );
  }, 1_200_000);

  it('removed lines and the article together are the source', async () => {
    const noise = fc.constantFrom(
      'Advertisement',
      '© 2020 The Quay',
      'All rights reserved.',
      'Share this',
      'Skip to content',
    );
    const lines = fc.array(
      fc.oneof(
        noise,
        fc.constantFrom('The ferry left at noon.', 'Nobody saw the *boat*.', '# 12 people waited'),
      ),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (source) => {
        const imported = await tryImport('a.txt', source.join('\n'));
        if (!imported) return;
        expectSound(imported);
        const merged = [...source];
        for (const { line: number, text: gone } of imported.report.removed)
          expect(merged[number - 1]).toBe(gone);
        const left = source.filter(
          (_, index) => !imported.report.removed.some((entry) => entry.line === index + 1),
        );
        expect(imported.blocks).toEqual(left);
      }),
      share(0.1),
    );
  }, 1_200_000);

  it('Markdown is read as the corpus would read it', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const imported = await tryImport('a.md', source);
        if (imported) expectSound(imported);
      }),
      share(0.15),
    );
  }, 1_200_000);

  it('HTML is sound', async () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'ul',
      'li',
      'ol',
      'table',
      'tr',
      'td',
      'th',
      'h1',
      'h3',
      'pre',
      'b',
      'a href="#x"',
      'sup',
      'br',
      'nav',
      'script',
      'blockquote',
      'dl',
      'dd',
      'style',
      'template',
      'svg',
    );
    const piece = fc.oneof(
      line,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0] ?? ''}>`),
      fc.constant('<td colspan=99 rowspan=-3>'),
      fc.constant('<!-- '),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const imported = await tryImport('a.html', pieces.join(''));
        if (imported) expectSound(imported);
      }),
      share(0.1),
    );
  }, 1_200_000);

  it('what is left of a page and what was removed from it are all of its text', async () => {
    const block = fc.tuple(fc.constantFrom('p', 'h2', 'li', 'td', 'pre', 'blockquote', 'nav', 'aside'), line);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 10 }), async (blocks) => {
        const html = blocks.map(([name, value]) => {
          const text = plain(value).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
          if (name === 'td')
            return `<table><tr><th>A</th><th>B</th></tr><tr><td>${text}</td><td>x</td></tr></table>`;
          return name === 'li' ? `<ul><li>${text}</li></ul>` : `<${name}>${text}</${name}>`;
        });
        const imported = await tryImport('a.html', `<article>${html.join('')}</article>`);
        if (imported)
          expectWhole(
            imported,
            blocks.map(([, value]) => value),
          );
      }),
      share(0.1),
    );
  }, 1_200_000);

  it('paragraphs of a PDF are preserved', async () => {
    const printable = fc
      .array(fc.constantFrom('harbour', 'ferry.', 'Ska-', '(12)', '\\', '*x*', '_', 'end'), {
        minLength: 1,
        maxLength: 10,
      })
      .map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(printable, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        async (pages) => {
          const imported = await tryImport(
            'a.pdf',
            makePdf({ pages: pages.map((lines) => stackLines(lines)) }),
          );
          if (!imported) return;
          expectSound(imported);
          if (imported.report.removed.length === 0)
            expect(letters(imported.text)).toBe(letters(pages.flat().join(' ')));
        },
      ),
      share(0.05),
    );
  }, 1_200_000);

  it('paragraphs, items and cells of a Word file are preserved', async () => {
    const xml = (value: string): string => plain(value).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
    const block = fc.tuple(fc.constantFrom('p', 'h', 'li', 'table', 'note'), line);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const body = blocks.map(([kind, value]) => {
          if (kind === 'h') return heading(xml(value), 2);
          if (kind === 'li') return listItem(xml(value));
          if (kind === 'table')
            return table([
              ['A', 'B'],
              [xml(value), 'x'],
            ]);
          return kind === 'note' ? `<w:p>${footnoteMark(1)}</w:p>` : paragraph(xml(value));
        });
        const imported = await tryImport('a.docx', makeDocx({ body: body.join(''), footnotes: ['Note.'] }));
        if (imported)
          expectWhole(
            imported,
            blocks.flatMap(([kind, value]) => (kind === 'note' ? [] : [value])),
          );
      }),
      share(0.1),
    );
  }, 1_200_000);

  it('damaged files are refused or read, never more', async () => {
    const whole = [
      ['a.docx', makeDocx({ body: paragraph('The ferry left at noon.') })],
      ['a.pdf', makePdf({ pages: [stackLines(['The ferry left at noon.'])] })],
    ] as const;
    const damage = fc.tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.nat(),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([[name, bytes], changes, cut]) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        const imported = await tryImport(
          name,
          cut % 3 === 0 ? damaged.subarray(0, cut % damaged.length) : damaged,
        );
        if (imported) expectSound(imported);
      }),
      share(0.05),
    );
  }, 1_200_000);

  it('bytes of any kind are refused or read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a', 'a.pdf', 'a.docx'),
        async (bytes, name) => {
          const imported = await tryImport(name, bytes);
          if (imported) expectSound(imported);
        },
      ),
      share(0.05),
    );
  }, 1_200_000);
});
