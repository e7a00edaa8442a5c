import type { Article, Locator } from '../domain/article.ts';
import type { Words } from '../words/words.ts';
import { readAuthors } from './read-authors.ts';
import type { AuthorName } from './read-authors.ts';
import { formatDay, readDay } from './read-day.ts';
import type { Day } from './read-day.ts';

/** As a person may choose them, in the order of the menu. */
export const CITATION_STYLES = ['plain', 'markdown', 'apa', 'mla', 'bibtex'] as const;
/** APA after its 7th edition, MLA after its 9th; `bibtex` is an `@online` entry. */
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What a citation names: a place in an article, and when it was read there. */
export interface Cited {
  readonly article: Pick<Article, 'id' | 'title' | 'author' | 'published' | 'url'>;
  readonly paragraph: number;
  readonly locator?: Locator | undefined;
  readonly read: Date;
}

/**
 * A ready line, or for APA and MLA the entry and below it what stands in the text, which are English by their rules, as
 * BibTeX is; `words` say the rest. The styles are those for a page of
 * the web: APA, 7th edition, 10.16; MLA, 9th edition, 5.25; BibTeX's `@online`. Processors of every style rest on
 * citeproc, whose licences (CPAL, AGPL) do not fit MIT.
 */
export function formatCitation(words: Words, cited: Cited, style: CitationStyle): string {
  const facts = factsOf(cited);
  switch (style) {
    case 'plain':
      return sentence(
        words,
        [namesOf(facts), `“${facts.title}”`, cited.article.published, placeOf(words, cited), facts.url],
        cited.read,
      );
    case 'markdown': {
      const title = `“${escapeBrackets(facts.title)}”`;
      const { url } = cited.article;
      const linked = url === undefined ? title : `[${title}](${url.replace(/[()]/gu, encodeBracket)})`;
      const parts = [namesOf(facts), linked, cited.article.published, placeOf(words, cited)];
      return sentence(words, parts, cited.read);
    }
    case 'apa':
      return formatApa(cited, facts);
    case 'mla':
      return formatMla(cited, facts);
    case 'bibtex':
      return formatBibtex(cited, facts);
  }
}

interface Facts {
  readonly title: string;
  readonly authors: readonly AuthorName[];
  /** Absent where the article has no date that can be read as one. */
  readonly published: Day | undefined;
  readonly read: Day;
  readonly url: string | undefined;
}

function factsOf({ article, read }: Cited): Facts {
  return {
    title: article.title.replace(/\s+/gu, ' ').trim(),
    authors: readAuthors(article.author),
    published: readDay(article.published),
    read: { year: read.getUTCFullYear(), month: read.getUTCMonth() + 1, day: read.getUTCDate() },
    url: article.url,
  };
}

/** 'Ada Moor, “Of seals”, 2024-11-30, ¶ 3, https://… (read 25 November 2026)' */
function sentence(words: Words, parts: readonly (string | undefined)[], read: Date): string {
  const filled = parts.filter((part) => part !== undefined && part !== '');
  return `${filled.join(', ')} (${words('lookup.citationRead', { day: words.date(read) })})`;
}

function formatApa({ paragraph, locator }: Cited, { title, authors, published, read, url }: Facts): string {
  const names = joinNames(
    authors.map(({ family, initials }) => [family, initials].filter(Boolean).join(', ')),
    '&',
  );
  const date = published ? formatDay(published, 'year-first') : 'n.d.';
  const from = url === undefined ? '' : ` Retrieved ${formatDay(read, 'american')}, from ${url}`;
  const entry =
    names === ''
      ? `${endSentence(title)} (${date}).`
      : `${endSentence(names)} (${date}). ${endSentence(title)}`;
  const place = locator?.page === undefined ? `para. ${paragraph}` : `p. ${locator.page}`;
  const who = names === '' ? `“${title}”` : shortNames(authors, '&');
  return `${entry}${from}\n(${who}, ${published?.year ?? 'n.d.'}, ${place})`;
}

function formatMla({ paragraph, locator }: Cited, { title, authors, published, read, url }: Facts): string {
  const [first, ...others] = authors;
  const names = first
    ? joinNames(
        [[first.family, first.given].filter(Boolean).join(', '), ...others.map(({ full }) => full)],
        'and',
      )
    : '';
  const source = [published && formatDay(published, 'short'), url].filter(Boolean).join(', ');
  const entry = [names, `“${endSentence(title)}”`, source, `Accessed ${formatDay(read, 'short')}`]
    .filter(Boolean)
    .map((part) => (part.endsWith('”') ? part : endSentence(part)))
    .join(' ');
  const place = locator?.page === undefined ? `par. ${paragraph}` : String(locator.page);
  return `${entry}\n(${first ? `${shortNames(authors, 'and')}, ` : `“${title}”, `}${place})`;
}

function formatBibtex({ article, paragraph, locator }: Cited, facts: Facts): string {
  const { published, read, authors } = facts;
  const fields = {
    author: authors.map(bibtexName).join(' and '),
    title: `{${escapeTex(facts.title)}}`,
    date: published ? isoOf(published) : '',
    url: facts.url?.replace(/[{}\\\s]/gu, encodeURIComponent) ?? '',
    urldate: isoOf(read),
    note: [`Paragraph ${paragraph}`, ...(locator?.page === undefined ? [] : [`page ${locator.page}`])].join(
      ', ',
    ),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === '' || value === '{}' ? [] : [`  ${name} = {${value}},`],
  );
  return [`@online{${keyOf(article.id, published)},`, ...lines, '}'].join('\n');
}

/** A name that is not a person's stands in braces of its own, so that it is not taken apart. */
function bibtexName({ family, given, full }: AuthorName): string {
  return given === undefined ? `{${escapeTex(full)}}` : `${escapeTex(family)}, ${escapeTex(given)}`;
}

function keyOf(id: string, published: Day | undefined): string {
  const name = id
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9-]+/gu, '')
    .slice(0, 60);
  return `${name === '' ? 'article' : name}${published?.year ?? ''}`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#^_%~]/gu, (character) => TEX[character] ?? `\\${character}`);
}

function isoOf({ year, month, day }: Day): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function namesOf({ authors }: Facts): string {
  return authors.map(({ full }) => full).join(', ');
}

function placeOf(words: Words, { paragraph, locator }: Cited): string {
  return [
    `¶ ${paragraph}`,
    ...(locator?.page === undefined ? [] : [words('quotation.page', { page: String(locator.page) })]),
    ...(locator?.time === undefined ? [] : [locator.time]),
  ].join(', ');
}

/** 'Moor', 'Moor & Pell', 'Moor et al.' */
function shortNames(authors: readonly AuthorName[], joint: '&' | 'and'): string {
  const families = authors.map(({ family }) => family);
  return families.length > 2 ? `${families[0] ?? ''} et al.` : families.join(` ${joint} `);
}

/** 'Moor, A., Pell, J., & Finch, M.' */
function joinNames(names: readonly string[], joint: '&' | 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, ${joint} ${names.at(-1) ?? ''}`;
}

function endSentence(text: string): string {
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

function escapeBrackets(text: string): string {
  return text.replace(/[[\]\\]/gu, '\\$&');
}

function encodeBracket(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}
