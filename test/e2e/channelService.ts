import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const replySchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.object({ id: z.string() }),
  recipient: z.object({ id: z.string() }).optional(),
  conversation: z.object({ id: z.string() }),
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string(), value: z.unknown() })) }).optional(),
});
export type ChannelReply = z.infer<typeof replySchema>;
export type Mishap = 'answer 500' | 'no answer';

/** A Bot Connector on loopback: takes the bot's replies as a channel service does, and fails when told to. */
export interface ChannelService {
  readonly url: string;
  /** Replies it accepted, in order. */
  readonly accepted: ChannelReply[];
  /** The next reply meets this instead of being accepted. */
  next(mishap: Mishap): void;
  /** Mishaps that happened. */
  readonly happened: Mishap[];
  /** Waits until this many replies are accepted and no more come for a moment. */
  settled(atLeast: number): Promise<void>;
  close(): Promise<void>;
}

export async function openChannelService(): Promise<ChannelService> {
  const accepted: ChannelReply[] = [];
  const mishaps: Mishap[] = [];
  const happened: Mishap[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => take(Buffer.concat(chunks).toString(), res));
  });
  const take = (body: string, res: ServerResponse) => {
    const mishap = mishaps.shift();
    if (mishap !== undefined) happened.push(mishap);
    if (mishap === 'no answer') return;
    res.setHeader('content-type', 'application/json');
    if (mishap === 'answer 500') {
      res.statusCode = 500;
      res.end('{"error":{"code":"ServiceError","message":"on purpose"}}');
      return;
    }
    accepted.push(replySchema.parse(JSON.parse(body)));
    res.end(JSON.stringify({ id: `reply-${accepted.length}` }));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    accepted,
    happened,
    next: (mishap) => mishaps.push(mishap),
    async settled(atLeast) {
      const late = performance.now() + 40_000;
      for (let quiet = 0, before = -1; quiet < 15; before = accepted.length) {
        if (performance.now() > late) throw new Error(`${accepted.length} replies instead of ${atLeast}`);
        await sleep(20);
        quiet = accepted.length >= atLeast && accepted.length === before ? quiet + 1 : 0;
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
