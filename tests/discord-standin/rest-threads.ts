import type { RestReply } from './api-error.ts';
import { apiError } from './api-error.ts';
import { objectOf, stringOf } from './json.ts';
import { allows, Permission } from './permissions.ts';
import { channelPayload } from './payloads.ts';
import { inChannel } from './rest-channels.ts';
import type { RestContext, Route } from './route.ts';
import { noContent, ok, route } from './route.ts';
import { checkSchema } from './validate-request.ts';
import type { Channel, World } from './world.ts';
import { blankChannel, botPermissionsIn } from './world.ts';

/** Threads in a channel, from a message or without one; joining; renaming and archiving. */
export function threadRoutes({ world, gateway, schemas }: RestContext): readonly Route[] {
  const start = (parent: Channel, id: string, name: unknown): RestReply => {
    if (!allows(botPermissionsIn(world, parent), Permission.createPublicThreads)) return apiError(50013);
    const thread = addThread(world, parent, { id, name: stringOf(name) ?? '', ownerId: world.bot.id });
    const payload = channelPayload(world, thread);
    gateway.dispatch('THREAD_CREATE', { ...payload, newly_created: true });
    world.changed();
    return { status: 201, body: payload };
  };
  const answers = 'ThreadResponseSchema';
  return [
    route('POST /channels/:channel/threads', {
      answers,
      check: (request) => checkSchema(schemas, 'CreateTextThreadWithoutMessageRequestSchema', request.body),
      handle: inChannel(world, [], (request, parent) =>
        start(parent, world.nextId(), objectOf(request.body)['name']),
      ),
    }),
    route('POST /channels/:channel/messages/:message/threads', {
      answers,
      check: (request) => checkSchema(schemas, 'CreateTextThreadWithMessageRequestSchema', request.body),
      handle: inChannel(world, [], (request, parent) => {
        // A message's thread has the message's id.
        const id = request.part('message');
        if (world.channels.has(id)) return apiError(160004);
        return world.messages.has(id) ? start(parent, id, objectOf(request.body)['name']) : apiError(10008);
      }),
    }),
    route('PUT /channels/:channel/thread-members/@me', { handle: inChannel(world, [], () => noContent) }),
    route('PATCH /channels/:channel', {
      check: (request) => checkSchema(schemas, 'UpdateThreadRequestPartialSchema', request.body),
      handle: inChannel(world, [], (request, channel) => {
        if (channel.type !== 11) return apiError(50013);
        const renamed = { ...channel, name: stringOf(objectOf(request.body)['name']) ?? channel.name };
        world.channels.set(channel.id, renamed);
        return ok(channelPayload(world, renamed));
      }),
    }),
  ];
}

export interface ThreadSeed {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
}

export function addThread(world: World, parent: Channel, seed: ThreadSeed): Channel {
  const thread: Channel = {
    ...blankChannel(seed.id, seed.name),
    type: 11,
    guildId: parent.guildId,
    parentId: parent.id,
    ownerId: seed.ownerId,
  };
  world.channels.set(thread.id, thread);
  return thread;
}
