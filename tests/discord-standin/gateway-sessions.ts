import { WebSocket } from 'ws';
import type { JsonObject } from './json.ts';

/** The intents that matter to the stand-in. Source: Discord, 'Gateway Intents'. */
export const Intent = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
  /** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT have to be switched on in the portal. */
  privileged: (1 << 1) | (1 << 8) | (1 << 15),
} as const;

export interface GatewaySession {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly seq: number; readonly text: string }[];
  socket: WebSocket | undefined;
  /** READY and every GUILD_CREATE have been sent. */
  ready: boolean;
}

export interface Sessions {
  readonly all: () => readonly GatewaySession[];
  readonly find: (id: string) => GatewaySession | undefined;
  readonly open: (id: string, intents: number, socket: WebSocket) => GatewaySession;
  readonly remove: (session: GatewaySession) => void;
  readonly detach: (session: GatewaySession, socket: WebSocket, ended: boolean) => void;
  /** Numbers, keeps and sends an event; false when the session's intents leave it out. */
  readonly push: (session: GatewaySession, event: string, data: JsonObject) => boolean;
  readonly resume: (session: GatewaySession, socket: WebSocket, seq: number) => void;
  readonly rewindNextResume: (count: number) => void;
}

/** Sessions outlive their connections: events that come while the bot is away are kept and replayed on RESUME. */
export function createSessions(): Sessions {
  const sessions = new Map<string, GatewaySession>();
  let rewind = 0;
  const transmit = (session: GatewaySession, text: string): void => {
    if (session.socket?.readyState === WebSocket.OPEN) session.socket.send(text);
  };
  const push = (session: GatewaySession, event: string, data: JsonObject): boolean => {
    if (!wanted(session.intents, event, data)) return false;
    const seq = session.sent.length + 1;
    const text = JSON.stringify({ op: 0, s: seq, t: event, d: data });
    session.sent.push({ seq, text });
    transmit(session, text);
    return true;
  };
  return {
    all: () => [...sessions.values()],
    find: (id) => sessions.get(id),
    open: (id, intents, socket) => {
      const session: GatewaySession = { id, intents, sent: [], socket, ready: false };
      sessions.set(id, session);
      return session;
    },
    remove: (session) => sessions.delete(session.id),
    detach: (session, socket, ended) => {
      if (session.socket !== socket) return;
      session.socket = undefined;
      if (ended) sessions.delete(session.id);
    },
    push,
    resume: (session, socket, seq) => {
      session.socket = socket;
      const from = seq - rewind;
      rewind = 0;
      for (const event of session.sent) if (event.seq > from) transmit(session, event.text);
      push(session, 'RESUMED', { _trace: [] });
    },
    rewindNextResume: (count) => {
      rewind = count;
    },
  };
}

function wanted(intents: number, event: string, data: JsonObject): boolean {
  if (event.startsWith('MESSAGE_')) {
    return (intents & (data['guild_id'] === undefined ? Intent.directMessages : Intent.guildMessages)) !== 0;
  }
  if (/^(GUILD|CHANNEL|THREAD)_/u.test(event)) return (intents & Intent.guilds) !== 0;
  return true;
}
