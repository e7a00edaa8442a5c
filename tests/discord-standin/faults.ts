import type { RestReply } from './api-error.ts';
import { apiError, rateLimited } from './api-error.ts';

export interface FaultRule {
  /** Any method when left out. */
  readonly method?: string;
  /** Tested against the path below /api/v10, percent signs decoded, e.g. `/interactions/1/abc/callback`. */
  readonly path: RegExp;
  /** How many requests it hits, 1 by default; Infinity for always. */
  readonly times?: number;
  readonly status?: number;
  /** One of Discord's error codes, e.g. 10062; brings its status and body along. */
  readonly code?: number;
  readonly body?: unknown;
  /** Apply the request first and then answer with the fault, as a gateway that fails behind Discord does. */
  readonly applyFirst?: boolean;
  /** Close the connection instead of answering. */
  readonly cutSocket?: boolean;
  /** Milliseconds to wait before anything happens. */
  readonly delayMs?: number;
  /** For 429, in seconds. Default 0.3. */
  readonly retryAfter?: number;
  readonly global?: boolean;
}

export interface Fault {
  readonly rule: FaultRule;
  /** How often it has struck. */
  readonly hits: number;
  readonly remove: () => void;
}

export interface Faults {
  readonly add: (rule: FaultRule) => Fault;
  readonly take: (method: string, path: string) => FaultRule | undefined;
}

/** Rules that break single requests. The first one that fits strikes and is used up after `times` hits. */
export function createFaults(): Faults {
  const active: { rule: FaultRule; hits: number }[] = [];
  return {
    add: (rule) => {
      const entry = { rule, hits: 0 };
      active.push(entry);
      const remove = (): void => {
        if (active.includes(entry)) active.splice(active.indexOf(entry), 1);
      };
      return {
        rule,
        get hits() {
          return entry.hits;
        },
        remove,
      };
    },
    take: (method, path) => {
      const entry = active.find(
        ({ rule, hits }) =>
          hits < (rule.times ?? 1) && (rule.method ?? method) === method && rule.path.test(path),
      );
      if (entry) entry.hits += 1;
      return entry?.rule;
    },
  };
}

/** The answer of a rule that neither cuts the connection nor only delays; undefined for those. */
export function faultReply(rule: FaultRule): RestReply | undefined {
  if (rule.status === 429) return rateLimited(rule.retryAfter ?? 0.3, rule.global ?? false);
  if (rule.code !== undefined) {
    const reply = apiError(rule.code);
    return { ...reply, status: rule.status ?? reply.status, body: rule.body ?? reply.body };
  }
  if (rule.status === undefined) return undefined;
  return { status: rule.status, body: rule.body ?? { code: 0, message: `${rule.status}: stand-in fault` } };
}
