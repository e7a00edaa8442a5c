import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAudit } from './audit.ts';
import type { Discord } from './driver.ts';
import { createDriver } from './driver.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { Intent } from './gateway-sessions.ts';
import { loadApiSchemas } from './load-api-schemas.ts';
import { createMessageStore } from './message-store.ts';
import { callbackRoutes } from './rest-callback.ts';
import { channelRoutes } from './rest-channels.ts';
import { commandRoutes } from './rest-commands.ts';
import { generalRoutes } from './rest-general.ts';
import type { LoggedRequest } from './rest-router.ts';
import { handleRequest } from './rest-router.ts';
import { threadRoutes } from './rest-threads.ts';
import { webhookRoutes } from './rest-webhooks.ts';
import type { RestContext } from './route.ts';
import type { GuildSeed } from './world.ts';
import { createWorld } from './world.ts';

export interface StandInOptions {
  /** The only token that is taken. */
  readonly token: string;
  /** The guild 'Library' with 'general' and 'reading-room' by default. */
  readonly guilds?: readonly GuildSeed[];
  /** Whether the Message Content intent is switched on in the portal. Default false. */
  readonly messageContent?: boolean;
  /** The privileged intents that are switched on, as bits, when it is not just Message Content. */
  readonly intentsAllowed?: number;
  /** Whether `enforce_nonce` keeps a message from being made twice, as it does on Discord. Default true. */
  readonly enforcesNonce?: boolean;
  /** A free one by default. */
  readonly port?: number;
  /** Default 41,250. */
  readonly heartbeatIntervalMs?: number;
}

export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly message: string;
}

/** Starts a Discord of one's own on a free port of 127.0.0.1. Close it after the test. */
export async function startDiscordStandIn(options: StandInOptions): Promise<Discord> {
  const schemas = await loadApiSchemas();
  const world = createWorld(options.guilds);
  const faults = createFaults();
  const audit = createAudit(schemas);
  const requests: LoggedRequest[] = [];
  const violations: Violation[] = [];
  const onViolation = (method: string, path: string, message: string): void => {
    violations.push({ method, path, message });
  };
  const messageContent = options.messageContent ?? false;
  const server = createServer();
  const address = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gatewayUrl = (): string => `ws://${address()}/gateway`;
  const gateway = createGateway(server, world, {
    token: options.token,
    url: gatewayUrl,
    privilegedIntents: options.intentsAllowed ?? (messageContent ? Intent.messageContent : 0),
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    onViolation: (where, message) => {
      onViolation('GATEWAY', where, message);
    },
  });
  gateway.onDispatch(audit.dispatch);
  const store = createMessageStore(world, gateway);
  const enforcesNonce = options.enforcesNonce ?? true;
  const context: RestContext = { world, gateway, store, schemas, messageContent, enforcesNonce, gatewayUrl };
  const routes = [
    generalRoutes,
    commandRoutes,
    channelRoutes,
    threadRoutes,
    callbackRoutes,
    webhookRoutes,
  ].flatMap((routesOf) => routesOf(context));
  const router = {
    routes,
    token: options.token,
    faults,
    requests,
    onViolation,
    onAnswer: audit.answer,
    onDone: world.changed,
  };
  server.on('request', (request, response) => {
    const id = /^\/attachments\/(\d+)\//u.exec(request.url ?? '')?.[1];
    if (id !== undefined) {
      const file = world.attachments.get(id);
      response.writeHead(file ? 200 : 404).end(file?.bytes);
      return;
    }
    handleRequest(router, request, response).catch((error: unknown) => {
      onViolation(request.method ?? '', request.url ?? '', `the stand-in failed: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    gateway.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return createDriver({ world, gateway, store, faults, requests, violations, audit, address, close });
}
