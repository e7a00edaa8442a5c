import { readFile } from 'node:fs/promises';

/** The little of a zod schema that the stand-in uses. */
interface ApiSchema {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly SchemaIssue[] };
  };
}

interface SchemaIssue {
  readonly code?: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  /** For `invalid_union`: the issues of each branch. */
  readonly errors?: readonly (readonly SchemaIssue[])[];
}

interface SchemaProblem {
  readonly path: string;
  readonly message: string;
  /** True when the only fault is a member that Discord does not know; Discord ignores those. */
  readonly unknownKey: boolean;
}

export interface ApiSchemas {
  readonly problems: (schemaName: string, value: unknown) => readonly SchemaProblem[];
}

let loading: Promise<ApiSchemas> | undefined;

/** discord-api-spec's schemas in strict mode, loaded once a process (about 0.2 s). */
export function loadApiSchemas(): Promise<ApiSchemas> {
  loading ??= load();
  return loading;
}

/**
 * The package builds its schemas while it is imported, so its `setStrictObject` comes too late for any importer.
 * Its source is read instead, with the one line changed that chooses the object builder.
 */
async function load(): Promise<ApiSchemas> {
  const source = await readFile(new URL(import.meta.resolve('discord-api-spec/zod')), 'utf8');
  const lenient = 'let zObject = z.object;';
  if (!source.includes(lenient)) {
    throw new Error(
      `discord-api-spec has changed: '${lenient}' is no longer in it. Adapt load-api-schemas.ts.`,
    );
  }
  const strict = source
    .replace(lenient, 'let zObject = z.strictObject;')
    .replace('"zod/mini"', JSON.stringify(import.meta.resolve('zod/mini')));
  const url = `data:text/javascript;base64,${Buffer.from(strict).toString('base64')}`;
  const loaded = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
  return { problems: (schemaName, value) => problemsOf(pickSchema(loaded, schemaName), value) };
}

function pickSchema(loaded: Readonly<Record<string, unknown>>, name: string): ApiSchema {
  const schema = loaded[name];
  if (typeof schema !== 'object' || schema === null || !('safeParse' in schema)) {
    throw new Error(`discord-api-spec has no schema named '${name}'.`);
  }
  return schema as ApiSchema;
}

function problemsOf(schema: ApiSchema, value: unknown): readonly SchemaProblem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : (result.error?.issues ?? []).flatMap((issue) => flatten(issue, []));
}

function flatten(issue: SchemaIssue, above: readonly PropertyKey[]): readonly SchemaProblem[] {
  const path = [...above, ...issue.path];
  const branch = closestBranch(issue.errors ?? []);
  if (branch) return branch.flatMap((inner) => flatten(inner, path));
  const unknownKey = issue.code === 'unrecognized_keys';
  const detail = unknownKey ? `unknown members ${(issue.keys ?? []).join(', ')}` : issue.message;
  return [{ path: path.map(String).join('.'), message: detail, unknownKey }];
}

/** Of a union's branches the one that was meant: its `type` fits; among those the one with the fewest issues. */
function closestBranch(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] | undefined {
  const wrongType = (branch: readonly SchemaIssue[]) => branch.some((issue) => issue.path[0] === 'type');
  return [...branches].sort((a, b) => Number(wrongType(a)) - Number(wrongType(b)) || a.length - b.length)[0];
}
