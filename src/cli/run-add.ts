import { VerbatimError } from '../domain/errors.ts';
import type { FoundSource, ImportedArticle, ImportSource, KnownArticle } from '../domain/importing.ts';
import { countNoun } from '../text/count-noun.ts';
import type { BatchReport } from './batch-report.ts';
import { createBatchReport, LONG_BATCH } from './batch-report.ts';
import { FAILURE, INTERRUPTED, MISUSE } from './command.ts';
import type { Terminal } from './open-terminal.ts';
import type { Imports, IndexUpdate } from './services.ts';
import { Interrupted, orInterrupted } from './or-interrupted.ts';
import { printable } from './printable.ts';
import { proposeId, saveImport } from './save-import.ts';
import { describeImport, describeReindex, summariseImport } from './show-report.ts';

/** `npm run add` as it was typed. */
export interface AddRequest {
  /** Paths, patterns and addresses. */
  readonly sources: readonly string[];
  readonly title: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly keepAll: boolean;
  /** Shows every removed line. */
  readonly verbose: boolean;
}

export interface AddDependencies extends Omit<Terminal, 'close'>, Omit<Imports, 'close'> {
  readonly reindex: () => Promise<IndexUpdate>;
  /** ISO 8601 date. */
  readonly today: string;
}

type Outcome = 'added' | 'known' | 'declined' | 'shown';

/**
 * Adds articles to `local/` of the corpus and brings the index up to date. A source that fails is named and
 * the rest goes on. Where nobody can be asked and `--yes` is not given, it only shows.
 * @returns the exit code @throws VerbatimError usage
 */
export async function runAdd(command: AddRequest, dependencies: AddDependencies): Promise<number> {
  const { sources, failures } = await findAll(command.sources, dependencies);
  if (command.title !== undefined && sources.length > 1) {
    throw new VerbatimError(
      'usage',
      `--title names one article, but ${sources.length} were found. Add them one by one.`,
    );
  }
  const unasked = !command.yes && !command.dryRun && dependencies.ask === undefined;
  const session: Session = {
    dependencies,
    command,
    onlyShow: command.dryRun || unasked,
    known: [...(await dependencies.loadKnown())],
    ask: command.yes || command.dryRun ? undefined : dependencies.ask,
  };
  if (sources.length > LONG_BATCH && session.ask === undefined && !command.verbose)
    session.batch = createBatchReport(sources.length, dependencies);
  const outcomes: Outcome[] = [];
  let failed = failures;
  for (const source of sources) {
    if (dependencies.interrupted.aborted) break;
    try {
      outcomes.push(await addOne(source, session));
    } catch (error) {
      if (error instanceof Interrupted) break;
      dependencies.warn(printable(messageOf(error)));
      if (command.verbose && error instanceof Error && typeof error.cause === 'string')
        dependencies.warn(printable(error.cause.replace(/^/gm, '  ')));
      failed += 1;
    }
    session.batch?.tick();
  }
  await session.batch?.end();
  if (dependencies.interrupted.aborted) return endInterrupted(outcomes, sources.length, dependencies);
  if (outcomes.includes('added')) failed += await reindex(dependencies);
  dependencies.print(closingLine(outcomes, failed));
  if (isInterrupted(dependencies)) return INTERRUPTED;
  if (unasked && outcomes.includes('shown')) {
    dependencies.warn('Nothing was added, because nobody can be asked here. Say so with --yes.');
    return MISUSE;
  }
  return failed > 0 ? FAILURE : 0;
}

/** Asked for anew after whatever was waited for. */
function isInterrupted({ interrupted }: AddDependencies): boolean {
  return interrupted.aborted;
}

function endInterrupted(
  outcomes: readonly Outcome[],
  found: number,
  { print, warn }: AddDependencies,
): number {
  print(`Interrupted: ${closingLine(outcomes, 0).replace(/\.$/, '')}, of ${countNoun(found, 'file')}.`);
  if (outcomes.includes('added')) warn('The index was not brought up to date. Run `npm run index`.');
  return INTERRUPTED;
}

async function findAll(
  args: readonly string[],
  { findSources, warn }: AddDependencies,
): Promise<{ readonly sources: readonly FoundSource[]; readonly failures: number }> {
  const sources: FoundSource[] = [];
  let failures = 0;
  for (const argument of args) {
    try {
      const found = await findSources(argument);
      sources.push(...found.sources);
      for (const note of found.notes) warn(printable(note));
    } catch (error) {
      warn(printable(messageOf(error)));
      failures += 1;
    }
  }
  return { sources, failures };
}

interface Session {
  readonly dependencies: AddDependencies;
  readonly command: AddRequest;
  /** Nothing is written. */
  readonly onlyShow: boolean;
  /** Grows with what is added. */
  readonly known: KnownArticle[];
  /** Undefined as soon as nothing is to be asked any more. */
  ask: ((question: string) => Promise<string>) | undefined;
  /** Set where there are too many files to tell of each. */
  batch?: BatchReport;
}

async function addOne(found: FoundSource, session: Session): Promise<Outcome> {
  const { dependencies, command } = session;
  const imported = await understand(await orInterrupted(found.read(), dependencies.interrupted), session);
  if (session.batch) {
    const { outcome, word } = await settle(imported, session);
    session.batch.add(found.label, imported, { word, odd: outcome === 'known' });
    return outcome;
  }
  const describe = command.verbose ? describeImport : summariseImport;
  const [first = '', ...more] = describe(found.label, imported);
  // Whoever is asked has to see it first; otherwise what became of it stands in the same line.
  const apart = session.ask !== undefined || command.verbose;
  if (apart) [first, ...more].forEach(dependencies.print);
  const { outcome, word } = await settle(imported, session);
  if (apart) dependencies.print(`  ${word}`);
  else [`${first} ${word}`, ...more].forEach(dependencies.print);
  return outcome;
}

/** @returns what became of it, and that in words */
async function settle(
  imported: ImportedArticle,
  session: Session,
): Promise<{ readonly outcome: Outcome; readonly word: string }> {
  const { local } = session.dependencies;
  const twin = await findTwin(imported, session);
  if (twin !== undefined)
    return {
      outcome: 'known',
      word: `Not added: the corpus has the same article already, as "${twin}".`,
    };
  if (session.onlyShow) {
    const id = proposeId(imported, session.known);
    return { outcome: 'shown', word: `Would be added as ${local.locate(id)}.` };
  }
  if (!(await confirm(session))) return { outcome: 'declined', word: 'Not added.' };
  const id = await saveImport(imported, { local, known: session.known });
  const clash = id === imported.id ? '' : ` (the id "${imported.id}" belongs to another article)`;
  return { outcome: 'added', word: `Added as ${local.locate(id)}${clash}.` };
}

/** A title that had to be made up is asked for where someone can answer. */
async function understand(
  source: ImportSource,
  { dependencies, command, ask }: Session,
): Promise<ImportedArticle> {
  const importWith = (title: string | undefined): Promise<ImportedArticle> =>
    orInterrupted(
      dependencies.importSource(source, {
        keepAll: command.keepAll,
        retrieved: dependencies.today,
        ...(title === undefined ? {} : { title }),
      }),
      dependencies.interrupted,
    );
  const imported = await importWith(command.title);
  const { title, titleFrom } = imported.report;
  if (ask === undefined || (titleFrom !== 'first sentence' && titleFrom !== 'file name')) return imported;
  const question = `${printable(source.name)} names no title. Title [${printable(title)}]: `;
  const answer = (await orInterrupted(ask(question), dependencies.interrupted)).trim();
  return answer === '' ? imported : importWith(answer);
}

/** The id of the article that was made of the same bytes or has the same text. */
async function findTwin(
  { sourceHash, text }: ImportedArticle,
  { dependencies, known }: Session,
): Promise<string | undefined> {
  return (
    (await dependencies.local.findSource(sourceHash)) ?? known.find((article) => article.text === text)?.id
  );
}

async function confirm(session: Session): Promise<boolean> {
  if (session.ask === undefined) return true;
  const { interrupted } = session.dependencies;
  const said = await orInterrupted(session.ask('  Add it? [y]es, [N]o, [a]ll: '), interrupted);
  const answer = said.trim().toLowerCase();
  if (/^a(?:ll)?$/.test(answer)) session.ask = undefined;
  return /^(?:y|yes|a|all)$/.test(answer);
}

/** @returns how many failures it adds: the articles stay, and the next run of the index takes them up. */
async function reindex({ print, warn, interrupted, reindex: run }: AddDependencies): Promise<number> {
  try {
    print(describeReindex(await orInterrupted(run(), interrupted)));
    return 0;
  } catch (error) {
    warn(printable(messageOf(error)));
    warn('The articles were added, but the index was not brought up to date. Run `npm run index`.');
    return 1;
  }
}

function closingLine(outcomes: readonly Outcome[], failed: number): string {
  const number = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  const parts = [
    `${number('added')} added`,
    ...(number('shown') > 0 ? [`${number('shown')} shown and not added`] : []),
    ...(number('known') > 0 ? [`${number('known')} there already`] : []),
    ...(number('declined') > 0 ? [`${number('declined')} declined`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
