import { WebSocket } from 'ws';
import type { GatewayOptions } from './gateway.ts';
import type { GatewaySession, Sessions } from './gateway-sessions.ts';
import { Intent } from './gateway-sessions.ts';
import type { JsonObject } from './json.ts';
import { numberOf, objectOf, stringOf } from './json.ts';
import { guildCreatePayload, ownUserPayload } from './payloads.ts';
import type { World } from './world.ts';

/** One open websocket; its session lives longer. */
export interface Connection {
  readonly socket: WebSocket;
  session: GatewaySession | undefined;
  acking: boolean;
  readonly sentAt: number[];
}

export interface ConnectionContext {
  readonly world: World;
  readonly options: GatewayOptions;
  readonly sessions: Sessions;
  readonly records: {
    readonly identifies: JsonObject[];
    readonly resumes: JsonObject[];
    readonly presences: JsonObject[];
  };
  readonly listeners: readonly ((event: string, data: JsonObject) => void)[];
}

export function send(connection: Connection, payload: JsonObject): void {
  if (connection.socket.readyState === WebSocket.OPEN) connection.socket.send(JSON.stringify(payload));
}

/** Does what the bot asks for. */
export function receive(context: ConnectionContext, connection: Connection, text: string): void {
  const payload = objectOf(JSON.parse(text));
  const data = objectOf(payload['d']);
  if (payload['op'] !== 1 && tooMany(connection)) {
    context.options.onViolation('gateway', 'more than 120 gateway sends in a minute');
    connection.socket.close(4008);
    return;
  }
  switch (payload['op']) {
    case 1:
      if (connection.acking) send(connection, { op: 11 });
      return;
    case 2:
      identify(context, connection, data);
      return;
    case 3:
      context.records.presences.push(data);
      return;
    case 6:
      resume(context, connection, data);
      return;
    case 4:
    case 8:
      return;
    default:
      context.options.onViolation('gateway', `unknown opcode ${String(payload['op'])}`);
      connection.socket.close(4001);
  }
}

/** Discord: 120 sends in 60 seconds, then 4008. Heartbeats are left out, since tests make them beat fast. */
function tooMany(connection: Connection): boolean {
  const now = Date.now();
  connection.sentAt.push(now);
  return connection.sentAt.filter((at) => now - at < 60_000).length > 120;
}

function identify(context: ConnectionContext, connection: Connection, data: JsonObject): void {
  const { world, options, sessions, records } = context;
  records.identifies.push(data);
  const intents = numberOf(data['intents']) ?? 0;
  if (connection.session) {
    connection.socket.close(4005);
    return;
  }
  if (stringOf(data['token']) !== options.token) {
    connection.socket.close(4004, 'Authentication failed.');
    return;
  }
  if ((intents & Intent.privileged & ~options.privilegedIntents) !== 0) {
    connection.socket.close(4014, 'Disallowed intent(s).');
    return;
  }
  if (data['presence']) records.presences.push(objectOf(data['presence']));
  const session = sessions.open(world.nextId(), intents, connection.socket);
  connection.session = session;
  const members = [...world.guilds.values()].filter((guild) => guild.botIsMember);
  const tell = (event: string, payload: JsonObject): void => {
    if (sessions.push(session, event, payload))
      for (const listener of context.listeners) listener(event, payload);
  };
  tell('READY', readyPayload(world, session.id, options.url(), data));
  for (const guild of members) tell('GUILD_CREATE', guildCreatePayload(world, guild));
  session.ready = true;
}

function readyPayload(world: World, sessionId: string, url: string, identifyData: JsonObject): JsonObject {
  const members = [...world.guilds.values()].filter((guild) => guild.botIsMember);
  return {
    v: 10,
    user: ownUserPayload(world),
    guilds: members.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: url,
    application: { id: world.applicationId, flags: 0 },
    ...(identifyData['shard'] ? { shard: identifyData['shard'] } : {}),
  };
}

function resume(context: ConnectionContext, connection: Connection, data: JsonObject): void {
  const { options, sessions, records } = context;
  records.resumes.push(data);
  if (stringOf(data['token']) !== options.token) {
    connection.socket.close(4004, 'Authentication failed.');
    return;
  }
  const session = sessions.find(stringOf(data['session_id']) ?? '');
  if (!session) {
    send(connection, { op: 9, d: false });
    return;
  }
  connection.session = session;
  sessions.resume(session, connection.socket, numberOf(data['seq']) ?? 0);
}
