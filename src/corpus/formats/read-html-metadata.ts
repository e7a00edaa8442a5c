import type { SourceMetadata } from '../draft.ts';
import type { HtmlDocument } from './html-document.ts';
import { collapseSpace } from './html-document.ts';
import { chooseHtmlTitle } from './choose-html-title.ts';
import { readByline, tidyName } from './read-byline.ts';

/** What a page says about itself in its head: meta tags, link tags and JSON-LD (schema.org Article). */
export function readHtmlMetadata(document: HtmlDocument, fetchedFrom: string | undefined): SourceMetadata {
  const jsonLd = readJsonLd(document);
  const author =
    meta(document, [
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'parsely-author',
      'citation_author',
      'byl',
    ]) ??
    textOf(jsonLd['author']) ??
    readByline(document);
  const published =
    meta(document, [
      'article:published_time',
      'date',
      'dc.date',
      'dcterms.date',
      'datePublished',
      'citation_publication_date',
      'parsely-pub-date',
    ]) ??
    textOf(jsonLd['datePublished']) ??
    publishedTime(document);
  const licence =
    meta(document, ['rights', 'copyright', 'dc.rights', 'dcterms.rights', 'license']) ??
    link(document, 'license') ??
    textOf(jsonLd['license']) ??
    textOf(jsonLd['copyrightNotice']);
  const url = pageUrl(document, fetchedFrom);
  return {
    ...(author === undefined || /^https?:/i.test(author) ? {} : { author: tidyName(author) }),
    ...(published === undefined ? {} : { published: /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? published }),
    ...(url === undefined ? {} : { url }),
    // The name of a site is no licence.
    ...(licence === undefined || /^[\w-]+(?:\.[\w-]+)+$/.test(licence)
      ? {}
      : { licence: wholeAddress(licence, url) }),
  };
}

/** The first date that is marked as that of the publication, not of a change. */
function publishedTime(document: HtmlDocument): string | undefined {
  const time = document.querySelector(
    'time[itemprop~="datePublished"], time[pubdate], time.published, time.dt-published',
  );
  return clean(time?.getAttribute('datetime'));
}

/** A link to a licence with its scheme; words stay as they are. */
function wholeAddress(licence: string, page: string | undefined): string {
  if (licence.startsWith('//')) return `https:${licence}`;
  if (!/^[./][^\s]*$/.test(licence) || page === undefined || !URL.canParse(licence, page)) return licence;
  return new URL(licence, page).href;
}

/** The title of the page without the site's name; undefined when it has none. */
export function readHtmlTitle(document: HtmlDocument): string | undefined {
  const named =
    meta(document, ['og:title', 'twitter:title', 'dc.title']) ?? textOf(readJsonLd(document)['headline']);
  return chooseHtmlTitle({
    title: named ?? clean(document.querySelector('head title')?.textContent),
    site: meta(document, ['og:site_name', 'application-name']),
    headings: [...document.querySelectorAll('h1, h2')].flatMap((each) => clean(each.textContent) ?? []),
  });
}

/** The address it was fetched from, or the one it names as its own on the same host. */
function pageUrl(document: HtmlDocument, fetchedFrom: string | undefined): string | undefined {
  const canonical = link(document, 'canonical') ?? meta(document, ['og:url']);
  const named =
    canonical !== undefined && URL.canParse(canonical, fetchedFrom)
      ? new URL(canonical, fetchedFrom)
      : undefined;
  if (named === undefined || !/^https?:$/.test(named.protocol)) return fetchedFrom;
  if (fetchedFrom === undefined || new URL(fetchedFrom).host === named.host) return named.href;
  return fetchedFrom;
}

function meta(document: HtmlDocument, names: readonly string[]): string | undefined {
  const tags = [...document.querySelectorAll('meta')];
  for (const name of names) {
    const tag = tags.find((each) =>
      ['name', 'property', 'itemprop'].some(
        (key) => each.getAttribute(key)?.toLowerCase() === name.toLowerCase(),
      ),
    );
    const content = clean(tag?.getAttribute('content'));
    if (content !== undefined) return content;
  }
  return undefined;
}

function link(document: HtmlDocument, relation: string): string | undefined {
  for (const element of document.querySelectorAll('link,a')) {
    if (element.getAttribute('rel')?.toLowerCase().split(/\s+/).includes(relation))
      return clean(element.getAttribute('href'));
  }
  return undefined;
}

function readJsonLd(document: HtmlDocument): Readonly<Record<string, unknown>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findArticle(JSON.parse(script.textContent ?? ''), 0);
      if (found) return found;
    } catch {
      // A page with broken JSON-LD is a page without it.
    }
  }
  return {};
}

function findArticle(value: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = findArticle(entry, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (/Article|Posting|Report/.test(JSON.stringify(record['@type'] ?? ''))) return record;
  return findArticle(record['@graph'], depth + 1);
}

/** A text, the `name` of a person, or several of them. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value))
    return clean(
      value
        .map(textOf)
        .filter((text) => text !== undefined)
        .join(', '),
    );
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
  return undefined;
}

function clean(text: string | null | undefined): string | undefined {
  const line = collapseSpace(text ?? '').slice(0, 500);
  return line === '' ? undefined : line;
}
