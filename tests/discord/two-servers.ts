import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openServerShelf } from '../../src/adapters/import/server-shelf.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleScope } from '../../src/domain/article-scope.ts';
import type { Card } from '../../src/domain/card.ts';
import { VerbatimError } from '../../src/domain/errors.ts';
import type { ArticleDesk } from '../../src/domain/ports/article-desk.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { articleRef } from '../../src/discord/messages/quote-ref.ts';
import { paragraphsOf } from '../../src/domain/article.ts';
import { shortHash } from '../../src/text/short-hash.ts';
import { articleFrom } from '../corpus/parse-text.ts';
import type { Discord } from '../discord-standin/driver.ts';
import { cardOf } from '../doubles/article-cards.ts';
import { createHashEmbedder } from '../doubles/hash-embedder.ts';
import { createMemoryStore } from '../doubles/memory-store.ts';
import { createPassingTime } from '../doubles/passing-time.ts';
import { libraryOver } from '../library-over.ts';
import { makeTempFolder } from '../temp-folder.ts';
import { createTestMemory, startBotUnderTest } from './bot-under-test.ts';
import type { BotUnderTest } from './bot-under-test.ts';

const NORTH =
  '---\ntitle: Ledger of Norwick\naliases:\n  NL: Norwick lamp\n---\n# The Norwick cranes\n\nThe cranes were counted by Ada Lund of Norwick. Lund wrote that the Norwick lamp drew moths. The crane keeper slept at Norwick in winter.';
/** Built like the northern one: whatever finds the one finds the other. */
const SOUTH =
  '---\ntitle: Ledger of Sallow\naliases:\n  NL: Sallow lamp\n  GS: garden sheds\n---\n# The Sallow cranes\n\nThe cranes were counted by Oda Sund of Sallow. Sund wrote that the Sallow lamp drew moths. The crane keeper slept at Sallow in winter.';

export const OPEN = articleFrom(
  'seals.md',
  '---\ntitle: Grey seals\naliases:\n  GS: grey seals\n---\n# The island\n\nGrey seals rest on Hollow Island. Edda Moor counted 412 grey seals in 1999.',
);
export const IN_NORTH = articleFrom('north.md', NORTH);
export const IN_SOUTH = articleFrom('south.md', SOUTH);
/** What only that article has; nobody in the tests types it. */
export const SECRET = { north: /Norwick|Lund/u, south: /Sallow|Sund/u };

/** A place where somebody asks: a server's channel, direct messages, a server or a group that the bot is not in. */
export type Place = 'north' | 'south' | 'direct' | 'away' | 'group';

export interface Scene {
  readonly test: BotUnderTest;
  readonly discord: Discord;
  readonly scopes: Map<string, ArticleScope>;
  readonly store: Store;
}

/** Two servers with an article each, and one for everybody. */
export async function openServers(
  articles: readonly Article[],
  openInDirect: readonly string[] = [],
): Promise<Scene> {
  const scopes = new Map<string, ArticleScope>();
  const { libraryFor } = await libraryOver(articles, {
    scopeOf: ({ id }) => scopes.get(id) ?? 'public',
  });
  const store = createMemoryStore();
  const shelf = openServerShelf(join(await makeTempFolder(), 'corpus'));
  const test = await startBotUnderTest({
    bot: {
      libraryFor,
      memory: createTestMemory(store.exchanges, store),
      openInDirect: () => Promise.resolve(openInDirect.flatMap((id) => scopes.get(id) ?? [])),
      articles: createTestDesk(shelf, store),
      embedQuestion: async (text) => (await createHashEmbedder().encodeQuestion(text)).vector,
      practice: { cardsOf: (library, id) => Promise.resolve(cardsOf(library.article(id))) },
      time: createPassingTime(),
    },
    discord: {
      guilds: [
        { name: 'North', channels: ['north'], strangers: ['mallory'] },
        { name: 'South', channels: ['south'] },
        { name: 'Away', channels: ['away'], botIsMember: false },
      ],
    },
    async prepare(discord) {
      const [north, south] = [discord.guild('North').id, discord.guild('South').id];
      scopes.set('north', [north]);
      // It was a member of the third once; who brings it along there is not that server.
      scopes.set('south', [south, discord.guild('Away').id]);
      if (articles.includes(IN_NORTH)) await shelf.create({ serverId: north, id: 'north' }, NORTH);
      if (articles.includes(IN_SOUTH)) await shelf.create({ serverId: south, id: 'south' }, SOUTH);
    },
  });
  onTestFinished(() => test.close());
  return { test, discord: test.discord, scopes, store };
}

/** The real desk and shelf; nothing is imported, and the index stays as it is. */
function createTestDesk(shelf: ReturnType<typeof openServerShelf>, store: Store): ArticleDesk {
  return createDesk({
    shelf,
    store: store.desk,
    editions: store.editions,
    indexer: { update: () => Promise.resolve(), dropOlder: () => Promise.resolve() },
    importSource: () => Promise.reject(new VerbatimError('import-failed', 'It cannot be read.')),
    fetchPage: undefined,
    limits: { articles: 5, words: 1000, addsADay: 10 },
    now: () => new Date('2026-05-01T10:00:00Z'),
    makeSuffix: () => 'aaaaaaaa',
    onFailed: () => undefined,
  });
}

/** One, so that a quiz asks the same each time: the name in the sentence with ‘counted’. */
export function cardsOf(article: Article | undefined): readonly Card[] {
  if (!article) return [];
  const sentence = paragraphsOf(article)
    .flatMap(({ sentences }) => sentences.map(({ start, end }) => article.text.slice(start, end)))
    .find((text) => text.includes('counted'));
  const answer = /Ada Lund|Oda Sund|Edda Moor/u.exec(sentence ?? '')?.[0];
  return sentence !== undefined && answer !== undefined ? [cardOf(article, { sentence, answer })] : [];
}

/** Where the article's first sentence stands. */
export function quoteOf(article: Article) {
  const start = article.text.indexOf('The cranes were counted by');
  const end = article.text.indexOf('.', start) + 1;
  const hash = shortHash(article.text.slice(start, end));
  return { article: articleRef(article), paragraph: 1, start, end, hash };
}

/** All that the bot sent, without what is new in every run: ids, and tokens that hold them. */
export function sentIn({ discord }: Pick<Scene, 'discord'>, since = 0): string {
  const bodies = discord.requests
    .slice(since)
    .filter(
      ({ method, path }) => method !== 'GET' && !path.endsWith('/commands') && !path.endsWith('/typing'),
    )
    .map(
      ({ method, path, body }) =>
        `${method} ${path.replace(/^\/webhooks\/.*?\/messages/u, '/messages')} ${JSON.stringify(body)}`,
    )
    .map((line) =>
      line
        .replaceAll(/\b\d{17,20}\b/gu, 'ID')
        .replaceAll(/\/(?:interactions|webhooks)\/\S+/gu, '/TOKEN')
        .replaceAll(/"custom_id":"1\.([a-z])\.[0-9a-z]*/gu, '"custom_id":"1.$1.OWNER')
        // Of a question without an answer, by the machine's clock.
        .replaceAll(/\bID\.\d{13}\b/gu, 'ID.MOMENT')
        .replaceAll(/\b(?:[0-9a-f]{16}|[0-9a-f]{10})\b/gu, 'HEX'),
    );
  return [...bodies, JSON.stringify(discord.presence)].join('\n');
}
