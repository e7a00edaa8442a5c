import type { Locator, ParagraphRole } from '../domain/article.ts';

/**
 * What Markdown has no syntax for is written as a comment above its block: `<!-- caption -->`, `<!-- page 12 -->`,
 * `<!-- time 1:02:45, Ida Holm -->`. A page holds until the next one; the rest is about the next block alone.
 */
export interface BlockNote {
  readonly role?: ParagraphRole | 'prose';
  readonly locator?: Locator;
}

const ROLES: Readonly<Record<string, BlockNote['role']>> = {
  prose: 'prose',
  item: 'item',
  row: 'row',
  definition: 'definition',
  field: 'field',
  caption: 'caption',
  code: 'code',
  reference: 'reference',
  contents: 'contents',
};

/** The note that a comment holds; undefined when it is any other comment. */
export function readBlockNote(html: string): BlockNote | undefined {
  const content = /^<!-- ([^\n]+) -->$/.exec(html.trim())?.[1];
  if (content === undefined) return undefined;
  const role = ROLES[content];
  if (role !== undefined) return { role };
  const page = /^page (\d{1,6})$/.exec(content)?.[1];
  if (page !== undefined) return { locator: { page: Number(page) } };
  const spoken = /^time (\d+(?::\d\d){1,2})(?:, (.+))?$/.exec(content);
  const [, time, speaker] = spoken ?? [];
  if (time !== undefined) return { locator: { time, ...(speaker === undefined ? {} : { speaker }) } };
  const named = /^speaker (.+)$/.exec(content)?.[1];
  return named === undefined ? undefined : { locator: { speaker: named } };
}

/** The comments that `readBlockNote` reads back as this. A comment may not hold two hyphens. */
export function writeBlockNotes({ role, locator }: BlockNote): readonly string[] {
  const speaker = locator?.speaker?.replace(/-{2,}|[<>\n]/g, ' ').trim() ?? '';
  return [
    ...(locator?.page === undefined ? [] : [`page ${locator.page}`]),
    ...(locator?.time === undefined ? [] : [`time ${locator.time}${speaker === '' ? '' : `, ${speaker}`}`]),
    ...(locator?.time === undefined && speaker !== '' ? [`speaker ${speaker}`] : []),
    ...(role === undefined ? [] : [role]),
  ].map((content) => `<!-- ${content} -->`);
}
