import type { RestReply } from './api-error.ts';
import type { RuleProblem } from './extra-rules.ts';
import type { Gateway } from './gateway.ts';
import type { JsonObject } from './json.ts';
import type { ApiSchemas } from './load-api-schemas.ts';
import type { MessageStore } from './message-store.ts';
import type { UploadedFile } from './request-body.ts';
import type { World } from './world.ts';

export interface RestContext {
  readonly world: World;
  readonly gateway: Gateway;
  readonly store: MessageStore;
  readonly schemas: ApiSchemas;
  readonly messageContent: boolean;
  readonly enforcesNonce: boolean;
  readonly gatewayUrl: () => string;
}

export interface RestRequest {
  readonly method: string;
  /** Below /api/v10, percent signs decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** An object for most routes, a list for a bulk overwrite, undefined when there is no body. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** A named part of the path; the route's pattern guarantees that it is there. */
  readonly part: (name: string) => string;
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** Callbacks and webhooks are authorized by the token in their path, all else by the bot's. */
  readonly needsBotToken: boolean;
  /** Everything wrong with the request's form. */
  readonly check?: (request: RestRequest) => readonly RuleProblem[];
  /** The schema of a 200 or 201 answer, for the audit of the stand-in's own payloads. */
  readonly answers?: string | ((body: JsonObject) => string);
  readonly handle: (request: RestRequest) => RestReply;
}

type RouteDetails = Omit<Route, 'method' | 'pattern' | 'needsBotToken'> & {
  readonly needsBotToken?: boolean;
};

/** `route('GET /channels/:channel', …)`: each `:name` stands for one part of the path. */
export function route(line: string, details: RouteDetails): Route {
  const [method = '', template = ''] = line.split(' ');
  const pattern = new RegExp(`^${template.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u');
  return { needsBotToken: true, ...details, method, pattern };
}

export function ok(body: unknown): RestReply {
  return { status: 200, body };
}

export const noContent: RestReply = { status: 204 };
