import { VerbatimError } from '../../domain/errors.ts';
import { importFailed, MAX_SOURCE_BYTES } from '../../domain/import-failed.ts';
import type { ImportSource } from '../../domain/importing.ts';

export interface FetchLimits {
  /** Bytes of the body after decompression; the same as for a file. */
  readonly maxBytes: number;
  /** Milliseconds for everything: redirects, headers and body. */
  readonly timeoutMs: number;
  /** Browsers take 20; an article needs one or two. */
  readonly maxRedirects: number;
}

const FETCH_LIMITS: FetchLimits = { maxBytes: MAX_SOURCE_BYTES, timeoutMs: 20_000, maxRedirects: 5 };

/** What is used of a response: that of Node.js and that of undici both have it. */
export interface PageResponse extends Pick<Response, 'ok' | 'status' | 'statusText'> {
  readonly headers: { get(name: string): string | null };
  readonly body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null;
}

/** By which way pages are asked for. */
export interface PageNetwork {
  /** Called for the address and each that it redirects to. @throws VerbatimError import-failed */
  readonly check: (url: URL) => void;
  /** One request, without following redirects. What it rejects with may have a VerbatimError as its cause. */
  readonly request: (
    url: string,
    init: {
      readonly redirect: 'manual';
      readonly signal: AbortSignal;
      readonly headers: Record<string, string>;
    },
  ) => Promise<PageResponse>;
}

/** Every host, as for whoever sits in front of the machine. */
const EVERY_HOST: PageNetwork = {
  check: () => undefined,
  request: async (url, init) => fetch(url, init),
};

export interface FetchOptions {
  readonly limits?: FetchLimits;
  readonly network?: PageNetwork;
  /** Gives up: its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches one page over http(s), within the limits.
 * @throws VerbatimError import-failed
 */
export async function fetchUrl(
  address: string,
  { limits = FETCH_LIMITS, network = EVERY_HOST, signal: given }: FetchOptions = {},
): Promise<ImportSource> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = given ? AbortSignal.any([given, timeout]) : timeout;
  try {
    const { response, url } = await followRedirects(parseAddress(address), { limits, network, signal });
    const bytes = await readBody(response, address, limits);
    const contentType = response.headers.get('content-type');
    url.hash = '';
    return { name: nameOf(url), bytes, url: url.href, ...(contentType === null ? {} : { contentType }) };
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    given?.throwIfAborted();
    throw networkError(address, limits, cause);
  }
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address))
    throw importFailed(address, 'it is no address', 'Write it whole, such as https://example.org/page.');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw importFailed(
      address,
      `${url.protocol} addresses are not fetched`,
      'Use an address that starts with http:// or https://.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw importFailed(
      url.host,
      'addresses with a password in them are not fetched',
      'Save the page and add the file.',
    );
  }
  return url;
}

interface Visit extends Required<Pick<FetchOptions, 'limits' | 'network'>> {
  readonly signal: AbortSignal;
}

async function followRedirects(
  start: URL,
  { limits, network, signal }: Visit,
): Promise<{ readonly response: PageResponse; readonly url: URL }> {
  const seen = new Set<string>();
  let url = start;
  while (seen.size <= limits.maxRedirects) {
    if (seen.has(url.href))
      throw importFailed(
        start.href,
        `the server redirects in a loop (${url.href})`,
        'Open it in a browser and add the address that it ends at.',
      );
    seen.add(url.href);
    network.check(url);
    const response = await network.request(url.href, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'text/html,text/markdown,text/plain,application/pdf,*/*;q=0.5',
        'user-agent': 'Verbatim (article import)',
      },
    });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || target === null)
      return { response: requireOk(response, start.href), url };
    await response.body?.cancel();
    if (!URL.canParse(target, url.href))
      throw importFailed(
        start.href,
        `the server redirects to "${target}", which is no address`,
        'Check the address.',
      );
    url = parseAddress(new URL(target, url).href);
  }
  throw importFailed(
    start.href,
    `the server redirects more than ${limits.maxRedirects} times`,
    'Open it in a browser and add the address that it ends at.',
  );
}

const ADVICE_BY_STATUS: Readonly<Record<number, string>> = {
  401: 'The page needs a login: open it in a browser, save it and add the file.',
  403: 'The server does not let programs in: open it in a browser, save it and add the file.',
  404: 'Check the address.',
  410: 'The page is gone: look for a copy of it.',
  429: 'The server asks for patience: try again later.',
};

function requireOk(response: PageResponse, address: string): PageResponse {
  if (response.ok) return response;
  const status = `${response.status} ${response.statusText}`.trim();
  throw importFailed(
    address,
    `the server answers ${status}`,
    ADVICE_BY_STATUS[response.status] ?? 'Try again later, or save the page and add the file.',
  );
}

/** The declared length may be missing or wrong, so the bytes are counted as they come. */
async function readBody(response: PageResponse, address: string, limits: FetchLimits): Promise<Uint8Array> {
  const tooLarge = (): VerbatimError =>
    importFailed(
      address,
      `it has more than ${megabytes(limits.maxBytes)} MB`,
      'Save the part that matters and add that file.',
    );
  if (Number(response.headers.get('content-length') ?? 0) > limits.maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of response.body ?? []) {
    length += bytes.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (length > limits.maxBytes) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 / 1024) * 10) / 10);
}

function nameOf(url: URL): string {
  const last = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  if (last === undefined) return url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function networkError(address: string, limits: FetchLimits, cause: unknown): VerbatimError {
  if (cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')) {
    return importFailed(
      address,
      `the server took longer than ${limits.timeoutMs / 1000} s`,
      'Try again later, or save the page and add the file.',
      cause,
    );
  }
  const inner = cause instanceof Error ? cause.cause : undefined;
  if (inner instanceof VerbatimError) return inner;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the name of the host could not be looked up',
    ECONNREFUSED: 'the host refuses the connection',
    ECONNRESET: 'the host broke the connection off',
  };
  const why =
    known[code] ??
    (inner instanceof Error
      ? inner.message
      : cause instanceof Error
        ? cause.message
        : 'the connection failed');
  return importFailed(address, why, 'Check the address and the network.', cause);
}
