import type { Locator } from '../domain/article.ts';
import type { Words } from '../words/words.ts';

/** 'page 12, section 3.2' or 'at 1:02:45, Ida Holm'; undefined where the source has no such places. */
export function describeLocator(words: Words, locator: Locator | undefined): string | undefined {
  if (locator === undefined) return undefined;
  const { page, section, time, speaker } = locator;
  const parts = [
    ...(page === undefined ? [] : [words('quotation.page', { page: String(page) })]),
    ...(section === undefined ? [] : [words('quotation.section', { section })]),
    ...(time === undefined ? [] : [words('quotation.time', { time })]),
    ...(speaker === undefined ? [] : [speaker]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
