import type { RuleProblem } from './extra-rules.ts';
import type { JsonObject } from './json.ts';
import { isObject, stringOf } from './json.ts';
import type { ApiSchemas } from './load-api-schemas.ts';

/**
 * Members that discord.js always sends although the route has no use for them. Discord ignores them, and so does
 * the strict check, as long as they say nothing.
 */
const idleMembers: Readonly<Record<string, unknown>> = { enforce_nonce: false, tts: false };

/** Checks a body against a schema of discord-api-spec. A list is checked item by item. */
export function checkSchema(schemas: ApiSchemas, schemaName: string, body: unknown): readonly RuleProblem[] {
  if (Array.isArray(body)) {
    return body.flatMap((item, index) =>
      checkSchema(schemas, schemaName, item).map((problem) => ({
        ...problem,
        path: `${index}.${problem.path}`,
      })),
    );
  }
  return schemas.problems(schemaName, isObject(body) ? tidy(body) : body).map((problem) => ({
    path: problem.path,
    message: problem.message,
    allowedByDiscord: problem.unknownKey,
  }));
}

function tidy(body: JsonObject): JsonObject {
  const entries = Object.entries(body)
    .filter(([key, value]) => !(key in idleMembers && idleMembers[key] === value))
    // Documented for commands, but left out of the OpenAPI document.
    .filter(([key, value]) => !(key === 'nsfw' && typeof value === 'boolean'))
    .map(([key, value]): [string, unknown] => [key, tidyMember(key, value)]);
  return Object.fromEntries(entries);
}

/** The reference has `default_member_permissions` as a string of digits, the OpenAPI document as a number. */
function tidyMember(key: string, value: unknown): unknown {
  if (key === 'data' && isObject(value)) return tidy(value);
  const digits = key === 'default_member_permissions' && /^\d+$/u.test(stringOf(value) ?? '');
  return digits ? Number(value) : value;
}
