import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections. */
const FIRST = 10_000;
const LAST = 32_000;

/**
 * A port that was free a moment ago and stays so while its server is away: none that an outgoing connection may get.
 * Otherwise a client that tries again and again on this machine ends up connected to itself, and the server finds its
 * port taken.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
