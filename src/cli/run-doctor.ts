import { printable } from './printable.ts';

export interface Finding {
  /** `warn`: it works, but not for everything. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  /** What to run or do. */
  readonly remedy?: string;
}

/** One line of the report; a rejection of `run` counts as a failure, and its message is shown. */
export interface DoctorCheck {
  readonly name: string;
  readonly run: () => Promise<Finding>;
}

export interface DoctorDependencies {
  readonly print: (line: string) => void;
  /** Milliseconds that one check may take. */
  readonly timeoutMs?: number;
}

/** Verifying the checksums of a large model on a slow disk takes the longest. Milliseconds. */
const DEFAULT_TIMEOUT = 60_000;

/** Runs each check, prints what it found and what to do. @returns the exit code: 1 when a check failed */
export async function runDoctor(
  checks: readonly DoctorCheck[],
  { print, timeoutMs = DEFAULT_TIMEOUT }: DoctorDependencies,
): Promise<number> {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const findings: Finding[] = [];
  for (const check of checks) {
    const finding = await runCheck(check, timeoutMs);
    findings.push(finding);
    print(`${finding.state.padEnd(4)}  ${check.name.padEnd(width)}  ${printable(finding.detail)}`);
    if (finding.remedy !== undefined) print(`${' '.repeat(width + 8)}→ ${printable(finding.remedy)}`);
  }
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const warned = findings.filter(({ state }) => state === 'warn').length;
  print(failed + warned === 0 ? 'All is well.' : `${failed} failed, ${warned} to look at.`);
  return failed > 0 ? 1 : 0;
}

/** Runs all checks at once and prints one line. @returns the exit code: 1 when a check failed */
export async function runHealth(
  checks: readonly DoctorCheck[],
  { print, timeoutMs = DEFAULT_TIMEOUT }: DoctorDependencies,
): Promise<number> {
  const findings = await Promise.all(checks.map((check) => runCheck(check, timeoutMs)));
  const failed = findings.filter(({ state }) => state === 'fail');
  const told = failed.length > 0 ? failed : findings;
  const details = told.map(({ detail, remedy }) =>
    [detail, remedy].flatMap((part) => part?.replace(/\.$/, '') ?? []).join('. '),
  );
  print(
    printable(`${failed.length > 0 ? 'unhealthy' : 'healthy'}: ${details.join('; ')}`.replaceAll('\n', ' ')),
  );
  return failed.length > 0 ? 1 : 0;
}

/** A check that throws has found something: its message says what, why and what to do. */
async function runCheck({ run }: DoctorCheck, timeoutMs: number): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => {
      resolve({ state: 'fail', detail: `no answer within ${timeoutMs / 1000} s`, remedy: 'Try again.' });
    }, timeoutMs);
  });
  try {
    return await Promise.race([run(), timeout]);
  } catch (error) {
    return { state: 'fail', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
