import { apiError } from './api-error.ts';
import type { JsonObject } from './json.ts';
import { objectOf, stringOf } from './json.ts';
import {
  applicationPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  ownUserPayload,
  userById,
} from './payloads.ts';
import { everyonePermissions } from './permissions.ts';
import type { RestContext, Route } from './route.ts';
import { ok, route } from './route.ts';
import { checkSchema } from './validate-request.ts';
import type { World } from './world.ts';

/** The gateway's address, the bot itself, its guilds and its direct messages. */
export function generalRoutes({ world, schemas, messageContent, gatewayUrl }: RestContext): readonly Route[] {
  const sessionStarts = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return [
    route('GET /gateway', {
      answers: 'GatewayResponseSchema',
      handle: () => ok({ url: gatewayUrl() }),
      needsBotToken: false,
    }),
    route('GET /gateway/bot', {
      answers: 'GatewayBotResponseSchema',
      handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: sessionStarts }),
    }),
    route('GET /users/@me', { answers: 'UserPIIResponseSchema', handle: () => ok(ownUserPayload(world)) }),
    route('GET /users/@me/guilds', {
      answers: 'MyGuildResponseSchema',
      handle: (request) => ok(ownGuilds(world, request.query)),
    }),
    route('GET /users/:user', {
      answers: 'UserResponseSchema',
      handle: (request) =>
        world.users.has(request.part('user')) ? ok(userById(world, request.part('user'))) : apiError(10013),
    }),
    route('POST /users/@me/channels', {
      answers: 'PrivateChannelResponseSchema',
      check: (request) => checkSchema(schemas, 'CreatePrivateChannelRequestSchema', request.body),
      handle: (request) => {
        const recipient = stringOf(objectOf(request.body)['recipient_id']) ?? '';
        if (!world.users.has(recipient)) return apiError(10013);
        return ok(channelPayload(world, world.findOrAddDm(recipient)));
      },
    }),
    route('GET /applications/@me', {
      answers: 'PrivateApplicationResponseSchema',
      handle: () => ok(applicationPayload(world, messageContent)),
    }),
    route('GET /oauth2/applications/@me', {
      answers: 'PrivateApplicationResponseSchema',
      handle: () => ok(applicationPayload(world, messageContent)),
    }),
    route('GET /guilds/:guild', {
      answers: 'GuildWithCountsResponseSchema',
      handle: (request) => {
        const guild = world.guilds.get(request.part('guild'));
        return guild?.botIsMember ? ok(guildPayload(world, guild)) : apiError(10004);
      },
    }),
    route('GET /guilds/:guild/channels', {
      handle: (request) =>
        ok(
          [...world.channels.values()]
            .filter((channel) => channel.guildId === request.part('guild') && channel.type === 0)
            .map((channel) => channelPayload(world, channel)),
        ),
    }),
    route('GET /guilds/:guild/members/:user', {
      answers: 'GuildMemberResponseSchema',
      handle: (request) => {
        const user = world.users.get(request.part('user') === '@me' ? world.bot.id : request.part('user'));
        const guild = world.guilds.get(request.part('guild'));
        if (!user || !guild?.botIsMember) return apiError(user ? 10004 : 10013);
        if (guild.strangers.includes(user.username)) return apiError(10007);
        return ok(memberPayload(user, user.id === world.bot.id ? [guild.botRoleId] : []));
      },
    }),
  ];
}

/** At most `limit` guilds, 200 by default, with ids above `after`. */
function ownGuilds(world: World, query: URLSearchParams): readonly JsonObject[] {
  const after = BigInt(query.get('after') ?? '0');
  return [...world.guilds.values()]
    .filter(({ id, botIsMember }) => botIsMember && BigInt(id) > after)
    .slice(0, Number(query.get('limit') ?? '200'))
    .map(({ id, name }) => ({
      id,
      name,
      icon: null,
      banner: null,
      owner: false,
      permissions: everyonePermissions.toString(),
      features: [],
    }));
}
