import type { JsonObject } from './json.ts';
import { isObject, objectOf, objectsIn, omit } from './json.ts';
import type { ApiSchemas } from './load-api-schemas.ts';

export interface Audit {
  /** What in the stand-in's own answers and events does not fit Discord's response schemas. */
  readonly problems: string[];
  readonly answer: (schemaName: string, body: unknown, where: string) => void;
  readonly dispatch: (event: string, data: JsonObject) => void;
}

/** Guards against a bot that only works with this stand-in: its own payloads are checked like the bot's. */
export function createAudit(schemas: ApiSchemas): Audit {
  const problems: string[] = [];
  const check = (schemaName: string, value: unknown, where: string): void => {
    for (const { path, message } of schemas.problems(schemaName, value)) {
      problems.push(`${where}: ${path} ${message} (${schemaName})`);
    }
  };
  const parts: PartCheck = (event, values, schemaName) => {
    for (const value of values) check(schemaName, value, event);
  };
  return {
    problems,
    answer: (schemaName, body, where) => {
      for (const item of Array.isArray(body) ? (body as unknown[]) : [body]) check(schemaName, item, where);
    },
    dispatch: (event, data) => {
      auditEvent(event, data, parts);
    },
  };
}

type PartCheck = (event: string, values: readonly unknown[], schemaName: string) => void;

/** The gateway has no schemas of its own; its events are made of objects that REST has schemas for. */
function auditEvent(event: string, data: JsonObject, check: PartCheck): void {
  switch (event) {
    case 'READY': {
      check(event, [data['user']], 'UserPIIResponseSchema');
      return;
    }
    case 'GUILD_CREATE':
      check(event, [omit(data, guildCreateOnly)], 'GuildResponseSchema');
      check(event, objectsIn(data['channels']), 'GuildChannelResponseSchema');
      check(event, objectsIn(data['threads']), 'ThreadResponseSchema');
      {
        check(event, objectsIn(data['members']), 'GuildMemberResponseSchema');
        return;
      }
    case 'CHANNEL_UPDATE': {
      check(event, [data], 'GuildChannelResponseSchema');
      return;
    }
    case 'THREAD_CREATE': {
      check(event, [omit(data, ['newly_created'])], 'ThreadResponseSchema');
      return;
    }
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE': {
      check(event, [omit(data, ['guild_id', 'member', 'channel_type'])], 'MessageResponseSchema');
      return;
    }
    case 'INTERACTION_CREATE': {
      auditInteraction(event, data, check);
      return;
    }
    default:
  }
}

const guildCreateOnly = [
  'joined_at',
  'large',
  'unavailable',
  'member_count',
  'voice_states',
  'members',
  'channels',
  'threads',
  'presences',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
];

function auditInteraction(event: string, data: JsonObject, check: PartCheck): void {
  const resolved = objectOf(objectOf(data['data'])['resolved']);
  if (isObject(data['member']))
    check(event, [omit(data['member'], ['permissions'])], 'GuildMemberResponseSchema');
  if (isObject(data['user'])) check(event, [data['user']], 'UserResponseSchema');
  if (isObject(data['message'])) check(event, [data['message']], 'MessageResponseSchema');
  check(event, Object.values(objectOf(resolved['messages'])), 'MessageResponseSchema');
  check(event, Object.values(objectOf(resolved['users'])), 'UserResponseSchema');
}
