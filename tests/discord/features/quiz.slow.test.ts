import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { startDiscordStandIn } from '../../discord-standin/start-standin.ts';
import { makeTempFolder } from '../../temp-folder.ts';
import { plainTextOf, TOKEN } from '../bot-under-test.ts';
import { buttonLabels } from '../read-message.ts';
import { answersFor, layQuizTable } from './quiz-table.ts';
import { createBotChildren, killNow } from './bot-children.ts';

const PLAYERS = 30;

it(
  'goes on after kill -9 in the middle of a round, and nothing shows twice',
  { timeout: 120_000 },
  async () => {
    const folder = await makeTempFolder();
    const discord = await startDiscordStandIn({ token: TOKEN });
    const children = createBotChildren(discord, folder, 'quiz');
    const posted = () => discord.messages().filter(({ flags = 0 }) => (flags & 64) === 0);
    const press = async (name: string, label: string) => {
      const [round] = posted();
      const handle = discord.click({ user: discord.user(name), message: round, label });
      return plainTextOf((await handle.settled({ timeoutMs: 20_000 })).message);
    };
    try {
      const first = await children.start();
      const call = { user: discord.user('ada'), name: 'quiz start', options: { seconds: 0, rounds: 2 } };
      await discord.slash(call).settled({ timeoutMs: 20_000 });
      const { right, wrong } = answersFor(posted()[0]);
      expect(await press('ada', right)).toContain('Your answer is in');
      await killNow(first);
      await children.start();
      expect(await press('ada', wrong)).toContain('the first answer counts');
      expect(await press('bob', right)).toContain('Your answer is in');
      await discord
        .click({ user: discord.user('ada'), message: posted()[0], label: 'Reveal' })
        .acknowledged();
      await expect
        .poll(() => plainTextOf(posted()[0]), { timeout: 20_000 })
        .toMatch(/Right: <@\d+> and <@\d+>/u);
      expect(posted()).toHaveLength(1);
    } finally {
      children.killAll();
      await discord.close();
    }
    discord.expectNoViolations();
  },
);

it(`takes ${PLAYERS} answers within a second, each once`, { timeout: 60_000 }, async () => {
  const store = await openStore(join(await makeTempFolder(), 'verbatim.db'));
  const table = await layQuizTable({ store: store.quizzes });
  const { discord, time } = table;
  const round = await table.start({ seconds: 0 });
  const labels = buttonLabels(round).filter((label) => label !== 'Reveal');
  const players = Array.from({ length: PLAYERS }, (_, index) => `player${index}`);
  // Everybody presses twice.
  const handles = [...players, ...players].map((name, index) =>
    table.press(name, round, labels[index % labels.length] ?? ''),
  );
  const ticking = setInterval(() => {
    time.pass(100);
  }, 100);
  const told = await Promise.all(handles.map((handle) => table.told(handle)));
  expect(told.filter((text) => text.includes('Your answer is in'))).toHaveLength(PLAYERS);
  expect(told.filter((text) => text.includes('the first answer counts'))).toHaveLength(PLAYERS);
  expect(Math.max(...handles.map(({ ackMs }) => ackMs ?? Infinity))).toBeLessThan(3000);
  await table.shows(`${PLAYERS} answers`);
  clearInterval(ticking);
  const edits = discord.requests.filter(
    ({ method, path }) => method === 'PATCH' && path.includes('/messages/'),
  );
  expect(edits.length).toBeLessThan(12);
  await table.press('ada', round, 'Reveal').acknowledged();
  await table.shows('Right:');
  await table.test.close();
  await store.close();
});
