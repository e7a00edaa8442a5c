import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUTTONS, READING } from './act-buttons.ts';
import { CHANGES, THREADS } from './act-changes.ts';
import { FOLLOW_UPS, TALK } from './act-talk.ts';
import { textOf } from '../read-message.ts';
import { perform } from './perform.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Turn } from './turns.ts';

const ACTS = [TALK, FOLLOW_UPS, BUTTONS, READING, CHANGES, THREADS];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** `ada says “@bot hello!”: A greeting is no question.` */
function lineOf({ who, does, why }: Turn): string {
  const words = Object.entries(does).flatMap(([key, value]) => (key === does.kind ? [String(value)] : []));
  return `${who} ${does.kind} “${words.join(' ')}”. ${why}`;
}

describe.each(ACTS)('$name', ({ turns }) => {
  it.each(turns.map((turn) => [lineOf(turn), turn] as const))('%s', async (_line, turn) => {
    await perform(turn, stage);
  });
});

describe('Epilogue', () => {
  it('the bot has said nothing that the play does not speak of', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { discord, accounted, silent } = stage;
    const others = discord.botMessages().filter(({ id }) => !accounted.has(id));
    expect(others.map(textOf)).toEqual([]);
    for (const said of silent) expect(discord.reactions(said)).toEqual([]);
  });

  it('five people had at least sixty turns', () => {
    const turns = ACTS.flatMap((act) => act.turns);
    expect(turns.length).toBeGreaterThanOrEqual(60);
    expect(new Set(turns.map(({ who }) => who)).size).toBe(5);
  });
});
