import { connect } from 'node:net';
import { createHttpServer, type HttpServer } from '../../adapters/http/server.ts';

export interface Running {
  readonly server: HttpServer;
  readonly base: string;
  readonly port: number;
  /** What was logged, as text. */
  readonly logged: string[];
}

/** A server on a free port with the routes that `register` gives it. */
export async function run(register: (server: HttpServer) => void | Promise<void>): Promise<Running> {
  const logged: string[] = [];
  const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const server = createHttpServer({ log: { info: write, warn: write, error: write } });
  await register(server);
  const { port } = await server.listen(0, '127.0.0.1');
  return { server, base: `http://127.0.0.1:${port}`, port, logged };
}

/** Bytes as they are on one connection; resolves with the answer up to its end or the first `until`. */
export function raw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    socket.setTimeout(3000, () => socket.destroy());
  });
}
