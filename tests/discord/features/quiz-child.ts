import { join } from 'node:path';
import pino from 'pino';
import { openMemory } from '../../../src/app/open-memory.ts';
import { startBot } from '../../../src/discord/start-bot.ts';
import { lighthouseCards } from '../../doubles/article-cards.ts';
import { createLibraryDouble } from '../../doubles/library.ts';
import { TOKEN } from '../bot-under-test.ts';

/** A bot as a process of its own, with a store on the disk and cards of the double's article. */
const [apiBase = '', folder = ''] = process.argv.slice(2);
const logger = pino({ level: 'info' });
const library = createLibraryDouble();
await startBot({
  token: TOKEN,
  apiBase,
  libraryFor: () => library,
  memory: await openMemory(
    { storeLocation: join(folder, 'verbatim.db'), keepExchangesDays: 30, keepGapsDays: 90 },
    logger,
  ),
  practice: {
    cardsOf: (_, id) => {
      const article = library.article(id);
      return Promise.resolve(article ? lighthouseCards(article) : []);
    },
  },
  logger,
  cooldown: { burst: 0, seconds: 0 },
  keptDays: { exchanges: 30, gaps: 90, server: 30 },
  onFatal: ({ message }) => {
    throw new Error(message);
  },
});
