import type { ImportFormat, ImportSource, ImportTools } from '../../domain/importing.ts';
import type { Draft } from '../draft.ts';
import { decodeText } from '../formats/decode-text.ts';
import { detectFormat } from '../formats/detect-format.ts';
import type { TextFile } from '../formats/read-text-file.ts';
import { readTextFile } from '../formats/read-text-file.ts';
import { tidyCharacters } from '../tidy-characters.ts';
import { htmlBody, rawTextOfHtml, rawTextOfMarkdown } from './read-raw-text.ts';

interface ReadOptions {
  readonly keepAll: boolean;
  readonly tools: ImportTools;
}

export interface SourceReading {
  readonly format: ImportFormat;
  readonly draft: Draft;
  /** Absent for PDF, Word and EPUB, which name their own. */
  readonly encoding?: string;
}

/** The blocks of a source, by the reader of what it holds. Each reader is loaded when it is first needed. */
export async function readSource(source: ImportSource, options: ReadOptions): Promise<SourceReading> {
  const format = detectFormat(source);
  return { format, ...(await readDraft(source, format, options)) };
}

async function readDraft(
  source: ImportSource,
  format: ImportFormat,
  { keepAll, tools }: ReadOptions,
): Promise<Omit<SourceReading, 'format'>> {
  const wrongName = misnamed(source.name, format);
  const withNotes = (draft: Draft, notes: readonly string[] = []): Draft => ({
    ...draft,
    notes: [...wrongName, ...notes, ...draft.notes],
  });
  switch (format) {
    case 'pdf': {
      const { readPdf } = await import('../formats/read-pdf.ts');
      return { draft: withNotes(await readPdf(source, { keepAll, tools })) };
    }
    case 'docx': {
      const { readDocx } = await import('../formats/read-docx.ts');
      return { draft: withNotes(await readDocx(source, tools.inflate)) };
    }
    case 'epub': {
      const { readEpub } = await import('../formats/read-epub.ts');
      return { draft: withNotes(readEpub(source, { keepAll, tools })) };
    }
    case 'subtitles': {
      const { text: decoded, encoding } = await decodeText(source);
      const { text, notes } = tidyCharacters(decoded);
      const { readSubtitles } = await import('../formats/read-subtitles.ts');
      return { draft: withNotes(readSubtitles(text, source.name, keepAll), notes), encoding };
    }
    case 'html': {
      const { text: decoded, encoding } = await decodeText(source);
      const { text, notes } = tidyCharacters(decoded);
      const { readHtml } = await import('../formats/read-html.ts');
      const draft = { ...readHtml(text, source, keepAll), rawText: rawTextOfHtml(htmlBody(text)) };
      return { draft: withNotes(draft, notes), encoding };
    }
    case 'markdown':
    case 'text': {
      const { text, encoding } = await decodeText(source);
      return {
        draft: withNotes(fileDraft(readTextFile(text, { name: source.name, format, tools }))),
        encoding,
      };
    }
  }
}

/** What the front matter says wins over what the text says of itself. */
function fileDraft({ fields, extra, draft }: TextFile): Draft {
  const { id, title, url, author, published, licence, language } = fields;
  const own = Object.entries({ id, title, url, author, published, licence, language });
  return {
    ...draft,
    rawText: draft.source === undefined ? (draft.rawText ?? '') : rawTextOfMarkdown(draft.source),
    metadata: { ...draft.metadata, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) },
    ...(title === undefined ? {} : { titleFrom: 'front matter' }),
    extra,
    notes: [
      ...draft.notes,
      ...(id === undefined ? [] : [`The id "${id}" of the front matter becomes the file's name.`]),
    ],
  };
}

function misnamed(name: string, format: ImportFormat): readonly string[] {
  const ending = /\.(pdf|docx|epub|txt|md|html?|vtt|srt)$/i.exec(name)?.[1]?.toLowerCase();
  const fitting: Readonly<Record<ImportFormat, readonly string[]>> = {
    markdown: ['md'],
    text: ['txt'],
    html: ['html', 'htm'],
    pdf: ['pdf'],
    docx: ['docx'],
    epub: ['epub'],
    subtitles: ['vtt', 'srt'],
  };
  if (ending === undefined || fitting[format].includes(ending)) return [];
  return [`It is named .${ending} but holds ${format}, and was read as that.`];
}
