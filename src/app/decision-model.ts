import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DecisionModel, Thresholds } from '../answering/decide.ts';
import { READER_SIGNAL_NAMES, SIGNAL_NAMES } from '../answering/signals.ts';
import { VerbatimError } from '../domain/errors.ts';
import { STRICTNESS_LEVELS } from '../domain/question.ts';

/** The reviewed coefficients that `npm run calibrate` wrote. */
export const DECISION_MODEL = fileURLToPath(new URL('../answering/decision-model.json', import.meta.url));
/** The same for answers that a reader has looked at. */
export const READER_DECISION_MODEL = fileURLToPath(
  new URL('../answering/reader-decision-model.json', import.meta.url),
);

const share = z.number().min(0).max(1);
const weight = z.object({ mean: z.number(), deviation: z.number().positive(), weight: z.number() });
const thresholds: z.ZodType<Thresholds> = z
  .object({ weak: share, strong: share })
  .refine(({ weak, strong }) => weak <= strong, { error: 'weak is above strong' });

/**
 * Every signal and every level of strictness has to be there, and where they come from; other keys are let
 * through. A deviation of 0 would be divided by.
 */
const MODEL: z.ZodType<DecisionModel> = z.looseObject({
  provenance: z.looseObject({ data: z.array(z.string()), seed: z.int(), date: z.iso.date() }),
  bias: z.number(),
  signals: z.object({
    ...weightsOf(SIGNAL_NAMES, weight),
    ...weightsOf(READER_SIGNAL_NAMES, weight.exactOptional()),
  }),
  thresholds: z.record(z.enum(STRICTNESS_LEVELS), thresholds),
  reading: z
    .object({ margin: z.number(), limit: z.number().positive(), lead: z.number(), gap: z.number() })
    .exactOptional(),
});

function weightsOf<const N extends readonly string[], S extends z.ZodType>(
  names: N,
  schema: S,
): Record<N[number], S> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<N[number], S>;
}

/** @throws VerbatimError decision-damaged, naming what is wrong in the file */
export async function readDecisionModel(path = DECISION_MODEL): Promise<DecisionModel> {
  const checked = MODEL.safeParse(await readJson(path));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw damaged(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, checked.error);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw damaged(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function damaged(path: string, what: string, cause: unknown): VerbatimError {
  return new VerbatimError(
    'decision-damaged',
    `The decision model ${path} cannot be used (${what}). Restore it with \`git checkout -- src/answering/${basename(path)}\`, or write it anew with \`npm run calibrate -- DATASET_DIR\`.`,
    { cause },
  );
}
