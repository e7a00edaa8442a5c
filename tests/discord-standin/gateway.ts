import type { IncomingMessage, Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Connection, ConnectionContext } from './gateway-connection.ts';
import { receive, send } from './gateway-connection.ts';
import type { GatewaySession } from './gateway-sessions.ts';
import { createSessions, Intent } from './gateway-sessions.ts';
import type { JsonObject } from './json.ts';
import { hideContent } from './message-store.ts';
import type { World } from './world.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Where a session is resumed; known once the server listens. */
  readonly url: () => string;
  /** The privileged intents that are switched on in the portal, as bits; asking for another closes with 4014. */
  readonly privilegedIntents: number;
  /** Discord says about 41,250; tests of zombie connections want less. */
  readonly heartbeatIntervalMs: number;
  readonly onViolation: (where: string, message: string) => void;
}

export interface Gateway {
  readonly identifies: JsonObject[];
  readonly resumes: JsonObject[];
  readonly presences: JsonObject[];
  /** Close codes in the order in which connections ended; 1006 when one was cut. */
  readonly closes: number[];
  readonly dispatch: (event: string, data: JsonObject) => void;
  /** Like dispatch, but the content is taken out where the bot lacks the Message Content intent. */
  readonly dispatchMessage: (event: string, message: JsonObject) => void;
  /** Every event that was sent, for the audit of the stand-in's own payloads. */
  readonly onDispatch: (listener: (event: string, data: JsonObject) => void) => void;
  readonly hasSession: () => boolean;
  readonly isConnected: () => boolean;
  readonly faults: GatewayFaults;
  readonly close: () => void;
}

export interface GatewayFaults {
  /** An event as it is given, however malformed; it is not audited. */
  readonly sendRaw: (event: string, data: unknown) => void;
  /** Op 7. */
  readonly sendReconnect: () => void;
  /** Closes with the code, or cuts the connection when none is given. The session can be resumed. */
  readonly dropSockets: (code?: number) => void;
  /** Op 9; with false the session is gone. */
  readonly invalidateSession: (resumable: boolean) => void;
  /** No heartbeat is answered any more until the bot connects anew. */
  readonly stopAcking: () => void;
  /** The next resume sends the last `count` events before the bot's sequence once more. */
  readonly replayOnResume: (count: number) => void;
}

export function createGateway(server: Server, world: World, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const connections = new Set<Connection>();
  const listeners: ((event: string, data: JsonObject) => void)[] = [];
  const sessions = createSessions();
  const records = {
    identifies: [] as JsonObject[],
    resumes: [] as JsonObject[],
    presences: [] as JsonObject[],
  };
  const closes: number[] = [];
  const each = (action: (connection: Connection) => void): void => {
    [...connections].forEach(action);
  };

  const push = (event: string, dataFor: (session: GatewaySession) => JsonObject): void => {
    for (const session of sessions.all()) {
      const data = dataFor(session);
      if (sessions.push(session, event, data)) for (const listener of listeners) listener(event, data);
    }
  };
  const context: ConnectionContext = { world, options, sessions, records, listeners };

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection: Connection = { socket, session: undefined, acking: true, sentAt: [] };
    connections.add(connection);
    if (/compress=/u.test(request.url ?? ''))
      options.onViolation('gateway', 'the stand-in does not compress');
    send(connection, { op: 10, d: { heartbeat_interval: options.heartbeatIntervalMs } });
    socket.on('message', (data: Buffer) => {
      receive(context, connection, data.toString());
      world.changed();
    });
    socket.on('close', (code: number) => {
      connections.delete(connection);
      closes.push(code);
      // Discord: 1000 and 1001 from the client end the session; anything else leaves it to be resumed.
      if (connection.session) sessions.detach(connection.session, socket, code === 1000 || code === 1001);
      world.changed();
    });
  });

  return {
    ...records,
    closes,
    dispatch: (event, data) => {
      push(event, () => data);
    },
    dispatchMessage: (event, message) => {
      push(event, (session) =>
        session.intents & Intent.messageContent ? message : hideContent(world, message),
      );
    },
    onDispatch: (listener) => listeners.push(listener),
    hasSession: () => sessions.all().length > 0,
    isConnected: () => [...connections].some((connection) => connection.session?.ready === true),
    faults: {
      sendRaw: (event, data) => {
        each(({ socket, session }) => {
          if (session) socket.send(JSON.stringify({ op: 0, s: session.sent.length, t: event, d: data }));
        });
      },
      sendReconnect: () => {
        each((connection) => {
          send(connection, { op: 7, d: null });
        });
      },
      dropSockets: (code) => {
        each(({ socket }) => {
          if (code === undefined) socket.terminate();
          else socket.close(code);
        });
      },
      invalidateSession: (resumable) => {
        each((connection) => {
          if (!resumable && connection.session) sessions.remove(connection.session);
          send(connection, { op: 9, d: resumable });
        });
      },
      stopAcking: () => {
        each((connection) => (connection.acking = false));
      },
      replayOnResume: (count) => {
        sessions.rewindNextResume(count);
      },
    },
    close: () => {
      each(({ socket }) => {
        socket.terminate();
      });
      sockets.close();
    },
  };
}
