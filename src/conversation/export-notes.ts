import type { Article } from '../domain/article.ts';
import { findParagraph } from '../domain/article.ts';
import type { Flashcard, FlashcardDeck } from '../domain/flashcard.ts';
import type { Note } from '../domain/note.ts';
import { escapeCommonMark } from '../text/escape-commonmark.ts';
import { writeCsv } from '../text/write-csv.ts';
import type { Words } from '../words/words.ts';
import { formatCitation } from './format-citation.ts';
import type { Cited } from './format-citation.ts';

/** A note with the quotation as it stands in its article now. */
export interface QuotedNote {
  readonly note: Note;
  readonly article: Article;
  readonly paragraph: number;
  /** Where it stands now; offset into Article.text. */
  readonly start: number;
  /** Stands there letter by letter. */
  readonly text: string;
}

/** Notes as CommonMark: a heading an article, and each quotation with its remark and a line of a bibliography. */
export function notesAsMarkdown(words: Words, notes: readonly QuotedNote[]): string {
  const articles = [...new Set(notes.map(({ article }) => article))];
  return articles
    .map((article) => {
      const own = notes.filter((note) => note.article === article);
      const heading = `# ${escapeCommonMark(article.title.replace(/\s+/gu, ' ').trim())}`;
      return `${[heading, ...own.map((note) => noteAsMarkdown(words, note))].join('\n\n')}\n`;
    })
    .join('\n');
}

function noteAsMarkdown(words: Words, quoted: QuotedNote): string {
  const { note, text } = quoted;
  return [
    `> ${escapeCommonMark(text).replaceAll('\n', '\n> ')}`,
    formatCitation(words, citedOf(quoted), 'markdown'),
    ...(note.remark === undefined ? [] : [escapeCommonMark(note.remark)]),
  ].join('\n\n');
}

const COLUMNS = [
  'quotation',
  'remark',
  'title',
  'author',
  'published',
  'paragraph',
  'page',
  'address',
  'retrieved',
  'citation',
];

/** Notes as CSV, a line of names first. */
export function notesAsCsv(words: Words, notes: readonly QuotedNote[]): string {
  const rows = notes.map((quoted) => {
    const { note, article, paragraph, text } = quoted;
    const cited = citedOf(quoted);
    return [
      text,
      note.remark ?? '',
      article.title,
      article.author ?? '',
      article.published ?? '',
      String(paragraph),
      String(cited.locator?.page ?? ''),
      article.url ?? '',
      note.savedAt.slice(0, 10),
      formatCitation(words, cited, 'plain'),
    ];
  });
  return writeCsv([COLUMNS, ...rows]);
}

/** Retrieved when it was saved. */
function citedOf({ note, article, paragraph }: QuotedNote): Cited {
  return {
    article,
    paragraph,
    locator: findParagraph(article, paragraph)?.locator,
    read: new Date(note.savedAt),
  };
}

/** Notes as flashcards, a deck an article: the remark, or where it stands, on the front; the quotation behind it. */
export function notesAsFlashcards(words: Words, notes: readonly QuotedNote[]): readonly FlashcardDeck[] {
  const articles = [...new Set(notes.map(({ article }) => article))];
  return articles.map((article) => ({
    id: article.id,
    title: article.title,
    cards: notes
      .filter((note) => note.article === article)
      .map((quoted): Flashcard => {
        const cited = citedOf(quoted);
        return {
          kind: 'basic',
          id: `note ${quoted.note.id}`,
          front: quoted.note.remark ?? `${article.title}, ¶ ${quoted.paragraph}`,
          back: quoted.text,
          tags: ['note', article.id],
          citation: {
            plain: formatCitation(words, cited, 'plain'),
            markdown: formatCitation(words, cited, 'markdown'),
            ...(article.url !== undefined && { url: article.url }),
          },
        };
      }),
  }));
}
