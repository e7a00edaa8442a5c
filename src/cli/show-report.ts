import { printable } from './printable.ts';
import { countNoun } from '../text/count-noun.ts';
import type { Fidelity, ImportedArticle, ImportReport, TitleOrigin } from '../domain/importing.ts';
import type { IndexUpdate } from './services.ts';

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

/** What was understood of a source in one line; what a person should look at stands below it. */
export function summariseImport(label: string, { report }: ImportedArticle): readonly string[] {
  const { title, words, paragraphs, fidelity, notes } = report;
  const size = `${countNoun(words, 'word')} in ${countNoun(paragraphs, 'paragraph')}`;
  const facts = [
    size,
    report.language === undefined ? '' : `in ${report.language}, never a sure answer`,
    describeFidelity(fidelity),
    countReasons(report),
    ...(notes.length > 0 ? [countNoun(notes.length, 'note')] : []),
  ];
  return [
    `${printable(label)}: “${printable(title)}”, ${facts.filter((fact) => fact !== '').join('; ')}.`,
    ...warnOf(fidelity),
  ];
}

/** All that was understood of a source, with every removed line, as lines for a terminal. */
export function describeImport(label: string, { report }: ImportedArticle): readonly string[] {
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
    ...field('Language', report.language),
    ...field('Text', `${countNoun(report.paragraphs, 'paragraph')}, ${countNoun(report.words, 'word')}`),
    ...field('Fidelity', report.fidelity.summary),
    ...describeRemoved(report),
    ...report.notes.flatMap((note) => field('Note', note)),
    ...warnOf(report.fidelity),
  ];
}

function warnOf(fidelity: Fidelity): readonly string[] {
  return fidelity.suspect
    ? [`  Compare it with the source, it may not be faithful: ${printable(fidelity.summary)}`]
    : [];
}

function describeFidelity({ lost, glued, split, moved }: Fidelity): string {
  const faults = lost + glued + split + moved;
  return faults === 0
    ? 'every word of the source accounted for'
    : `${countNoun(faults, 'word')} of the source not as it stands there`;
}

/** 'left out: 2 × advert, 1 × copyright notice', the most frequent first. */
function countReasons({ removed }: ImportReport): string {
  if (removed.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { reason } of removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} × ${reason}`);
  return `left out: ${parts.join(', ')}`;
}

function describeRemoved({ removed, format }: ImportReport): readonly string[] {
  if (removed.length === 0) return ['  Removed    nothing'];
  const unit = format === 'text' || format === 'markdown' || format === 'pdf' ? 'line' : 'block';
  const lines = removed.map(
    ({ line, text, reason }) => `    ${unit} ${line}: ${reason}: ${printable(text.replace(/\s+/g, ' '))}`,
  );
  return [`  Removed    ${countNoun(removed.length, unit)}; --keep-all keeps everything`, ...lines];
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
