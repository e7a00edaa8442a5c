import type { HtmlElement } from './html-document.ts';

const BY_NAME: Readonly<Record<string, string>> = {
  nav: 'navigation',
  aside: 'aside',
  footer: 'page footer',
  dialog: 'dialog',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'page header',
  contentinfo: 'page footer',
  complementary: 'aside',
  search: 'search form',
  dialog: 'dialog',
};

/** Names that page builders give to what is not the article. */
const BY_CLASS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /cookie|consent|gdpr/i, reason: 'cookie notice' },
  {
    pattern: /(?:^|[\s_-])(?:ad|ads|advert|advertisement|promo|promotion|sponsored?)(?:$|[\s_-])/i,
    reason: 'advert',
  },
  { pattern: /newsletter|signup|sign-up|subscribe|paywall/i, reason: 'advert' },
  { pattern: /(?:^|[\s_-])(?:share|sharing|social)(?:$|[\s_-])|sharedaddy/i, reason: 'share line' },
  { pattern: /related|recommend|read-?more|most-?read|trending/i, reason: 'related articles' },
  {
    pattern: /breadcrumb|navbar|(?:^|[\s_-])(?:nav|menu|sidebar|skip-link)(?:$|[\s_-])/i,
    reason: 'navigation',
  },
  { pattern: /(?:^|[\s_-])comments?(?:$|[\s_-])/i, reason: 'reader comments' },
];

/** What part of a page an element is, when it is not the main text; undefined otherwise. */
export function regionOf(element: HtmlElement): string | undefined {
  const name = element.localName;
  // Whole pages carry such class names too ('has-sidebar').
  if (['html', 'body', 'main', 'article', 'span'].includes(name)) return undefined;
  if (
    element.hasAttribute('hidden') ||
    /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
  )
    return 'hidden text';
  const byRole = BY_ROLE[element.getAttribute('role') ?? ''] ?? BY_NAME[name];
  if (byRole !== undefined) return byRole;
  if (name === 'header' && element.querySelector('nav') !== null) return 'page header';
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return BY_CLASS.find(({ pattern }) => pattern.test(names))?.reason;
}
