import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  readonly json: Record<string, unknown>;
}

/** How the receiver answers: a status with headers, after some milliseconds, or never. */
export type Behaviour =
  | { readonly status: number; readonly afterMs?: number; readonly location?: string }
  | 'silent'
  | 'cut';

/** Another system that gets webhooks: a real HTTP server that behaves as a test tells it. */
export class Receiver {
  readonly got: Received[] = [];
  behave: (one: Received) => Behaviour = () => ({ status: 204 });
  readonly #server: Server;
  #waiting: (() => void)[] = [];

  constructor() {
    this.#server = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('error', () => {});
      req.on('end', () => {
        const raw = Buffer.concat(chunks);
        const one = { path: req.url ?? '', headers: req.headers, raw, json: JSON.parse(raw.toString()) };
        this.got.push(one);
        for (const wake of this.#waiting.splice(0)) wake();
        const does = this.behave(one);
        if (does === 'cut') return req.socket.destroy();
        if (does === 'silent') return;
        setTimeout(() => {
          res.writeHead(does.status, does.location === undefined ? {} : { location: does.location });
          res.end('what the receiver says');
        }, does.afterMs ?? 0);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => void this.#server.listen(0, '127.0.0.1', done));
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the receiver does not listen');
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** Waits until so many have come; fails after five seconds. */
  async until(count: number): Promise<void> {
    const deadline = Date.now() + 5000;
    while (this.got.length < count) {
      if (Date.now() > deadline) throw new Error(`${this.got.length} of ${count} deliveries came`);
      await Promise.race([
        new Promise<void>((wake) => this.#waiting.push(wake)),
        new Promise((r) => setTimeout(r, 100)),
      ]);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
