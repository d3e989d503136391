import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface FaultProxy {
  readonly port: number;
  /** The next answer of the server is thrown away and its connection cut: the command was carried out. */
  cutNextAnswer(): void;
  /** Connections of now fall silent but stay open, as when a cable is pulled; new ones work. */
  silence(): void;
  close(): Promise<void>;
}

/** Stands before a server on this machine and breaks connections when told to. */
export async function faultProxy(serverPort: number): Promise<FaultProxy> {
  let cut = false;
  let silenced = new Set<Socket>();
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk) => {
      if (silenced.has(client)) return;
      if (!cut) return client.write(chunk);
      cut = false;
      client.resetAndDestroy();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    cutNextAnswer() {
      cut = true;
    },
    silence() {
      silenced = new Set(sockets);
    },
    async close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, 'close');
    },
  };
}
