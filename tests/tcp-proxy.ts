import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server, which can be cut. */
export interface TcpProxy {
  readonly port: number;
  /** Ends what is connected, and refuses whoever comes: as when the server has gone. */
  readonly cut: () => Promise<void>;
  /** Lets nothing through any more, without a word: as when the network has gone. */
  readonly silence: () => void;
  readonly mend: () => Promise<void>;
}

/** It goes when the test ends. */
export async function startTcpProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(target);
    const forward = (from: Socket, to: Socket): void => {
      sockets.add(from);
      from.on('data', (data) => {
        if (!silent) to.write(data);
      });
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => undefined);
    };
    forward(near, far);
    forward(far, near);
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const cut = async (): Promise<void> => {
    const closed = server.listening ? once(server, 'close') : Promise.resolve();
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(cut);
  return {
    port,
    cut,
    silence: () => {
      silent = true;
    },
    async mend() {
      silent = false;
      // What was lost in between stays lost: whoever waits for it connects anew.
      for (const socket of sockets) socket.destroy();
      if (!server.listening) await listen(port);
    },
  };
}
