import { createServer } from 'node:http';

/** A call and how it was answered; null while it is not. */
export interface Forwarded {
  readonly path: string;
  status: number | null;
}

/** An address that is known before the instance behind it is; keeps what was asked of it. */
export async function forwarder(port: number) {
  const server = createServer((req, res) => {
    const call: Forwarded = { path: req.url ?? '', status: null };
    front.calls.push(call);
    const forward = async () => {
      const answer = await fetch(front.to + req.url);
      const body = await answer.text();
      call.status = answer.status;
      res.statusCode = answer.status;
      res.end(body);
    };
    // an instance that is gone answers nobody
    forward().catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const front = {
    url: `http://127.0.0.1:${port}`,
    to: '',
    calls: [] as Forwarded[],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return front;
}
