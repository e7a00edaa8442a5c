import { printable } from './printable.ts';
import { countNoun } from '../text/count-noun.ts';
import type { ImportedArticle, ImportReport, TitleOrigin } from '../domain/importing.ts';
import type { IndexUpdate } from './services.ts';

/** Removed lines that are listed one by one; `--dry-run` lists all. */
const MAX_LISTED = 40;
/** Characters of a removed line that are shown; enough to recognise it. */
const MAX_SHOWN = 100;

const FORMATS: Readonly<Record<ImportReport['format'], string>> = {
  markdown: 'Markdown',
  text: 'plain text',
  html: 'HTML',
  pdf: 'PDF',
  docx: 'Word',
  epub: 'EPUB',
  subtitles: 'subtitles',
};

const ORIGINS: Readonly<Record<TitleOrigin, string>> = {
  option: 'as you named it',
  'front matter': 'from its front matter',
  heading: 'its heading',
  'page title': 'the title of the page',
  'document properties': 'from the properties of the document',
  'file name': 'from the file name; --title names another',
  'first sentence': 'from its first sentence; --title names another',
};

/** What was understood of a source, as lines for a terminal. */
export function describeImport(
  label: string,
  { report }: ImportedArticle,
  listAll: boolean,
): readonly string[] {
  const field = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`  ${name.padEnd(10)} ${printable(value)}`];
  const encoding = report.encoding === undefined ? '' : `, ${report.encoding}`;
  return [
    `${printable(label)}: ${FORMATS[report.format]}${encoding}`,
    ...field('Title', `${report.title}  (${ORIGINS[report.titleFrom]})`),
    ...field('Author', report.author),
    ...field('Published', report.published),
    ...field('URL', report.url),
    ...field('Licence', report.licence),
    ...field('Text', `${countNoun(report.paragraphs, 'paragraph')}, ${countNoun(report.words, 'word')}`),
    ...describeRemoved(report, listAll),
    ...report.notes.flatMap((note) => field('Note', note)),
  ];
}

function describeRemoved({ removed, format }: ImportReport, listAll: boolean): readonly string[] {
  if (removed.length === 0) return ['  Removed    nothing'];
  const unit = format === 'text' || format === 'markdown' || format === 'pdf' ? 'line' : 'block';
  const shown = listAll ? removed : removed.slice(0, MAX_LISTED);
  const lines = shown.map(({ line, text, reason }) => {
    const whole = printable(text.replace(/\s+/g, ' '));
    const excerpt = listAll || whole.length <= MAX_SHOWN ? whole : `${whole.slice(0, MAX_SHOWN)}…`;
    return `    ${unit} ${line}: ${reason}: ${excerpt}`;
  });
  const more =
    removed.length > shown.length
      ? [`    and ${countNoun(removed.length - shown.length, `more ${unit}`)}; --dry-run lists all`]
      : [];
  return [`  Removed    ${countNoun(removed.length, unit)}; --keep-all keeps everything`, ...lines, ...more];
}

/** 'Index: 1 article with 12 passages read anew; now 2 articles, 60 passages.' */
export function describeReindex({
  articles,
  passages,
  encodedArticles,
  encodedPassages,
}: Omit<IndexUpdate, 'written' | 'generation'>): string {
  return (
    `Index: ${countNoun(encodedArticles, 'article')} with ${countNoun(encodedPassages, 'passage')} read anew; ` +
    `now ${countNoun(articles, 'article')}, ${countNoun(passages, 'passage')}.`
  );
}
