import { extractTextItems, getDocumentProxy } from 'unpdf';
import type { ImportSource, ReaderTools, RemovedLine } from '../../domain/importing.ts';
import type { Draft, SourceMetadata } from '../draft.ts';
import { importFailed } from '../../domain/import-failed.ts';
import { MAX_PDF_PAGES } from '../import/import-limits.ts';
import { joinedWordsNote } from './join-lines.ts';
import { joinPdfLines } from './join-pdf-lines.ts';
import type { PdfItem } from './read-pdf-lines.ts';
import { partPdfColumns } from './part-pdf-columns.ts';
import { readPdfLines } from './read-pdf-lines.ts';
import { removePageFurniture } from './remove-page-furniture.ts';
import { countNoun } from '../../text/count-noun.ts';
import { tidyCharacters } from '../tidy-characters.ts';

/**
 * The text of a PDF: lines joined to paragraphs, headers, footers and page numbers taken out.
 * @throws VerbatimError import-failed: damaged, protected, too many pages, or pictures of pages only
 */
export async function readPdf(
  { name, bytes }: ImportSource,
  { keepAll, tools }: { readonly keepAll: boolean; readonly tools: ReaderTools },
): Promise<Draft> {
  const { pages, metadata } = await openPdf(name, bytes);
  const characters = tidyPages(pages);
  const all = partPdfColumns(readPdfLines(characters.pages, keepAll));
  if (all.length === 0) {
    throw importFailed(
      name,
      `its ${countNoun(pages.length, 'page')} hold no text; it seems to be a scan`,
      'Run it through text recognition (OCR) and add the result.',
    );
  }
  const { lines, removed } = keepAll ? { lines: all, removed: [] } : removePageFurniture(all, pages.length);
  const { blocks, joinedWords } = joinPdfLines(lines, tools);
  const noteMarks = lines.flatMap(({ marks, number }) =>
    marks.map((text): RemovedLine => ({ line: number, text, reason: 'mark of a note' })),
  );
  const empty = pages.flatMap((items, index) =>
    items.some((item) => item.str.trim() !== '') ? [] : [index + 1],
  );
  return {
    blocks,
    metadata,
    titleFrom: 'document properties',
    joinedWords,
    rawText: characters.pages.map(rawText).join('\n'),
    removed: [...removed, ...noteMarks],
    notes: [
      ...characters.notes,
      ...joinedWordsNote(joinedWords),
      ...(empty.length > 0 ? [`Without text, perhaps pictures: page ${empty.slice(0, 20).join(', ')}.`] : []),
    ],
  };
}

type PdfPages = readonly (readonly PdfItem[])[];

/** Characters are mended before lines are built, so that counts hold for the whole file. */
function tidyPages(pages: PdfPages): { readonly pages: PdfPages; readonly notes: readonly string[] } {
  const { notes } = tidyCharacters(pages.map((items) => items.map((item) => item.str).join(' ')).join('\n'));
  const tidied = pages.map((items) =>
    items.map((item): PdfItem => {
      // A soft hyphen at the end of a line is a hyphenation.
      const visible = item.str.replace(/\u00ad(?=\s*$)/, '-');
      return { ...item, str: tidyCharacters(visible).text.replace(/\n/g, ' ') };
    }),
  );
  return { pages: tidied, notes };
}

/** The pieces as the file has them: a piece that starts where the one before ends goes on with its word. */
function rawText(items: readonly PdfItem[]): string {
  return items
    .map((item, index) => {
      const previous = items[index - 1];
      const goesOn =
        previous !== undefined &&
        Math.abs(previous.y - item.y) < 1 &&
        Math.abs(previous.x + previous.width - item.x) < item.fontSize * 0.15;
      return (goesOn ? '' : previous !== undefined && previous.y !== item.y ? '\n' : ' ') + item.str;
    })
    .join('');
}

interface PdfContent {
  readonly pages: readonly (readonly PdfItem[])[];
  readonly metadata: SourceMetadata;
}

async function openPdf(name: string, bytes: Uint8Array): Promise<PdfContent> {
  try {
    // pdf.js takes the buffer over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MAX_PDF_PAGES) {
      throw importFailed(
        name,
        `it has ${countNoun(pdf.numPages, 'page')}, and at most ${MAX_PDF_PAGES} are read`,
        'Split it into several files.',
      );
    }
    const { items } = await extractTextItems(pdf);
    const { info } = await pdf.getMetadata();
    await pdf.loadingTask.destroy();
    return { pages: items, metadata: pickInfo(info as Readonly<Record<string, unknown>>) };
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'VerbatimError') throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw importFailed(
        name,
        'it is protected by a password',
        'Save a copy without the password and add that.',
        cause,
      );
    }
    throw importFailed(
      name,
      'it is no PDF that can be read; it may be damaged or cut short',
      'Open it in a viewer and print it to a new PDF.',
      cause,
    );
  }
}

/** Programs write their own names into the title. The date is that of the file, not of the publication. */
function pickInfo(info: Readonly<Record<string, unknown>>): SourceMetadata {
  const pick = (key: string): string =>
    typeof info[key] === 'string' ? tidyCharacters(info[key]).text.replace(/\s+/g, ' ').trim() : '';
  const title = pick('Title');
  const author = pick('Author');
  const useless =
    /^(?:untitled|microsoft word\b|slide \d|document\d*$|\(anonymous\)|unspecified)|\.(?:docx?|indd|tex|pdf|odt|qxd)$/i;
  return {
    ...(title === '' || useless.test(title) ? {} : { title }),
    ...(author === '' || useless.test(author) ? {} : { author }),
  };
}
