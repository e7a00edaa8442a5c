import { describe, expect, it, onTestFinished } from 'vitest';
import type { Layout } from '../../../src/domain/layout.ts';
import { LAYOUTS } from '../../../src/domain/layout.ts';
import { createMemoryQuizStore } from '../../doubles/memory-quiz-store.ts';
import { createMemoryReadingStore } from '../../doubles/memory-reading-store.ts';
import { createMemorySettingsStore } from '../../doubles/memory-settings-store.ts';
import { createTestMemory, textOf } from '../bot-under-test.ts';
import { answersFor, layQuizTable } from './quiz-table.ts';
import { openReadingRoom } from './reading-room.ts';

const COMPONENTS_V2 = 1 << 15;
const AUTHOR = { by: 'ada', at: '2026-03-23T09:00:00Z' };

const layoutOf = ({ flags = 0 }: { readonly flags?: number }): Layout =>
  (flags & COMPONENTS_V2) === 0 ? 'embeds' : 'components';

/** A quiz and a reading in a server whose managers want the other layout than the operator. */
describe.each(LAYOUTS)('what goes on in a channel of a server that wants %s', (wanted) => {
  const layout = wanted === 'embeds' ? 'components' : 'embeds';

  async function openQuiz() {
    const [settings, quizzes] = [createMemorySettingsStore(), createMemoryQuizStore()];
    const memory = createTestMemory(undefined, { settings, quizzes });
    const table = await layQuizTable({ store: quizzes, bot: { layout, memory } });
    onTestFinished(() => table.test.close());
    const want = async (next: Layout | undefined) => {
      await memory.settings.change(table.discord.guild().id, { layout: next }, AUTHOR);
    };
    return { table, want };
  }

  it('is a quiz in that layout from the first question to the scores', async () => {
    const { table, want } = await openQuiz();
    await want(wanted);
    const { press, told, shows } = table;
    const first = await table.start({ rounds: 1, seconds: 0 });
    expect(layoutOf(first)).toBe(wanted);
    await told(press('bob', first, answersFor(first).right));
    await press('ada', first, 'Reveal').acknowledged();
    expect(layoutOf(await shows('Right:'))).toBe(wanted);
    await press('ada', await shows('Right:'), 'To the scores').acknowledged();
    expect(layoutOf(await shows('The quiz is over'))).toBe(wanted);
  });

  it('reveals a question that was asked before they wanted that', async () => {
    const { table, want } = await openQuiz();
    const { press, told, shows } = table;
    const first = await table.start({ rounds: 1, seconds: 0 });
    expect(layoutOf(first)).toBe(layout);
    await want(wanted);
    await told(press('bob', first, answersFor(first).right));
    await press('ada', first, 'Reveal').acknowledged();
    const revealed = await shows('Right:');
    expect(revealed.id).toBe(first.id);
    expect(textOf(revealed)).toContain('¶');
  });

  it('is a reading in that layout', async () => {
    const [settings, readings] = [createMemorySettingsStore(), createMemoryReadingStore()];
    const memory = createTestMemory(undefined, { settings, readings });
    const room = await openReadingRoom({ store: readings, bot: { layout, memory } });
    onTestFinished(() => room.test.close());
    await memory.settings.change(room.discord.guild().id, { layout: wanted }, AUTHOR);
    await room.start();
    expect(new Set(room.posted().map(layoutOf))).toEqual(new Set([wanted]));
  });
});
