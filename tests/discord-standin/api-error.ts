/** What a route answers: a status and, unless it is 204, a JSON body. */
export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Discord's JSON error codes that the stand-in knows, with the status each comes with. */
const errors: Readonly<Record<number, { readonly status: number; readonly message: string }>> = {
  0: { status: 401, message: '401: Unauthorized' },
  10002: { status: 404, message: 'Unknown Application' },
  10003: { status: 404, message: 'Unknown Channel' },
  10004: { status: 404, message: 'Unknown Guild' },
  10007: { status: 404, message: 'Unknown Member' },
  10008: { status: 404, message: 'Unknown Message' },
  10013: { status: 404, message: 'Unknown User' },
  10015: { status: 404, message: 'Unknown Webhook' },
  10062: { status: 404, message: 'Unknown interaction' },
  10063: { status: 404, message: 'Unknown application command' },
  40060: { status: 400, message: 'Interaction has already been acknowledged.' },
  50001: { status: 403, message: 'Missing Access' },
  50005: { status: 403, message: 'Cannot edit a message authored by another user' },
  50006: { status: 400, message: 'Cannot send an empty message' },
  50013: { status: 403, message: 'Missing Permissions' },
  50027: { status: 401, message: 'Invalid Webhook Token' },
  50035: { status: 400, message: 'Invalid Form Body' },
  50083: { status: 400, message: 'Thread is archived' },
  50109: { status: 400, message: 'The request body contains invalid JSON.' },
  160002: { status: 400, message: 'Cannot reply without permission to read message history' },
  160004: { status: 400, message: 'A thread has already been created for this message' },
  160005: { status: 403, message: 'Thread is locked' },
};

/** The answer for one of Discord's error codes, e.g. `apiError(10008)`. */
export function apiError(code: number): RestReply {
  const known = errors[code];
  if (!known)
    throw new Error(`The stand-in does not know Discord's error code ${code}; add it to api-error.ts.`);
  const details = code === 50035 ? { errors: formErrors([{ path: 'content', message: 'Invalid.' }]) } : {};
  return { status: known.status, body: { code, message: known.message, ...details } };
}

/** 50035 with one entry for each wrong member, e.g. `{embeds: {0: {title: {_errors: [...]}}}}`. */
export function invalidForm(
  problems: readonly { readonly path: string; readonly message: string }[],
): RestReply {
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: formErrors(problems) } };
}

/** A member of the form has either faults of its own or faulty members, never both: the first one reported wins. */
function formErrors(problems: readonly { readonly path: string; readonly message: string }[]): unknown {
  const root: Record<string, unknown> = {};
  for (const { path, message } of problems) {
    let node = root;
    for (const key of (path === '' ? 'body' : path).split('.').filter((part) => part !== '')) {
      if ('_errors' in node) break;
      const inner = (node[key] ?? {}) as Record<string, unknown>;
      node[key] = inner;
      node = inner;
    }
    if (Object.keys(node).length === 0) node['_errors'] = [{ code: 0, message }];
  }
  return root;
}

/** 429 with the headers that discord.js reads. `retryAfter` in seconds. */
export function rateLimited(retryAfter: number, global: boolean): RestReply {
  return {
    status: 429,
    body: { code: 0, message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
