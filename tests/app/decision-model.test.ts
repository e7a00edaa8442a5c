import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { READER_DECISION_MODEL, readDecisionModel } from '../../src/app/decision-model.ts';
import { makeTempFolder } from '../temp-folder.ts';

const SHIPPED = new URL('../../src/answering/decision-model.json', import.meta.url);
const looseModel = z.looseObject({
  signals: z.record(z.string(), z.record(z.string(), z.number())),
  thresholds: z.record(z.string(), z.record(z.string(), z.number())),
});
type LooseModel = z.infer<typeof looseModel>;

/** A copy of the shipped file, changed. */
async function writeModel(change: (model: LooseModel) => unknown): Promise<string> {
  const path = join(await makeTempFolder(), 'decision-model.json');
  const shipped = looseModel.parse(JSON.parse(await readFile(SHIPPED, 'utf8')));
  await writeFile(path, JSON.stringify(change(shipped)));
  return path;
}

describe('readDecisionModel', () => {
  it('reads the file that is shipped', async () => {
    const { bias, signals, thresholds } = await readDecisionModel();
    expect(bias).not.toBeNaN();
    expect(signals.maxSim.deviation).toBeGreaterThan(0);
    expect(thresholds.strict.weak).toBeGreaterThanOrEqual(thresholds.lenient.weak);
  });

  it('reads the one for answers with a reader, which says how much the reader counts', async () => {
    const { reading, thresholds } = await readDecisionModel(READER_DECISION_MODEL);
    expect(reading?.margin).toBeGreaterThanOrEqual(0);
    expect(reading?.limit).toBeGreaterThan(0);
    expect(thresholds.strict.strong).toBeGreaterThanOrEqual(thresholds.lenient.strong);
  });

  it('says how to restore the very file that is damaged', async () => {
    const path = join(await makeTempFolder(), 'reader-decision-model.json');
    await writeFile(path, '{}');
    await expect(readDecisionModel(path)).rejects.toThrow(
      'git checkout -- src/answering/reader-decision-model.json',
    );
  });

  it.each<[string, (model: LooseModel) => unknown, RegExp]>([
    [
      'lacks a signal',
      ({ signals: { margin, ...signals }, ...rest }) => ({ ...rest, margin, signals }),
      /signals\.margin/,
    ],
    [
      'lacks a level',
      ({ thresholds: { strict, ...thresholds }, ...rest }) => ({ ...rest, strict, thresholds }),
      /thresholds\.strict/,
    ],
    [
      'would divide by nothing',
      (model) => ({ ...model, signals: { ...model.signals, dense: { mean: 0, deviation: 0, weight: 1 } } }),
      /signals\.dense\.deviation/,
    ],
    ['has a word for a number', (model) => ({ ...model, bias: 'low' }), /bias/],
    [
      'asks less of a sure answer',
      (model) => ({ ...model, thresholds: { ...model.thresholds, lenient: { weak: 0.9, strong: 0.1 } } }),
      /thresholds\.lenient: weak is above strong/,
    ],
    ['is a list', () => [], /decision-model\.json/],
  ])('refuses one that %s, naming the place and what to run', async (_, change, place) => {
    const attempt = readDecisionModel(await writeModel(change));
    await expect(attempt).rejects.toMatchObject({ name: 'VerbatimError', code: 'decision-damaged' });
    await expect(attempt).rejects.toThrow(place);
    await expect(attempt).rejects.toThrow(/git checkout .*npm run calibrate/);
  });

  it('refuses one that is cut off or missing', async () => {
    const folder = await makeTempFolder();
    await expect(readDecisionModel(join(folder, 'none.json'))).rejects.toThrow(/none\.json/);
    const path = join(folder, 'cut.json');
    await writeFile(path, (await readFile(SHIPPED, 'utf8')).slice(0, 200));
    await expect(readDecisionModel(path)).rejects.toMatchObject({ code: 'decision-damaged' });
  });
});
