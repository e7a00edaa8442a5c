import type { APIApplicationCommand } from 'discord-api-types/v10';
import { apiError } from './api-error.ts';
import { checkCommand, checkCommandSet } from './command-rules.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf, objectsIn, omit, stringOf, withoutNulls } from './json.ts';
import type { RestContext, RestRequest, Route } from './route.ts';
import { noContent, ok, route } from './route.ts';
import { checkSchema } from './validate-request.ts';
import type { World } from './world.ts';

/** Application commands, the global ones and those of a guild. */
export function commandRoutes(context: RestContext): readonly Route[] {
  return ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'].flatMap((base, index) =>
    routesBelow(base, index === 1, context),
  );
}

function routesBelow(base: string, inGuild: boolean, { world, schemas }: RestContext): readonly Route[] {
  const guildOf = (request: RestRequest): string | null => (inGuild ? request.part('guild') : null);
  const guarded =
    (handle: Route['handle']): Route['handle'] =>
    (request) => {
      if (request.part('app') !== world.applicationId) return apiError(10002);
      const guildId = guildOf(request);
      if (guildId !== null && !world.guilds.get(guildId)?.botIsMember) return apiError(50001);
      return handle(request);
    };
  const one = (request: RestRequest): APIApplicationCommand | undefined => {
    const command = world.commands.get(request.part('command'));
    return (command?.guild_id ?? null) === guildOf(request) ? command : undefined;
  };
  const answers = 'ApplicationCommandResponseSchema';
  return [
    route(`GET ${base}`, {
      answers,
      handle: guarded((request) => ok(listed(commandsIn(world, guildOf(request)), request))),
    }),
    route(`PUT ${base}`, {
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'ApplicationCommandUpdateRequestSchema', request.body),
        ...checkCommandSet(objectsIn(request.body)),
      ],
      handle: guarded((request) => ok(overwriteAll(world, guildOf(request), objectsIn(request.body)))),
    }),
    route(`POST ${base}`, {
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'ApplicationCommandCreateRequestSchema', request.body),
        ...checkCommand(objectOf(request.body)),
      ],
      handle: guarded((request) => {
        const before = world.commands.size;
        const body = upsert(world, guildOf(request), objectOf(request.body));
        return { status: world.commands.size > before ? 201 : 200, body };
      }),
    }),
    route(`GET ${base}/:command`, {
      answers,
      handle: guarded((request) => {
        const command = one(request);
        return command ? ok(command) : apiError(10063);
      }),
    }),
    route(`PATCH ${base}/:command`, {
      answers,
      check: (request) => [
        ...checkSchema(schemas, 'ApplicationCommandPatchRequestPartialSchema', request.body),
        ...checkCommand({ ...objectOf(one(request)), ...objectOf(request.body) }),
      ],
      handle: guarded((request) => {
        const command = one(request);
        if (!command) return apiError(10063);
        const merged = { ...objectOf(command), ...objectOf(request.body) };
        return ok(store(world, commandPayload(world, guildOf(request), merged, command.id)));
      }),
    }),
    route(`DELETE ${base}/:command`, {
      handle: guarded((request) => {
        const command = one(request);
        if (!command) return apiError(10063);
        world.commands.delete(command.id);
        world.changed();
        return noContent;
      }),
    }),
  ];
}

/** Discord lists the localisations only for `with_localizations`. */
function listed(commands: readonly APIApplicationCommand[], { query }: RestRequest): readonly unknown[] {
  if (query.get('with_localizations') === 'true') return commands;
  return commands.map((command) => withoutLocalisations(objectOf(command)));
}

function withoutLocalisations(part: JsonObject): JsonObject {
  const bare = omit(part, ['name_localizations', 'description_localizations']);
  return Object.fromEntries(
    Object.entries(bare).map(([key, value]) =>
      key === 'options' || key === 'choices'
        ? [key, objectsIn(value).map(withoutLocalisations)]
        : [key, value],
    ),
  );
}

export function commandsIn(world: World, guildId: string | null): readonly APIApplicationCommand[] {
  return [...world.commands.values()].filter((command) => (command.guild_id ?? null) === guildId);
}

/** Bulk overwrite: what is not in the list goes; what has the same name and type keeps its id. */
function overwriteAll(
  world: World,
  guildId: string | null,
  bodies: readonly JsonObject[],
): readonly unknown[] {
  const kept = bodies.map((body) => upsert(world, guildId, body));
  for (const command of commandsIn(world, guildId)) {
    if (!kept.some(({ id }) => id === command.id)) world.commands.delete(command.id);
  }
  world.changed();
  return kept;
}

function upsert(world: World, guildId: string | null, body: JsonObject): APIApplicationCommand {
  const type = numberOf(body['type']) ?? 1;
  const known = commandsIn(world, guildId).find(
    (command) => command.name === body['name'] && (command.type as number) === type,
  );
  return store(world, commandPayload(world, guildId, body, known?.id ?? world.nextId()));
}

function store(world: World, command: APIApplicationCommand): APIApplicationCommand {
  world.commands.set(command.id, command);
  world.changed();
  return command;
}

/** A command as Discord gives it back; the version changes with every write. */
function commandPayload(
  world: World,
  guildId: string | null,
  body: JsonObject,
  id: string,
): APIApplicationCommand {
  const permissions = body['default_member_permissions'];
  const options = objectsIn(body['options']).map(optionPayload);
  const payload: JsonObject = {
    id,
    application_id: world.applicationId,
    version: world.nextId(),
    default_member_permissions:
      typeof permissions === 'string' || typeof permissions === 'number' ? `${permissions}` : null,
    type: numberOf(body['type']) ?? 1,
    name: stringOf(body['name']) ?? '',
    name_localizations: body['name_localizations'] ?? null,
    description: stringOf(body['description']) ?? '',
    description_localizations: body['description_localizations'] ?? null,
    nsfw: body['nsfw'] === true,
    ...(guildId === null
      ? {
          dm_permission: body['dm_permission'] !== false,
          contexts: body['contexts'] ?? null,
          integration_types: body['integration_types'] ?? [0, 1],
        }
      : { guild_id: guildId }),
    ...(options.length > 0 ? { options } : {}),
  };
  // Built to the shape of ApplicationCommandResponse, which the audit checks.
  return payload as unknown as APIApplicationCommand;
}

/** Discord leaves out what is false or empty in an option. */
function optionPayload(raw: JsonObject): JsonObject {
  const kept = Object.entries(withoutNulls(raw)).filter(
    ([key, value]) => !(['required', 'autocomplete'].includes(key) && value === false),
  );
  const option = Object.fromEntries(
    kept.filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
  const inner = objectsIn(option['options']).map(optionPayload);
  return inner.length > 0 ? { ...option, options: inner } : option;
}
