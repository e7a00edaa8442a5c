import { expect, it } from 'vitest';
import { runKillTrials, tideSentence } from './kill-trial.ts';

/** Each trial takes a few seconds; the script that checks a release asks for more of them. */
const TRIALS = Number(process.env['KILL_TRIALS'] ?? 3);

it(
  'answers from the generation before or the new one, whenever the indexer is killed',
  { timeout: 30_000 + TRIALS * 30_000 },
  async () => {
    const { trials, left } = await runKillTrials(TRIALS, 7);
    expect(trials).toHaveLength(TRIALS);
    let before = 100;
    for (const [i, trial] of trials.entries()) {
      const tide = 101 + i;
      expect([String(before), String(tide)], JSON.stringify(trial)).toContain(trial.indexed);
      // `ask` has brought the index up to date by itself.
      expect(trial, JSON.stringify(trial)).toMatchObject({ code: 0 });
      expect(trial.quoted).toContain(tideSentence(String(tide)));
      before = tide;
    }
    expect(left.filter((name) => name.startsWith('building-'))).toEqual([]);
    expect(left).toHaveLength(3);
  },
);
