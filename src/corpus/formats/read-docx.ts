import mammoth from 'mammoth';
import type { ImportSource, ImportTools } from '../../domain/importing.ts';
import { collectHtmlBlocks } from './collect-html-blocks.ts';
import type { Draft, SourceMetadata } from '../draft.ts';
import { parseHtml } from './html-document.ts';
import { importFailed } from '../../domain/import-failed.ts';
import { rawTextOfHtml } from '../import/read-raw-text.ts';
import { checkZip, readZipEntry } from './inspect-zip.ts';
import type { ZipEntry } from './inspect-zip.ts';
import { countNoun } from '../../text/count-noun.ts';
import { tidyCharacters } from '../tidy-characters.ts';

/**
 * The text of a Word document with its headings, lists, tables and notes. Page headers and footers, comments
 * and deleted text are not part of it.
 * @throws VerbatimError import-failed
 */
export async function readDocx(
  { name, bytes }: ImportSource,
  inflate: ImportTools['inflate'],
): Promise<Draft> {
  const entries = checkZip(bytes, name, inflate);
  const html = await convert(name, bytes);
  const { text, notes } = tidyCharacters(html);
  const document = parseHtml(text, name);
  const { blocks, dropped, footnoteMarks, pictures } = collectHtmlBlocks(document, document.body);
  if (blocks.length === 0)
    throw importFailed(
      name,
      'the document holds no text',
      'If it is a picture of text, run it through text recognition.',
    );
  return {
    blocks: blocks.map(({ block }) => block),
    metadata: readProperties(name, bytes, entries, inflate),
    titleFrom: 'document properties',
    rawText: readRawText(bytes, name, entries, inflate),
    removed: dropped,
    notes: [
      ...notes,
      ...(footnoteMarks > 0
        ? [`${countNoun(footnoteMarks, 'footnote mark')} left out of the sentences; the notes are kept.`]
        : []),
      ...(pictures > 0 ? [`${countNoun(pictures, 'picture')} left out.`] : []),
    ],
  };
}

async function convert(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      // The picture is counted, not read.
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    );
    return result.value;
  } catch (cause) {
    throw importFailed(name, 'the Word document is damaged', 'Open it in Word and save it again.', cause);
  }
}

/** The text runs of the document and its notes by pattern: a paragraph, a tab or a break parts words. */
function readRawText(
  bytes: Uint8Array,
  name: string,
  entries: readonly ZipEntry[],
  inflate: ImportTools['inflate'],
): string {
  return entries
    .filter((entry) => /^word\/(?:document|footnotes|endnotes)\.xml$/.test(entry.name))
    .map((entry) => new TextDecoder().decode(readZipEntry(bytes, name, entry, inflate)))
    .map((xml) =>
      rawTextOfHtml(
        xml
          .replace(/<w:(delText|instrText)\b[^>]*>[^<]*<\/w:\1>/g, '')
          .replace(/<w:(?:p|tab|br|cr|tc)\b[^>]*>/g, '\n')
          .replace(/<\/?w:[^>]*>/g, ''),
      ),
    )
    .join('\n');
}

/** Title and author of `docProps/core.xml`. The date there is that of the file, not of the publication. */
function readProperties(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  inflate: ImportTools['inflate'],
): SourceMetadata {
  const entry = entries.find((each) => each.name === 'docProps/core.xml');
  if (!entry || entry.unpacked > 1024 * 1024) return {};
  const xml = new TextDecoder().decode(readZipEntry(bytes, name, entry, inflate));
  const pick = (tag: string): string =>
    unescapeXml(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '').trim();
  const title = pick('dc:title');
  const author = pick('dc:creator');
  return { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }) };
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, entity: string) => named[entity] ?? whole);
}
