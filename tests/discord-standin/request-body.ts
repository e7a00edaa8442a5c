import type { IncomingMessage } from 'node:http';

export interface UploadedFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface RequestBody {
  /** The parsed JSON; undefined when there was none. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  /** Why the body could not be read; null when it could. */
  readonly error: string | null;
}

/** Reads a JSON body, or a multipart one whose JSON is in the field `payload_json`. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  if (raw.length === 0) return { json: undefined, files: [], error: null };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(raw, type);
  if (!type.startsWith('application/json')) {
    return { json: undefined, files: [], error: `the content type is '${type}', not application/json` };
  }
  return parseJson(raw.toString('utf8'), []);
}

async function readMultipart(raw: Buffer, type: string): Promise<RequestBody> {
  // Deprecated for servers that take uploads from strangers; a test's own bot is none.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  for (const [, value] of form.entries()) {
    if (typeof value !== 'string') files.push({ name: value.name, size: value.size, type: value.type });
  }
  const json = form.get('payload_json');
  if (typeof json !== 'string') return { json: {}, files, error: null };
  return parseJson(json, files);
}

function parseJson(text: string, files: readonly UploadedFile[]): RequestBody {
  try {
    return { json: JSON.parse(text) as unknown, files, error: null };
  } catch (cause) {
    return { json: undefined, files, error: `the body is no JSON: ${String(cause)}` };
  }
}
