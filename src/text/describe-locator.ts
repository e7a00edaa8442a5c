import type { Locator } from '../domain/article.ts';

/** 'page 12, section 3.2' or 'at 1:02:45, Ida Holm'; undefined where the source has no such places. */
export function describeLocator(locator: Locator | undefined): string | undefined {
  if (locator === undefined) return undefined;
  const { page, section, time, speaker } = locator;
  const parts = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(section === undefined ? [] : [`section ${section}`]),
    ...(time === undefined ? [] : [`at ${time}`]),
    ...(speaker === undefined ? [] : [speaker]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
