import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RestReply } from './api-error.ts';
import { apiError, invalidForm } from './api-error.ts';
import type { RuleProblem } from './extra-rules.ts';
import type { FaultRule, Faults } from './faults.ts';
import { faultReply } from './faults.ts';
import { objectOf } from './json.ts';
import type { RequestBody } from './request-body.ts';
import { readRequestBody } from './request-body.ts';
import type { RestRequest, Route } from './route.ts';

export interface LoggedRequest {
  readonly method: string;
  /** Below /api/v10, percent signs decoded. */
  readonly path: string;
  readonly body: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was answered; 0 when the connection was cut, null while it is under way. */
  status: number | null;
}

export interface RouterOptions {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  readonly onViolation: (method: string, path: string, message: string) => void;
  /** Each good answer with the schema that it should fit. */
  readonly onAnswer: (schemaName: string, body: unknown, where: string) => void;
  readonly onDone: () => void;
}

/** `cut` closes the connection without an answer. */
type Outcome = RestReply | 'cut';

/** One request: log, match, authorize, validate, apply (or fail as a fault rule says), answer. */
export async function handleRequest(
  options: RouterOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const method = incoming.method ?? 'GET';
  const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v10)?/u, '');
  const body = await readRequestBody(incoming);
  const entry: LoggedRequest = { method, path, body: body.json, at: Date.now(), status: null };
  options.requests.push(entry);

  const rule = options.faults.take(method, path);
  if (rule?.delayMs !== undefined) await sleep(rule.delayMs);
  const versioned = url.pathname.startsWith('/api/v10/');
  if (!versioned) options.onViolation(method, url.pathname, 'the path is not below /api/v10');
  const outcome = decide(options, { method, path, query: url.searchParams, body, incoming, rule });

  entry.status = outcome === 'cut' ? 0 : outcome.status;
  if (outcome !== 'cut' && outcome.status >= 400 && rule?.body === undefined) {
    const schema = outcome.status === 429 ? 'RatelimitedResponseSchema' : 'ErrorResponseSchema';
    options.onAnswer(schema, outcome.body, `${method} ${path}`);
  }
  if (outcome === 'cut') incoming.socket.destroy();
  else answer(response, outcome);
  options.onDone();
}

interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: RequestBody;
  readonly incoming: IncomingMessage;
  readonly rule: FaultRule | undefined;
}

function decide(options: RouterOptions, arrived: Arrived): Outcome {
  const { method, path, rule } = arrived;
  const planned = rule && faultReply(rule);
  const breaks = rule !== undefined && (rule.cutSocket === true || planned !== undefined);
  if (breaks && !rule.applyFirst) {
    validateOnly(options, arrived);
    return rule.cutSocket ? 'cut' : (planned ?? 'cut');
  }
  const reply = apply(options, arrived);
  if (!breaks) return reply;
  if (reply.status >= 400)
    options.onViolation(method, path, `a request to be applied first failed with ${reply.status}`);
  return rule.cutSocket ? 'cut' : (planned ?? 'cut');
}

function findRoute(
  options: RouterOptions,
  { method, path }: Arrived,
): { route: Route; parts: Readonly<Record<string, string>> } | undefined {
  for (const candidate of options.routes) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null;
    if (match) return { route: candidate, parts: match.groups ?? {} };
  }
  return undefined;
}

function apply(options: RouterOptions, arrived: Arrived): RestReply {
  const { method, path, body, incoming } = arrived;
  const found = findRoute(options, arrived);
  if (!found) {
    options.onViolation(method, path, 'unknown route');
    return { status: 404, body: { code: 0, message: '404: Not Found' } };
  }
  if (found.route.needsBotToken && incoming.headers.authorization !== `Bot ${options.token}`)
    return apiError(0);
  if (body.error !== null) {
    options.onViolation(method, path, body.error);
    return apiError(50109);
  }
  const request = requestOf(arrived, found.parts);
  const refused = report(options, arrived, found.route.check?.(request) ?? []);
  if (refused) return refused;
  const reply = found.route.handle(request);
  const { answers } = found.route;
  if (answers !== undefined && reply.status < 300 && reply.body !== undefined) {
    const schema = typeof answers === 'string' ? answers : answers(objectOf(reply.body));
    options.onAnswer(schema, reply.body, `${method} ${path}`);
  }
  return reply;
}

/** A request that a fault eats still has to be well formed. */
function validateOnly(options: RouterOptions, arrived: Arrived): void {
  const found = findRoute(options, arrived);
  if (!found) {
    options.onViolation(arrived.method, arrived.path, 'unknown route');
    return;
  }
  report(options, arrived, found.route.check?.(requestOf(arrived, found.parts)) ?? []);
}

function requestOf(
  { method, path, query, body }: Arrived,
  parts: Readonly<Record<string, string>>,
): RestRequest {
  return { method, path, query, body: body.json, files: body.files, part: (name) => parts[name] ?? '' };
}

/** Records what is wrong; gives Discord's refusal when it would refuse. */
function report(
  options: RouterOptions,
  { method, path }: Arrived,
  problems: readonly RuleProblem[],
): RestReply | undefined {
  for (const problem of problems) {
    options.onViolation(
      method,
      path,
      problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`,
    );
  }
  const refusals = problems.filter((problem) => problem.allowedByDiscord !== true);
  if (refusals.length === 0) return undefined;
  const empty = refusals.every((problem) => problem.message === 'the message is empty');
  return empty ? apiError(50006) : invalidForm(refusals);
}

function answer(response: ServerResponse, { status, body, headers = {} }: RestReply): void {
  // An empty answer carries no content type: discord.js would try to parse it.
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const type =
    text === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' };
  response.writeHead(status, { ...type, ...headers }).end(text);
}
