import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';

const PASSWORD = 'hunter2-secret';

/** Something that listens where a PostgreSQL should. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server: Server = createServer(onConnection).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `postgres://ada:${PASSWORD}@127.0.0.1:${(server.address() as AddressInfo).port}/verbatim`;
}

/** Why that store cannot be opened, with all that a log would show. */
async function refusal(url: string): Promise<string> {
  const error = await openStore(url).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'store-unusable' });
  const { message, stack, cause } = error as Error;
  expect(JSON.stringify([message, stack, cause, String(cause)])).not.toContain(PASSWORD);
  return message;
}

describe('a PostgreSQL that cannot be used', () => {
  it('because nobody listens there: it says where and what to look at, without the password', async () => {
    const message = await refusal(`postgres://ada:${PASSWORD}@127.0.0.1:1/verbatim?sslpassword=${PASSWORD}`);
    expect(message).toMatch(
      /postgres:\/\/127\.0\.0\.1:1\/verbatim cannot be used: .*ECONNREFUSED.*STORE_URL/u,
    );
  });

  it('because a name stands for addresses where nobody listens: it says so of each', async () => {
    expect(await refusal(`postgres://ada:${PASSWORD}@localhost:1/verbatim`)).toMatch(/ECONNREFUSED/u);
  });

  it('because it does not answer: it waits no longer than an interaction can', async () => {
    const url = await listen(() => undefined);
    expect(await refusal(url)).toMatch(/timeout/u);
  });

  it('because something else answers', async () => {
    const url = await listen((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    expect(await refusal(url)).toMatch(/cannot be used/u);
  });
});
