import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const signedInSchema = z.object({ csrfToken: z.string() });
const queueSchema = z.object({ waiting: z.array(z.object({ handoff: z.string(), conversation: z.string() })) });

/** A simulated agent on the Desk API. */
export interface DemoAgent {
  /** Takes the customer of a conversation out of the queue; false while they are not in it. */
  take(conversation: string): Promise<boolean>;
  write(conversation: string, text: string): Promise<void>;
  giveBack(conversation: string): Promise<void>;
  /** A sign of life: who says nothing for 45 s loses their customers. */
  here(): Promise<void>;
}

export async function signInDemoAgent(base: string, login: string, password: string): Promise<DemoAgent> {
  const answer = await fetch(`${base}/desk/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const { csrfToken } = signedInSchema.parse(await answer.json());
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`${base}/desk/api${path}`, {
      method,
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    return reply.json();
  };
  // with a few customers of their own, and the rest left to whoever looks at the demo
  await call('PUT', '/me/status', { status: 'busy' });
  return {
    async take(conversation) {
      const { waiting } = queueSchema.parse(await call('GET', '/queue'));
      const found = waiting.find((one) => one.conversation === conversation);
      if (found === undefined) return false;
      await call('POST', `/handoffs/${found.handoff}/accept`);
      return true;
    },
    write: async (conversation, text) =>
      void (await call('POST', `/conversations/${conversation}/messages`, { id: randomUUID(), text })),
    giveBack: async (conversation) =>
      void (await call('POST', `/conversations/${conversation}/return`, { result: 'solved' })),
    here: async () => void (await call('GET', '/queue')),
  };
}
