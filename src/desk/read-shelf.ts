import { setImmediate } from 'node:timers/promises';
import { parseArticle } from '../corpus/parse-article.ts';
import type { Article } from '../domain/article.ts';
import { paragraphsOf } from '../domain/article.ts';
import type { DeskArticle, DeskRef } from '../domain/desk.ts';
import type { ServerShelf } from '../domain/ports/server-shelf.ts';
import { countWords } from '../text/count-words.ts';

/** An article of a server, as far as lists and limits need it. */
export type Shelved = Pick<DeskArticle, 'id' | 'title' | 'paragraphs' | 'words' | 'url'>;

/** The shelf as articles. */
export interface ShelfReader {
  read(ref: DeskRef): Promise<Article | undefined>;
  /** Of what was set aside. */
  readAside(ref: DeskRef): Promise<Article | undefined>;
  /** Every article of the server, sorted by title. */
  list(serverId: string): Promise<readonly Shelved[]>;
  /** The id of the server's article with exactly this text. */
  findText(serverId: string, text: string): Promise<Shelved | undefined>;
}

/** What was made of a file; parsed anew when its bytes are others. */
interface Remembered {
  readonly bytes: Uint8Array;
  readonly shelved: Shelved;
  readonly textLength: number;
}

/** Files that are remembered with their bytes: those of a few servers that are being worked at. */
const REMEMBERED = 200;

export function createShelfReader(shelf: ServerShelf): ShelfReader {
  const remembered = new Map<string, Remembered>();

  async function recall(ref: DeskRef): Promise<Remembered | undefined> {
    const bytes = await shelf.read(ref);
    if (!bytes) return undefined;
    const key = `${ref.serverId}/${ref.id}`;
    const known = remembered.get(key);
    remembered.delete(key);
    const fresh = known && Buffer.compare(known.bytes, bytes) === 0 ? known : summarise(ref, bytes);
    remembered.set(key, fresh);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return fresh;
  }

  async function recallAll(serverId: string): Promise<readonly Remembered[]> {
    const found: Remembered[] = [];
    for (const id of await shelf.list(serverId)) {
      const one = await recall({ serverId, id });
      if (one) found.push(one);
      // Parsing many must not keep a question waiting.
      await setImmediate();
    }
    return found;
  }

  return {
    read: async (ref) => parseIfThere(ref, await shelf.read(ref)),
    readAside: async (ref) => parseIfThere(ref, await shelf.readAside(ref)),
    list: async (serverId) =>
      (await recallAll(serverId))
        .map(({ shelved }) => shelved)
        .sort((a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id)),
    async findText(serverId, text) {
      for (const { bytes, shelved, textLength } of await recallAll(serverId)) {
        if (textLength === text.length && parse({ serverId, id: shelved.id }, bytes).text === text)
          return shelved;
      }
      return undefined;
    },
  };
}

function summarise(ref: DeskRef, bytes: Uint8Array): Remembered {
  const article = parse(ref, bytes);
  return { bytes, shelved: summariseArticle(article), textLength: article.text.length };
}

export function summariseArticle(article: Article): Shelved {
  return {
    id: article.id,
    title: article.title,
    paragraphs: paragraphsOf(article).length,
    words: countWords(article.text),
    ...(article.url === undefined ? {} : { url: article.url }),
  };
}

function parseIfThere(ref: DeskRef, bytes: Uint8Array | undefined): Article | undefined {
  return bytes && parse(ref, bytes);
}

/** Whoever edits a file by hand may give it another id; here it has that of its file. */
function parse(ref: DeskRef, bytes: Uint8Array): Article {
  const { article } = parseArticle({ path: `servers/${ref.serverId}/${ref.id}.md`, bytes });
  return article.id === ref.id ? article : { ...article, id: ref.id };
}
