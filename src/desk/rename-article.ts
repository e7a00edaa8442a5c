import { parseArticle } from '../corpus/parse-article.ts';
import { retitleMarkdown } from '../corpus/retitle-markdown.ts';
import { oneLine } from '../corpus/tidy-characters.ts';
import type { DeskDone, DeskRef, DeskRefusal, Indexed } from '../domain/desk.ts';
import type { DeskContext } from './desk-context.ts';
import { MAX_TITLE, refuse } from './refuse.ts';

/** Gives the article another title; its id and its text stay. */
export async function renameArticle(
  ref: DeskRef,
  wanted: string,
  { shelf }: DeskContext,
): Promise<Omit<DeskDone, keyof Indexed> | DeskRefusal> {
  const title = oneLine(wanted);
  if (title === '' || title.length > MAX_TITLE) return refuse('title');
  const bytes = await shelf.read(ref);
  if (!bytes) return refuse('unknown');
  const markdown = retitleMarkdown(new TextDecoder().decode(bytes), title);
  requireSame(ref, { bytes, markdown, title });
  await shelf.replace(ref, markdown);
  return { kind: 'done', article: { id: ref.id, title } };
}

/** What is quoted must not change because of a title. */
function requireSame(
  { id }: DeskRef,
  {
    bytes,
    markdown,
    title,
  }: { readonly bytes: Uint8Array; readonly markdown: string; readonly title: string },
): void {
  const path = `${id}.md`;
  const { article: before } = parseArticle({ path, bytes });
  const { article: after } = parseArticle({ path, bytes: new TextEncoder().encode(markdown) });
  if (after.title !== title || after.text !== before.text)
    throw new Error(`The title of ${id} cannot be changed without changing its text.`);
}
