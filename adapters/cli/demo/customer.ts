import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const tokenSchema = z.object({ conversationId: z.string(), token: z.string(), userId: z.string() });

/** A simulated customer on the public Direct Line interface, as the web page is one. */
export interface DemoCustomer {
  readonly conversation: string;
  say(text: string): Promise<void>;
}

export async function openDemoCustomer(base: string, locale: string): Promise<DemoCustomer> {
  const post = async (path: string, token: string | null, body: unknown): Promise<unknown> => {
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const { conversationId, token, userId } = tokenSchema.parse(await post('/chat/token', null, { locale }));
  await post('/v3/directline/conversations', token, {});
  return {
    conversation: conversationId,
    async say(text) {
      const path = `/v3/directline/conversations/${conversationId}/activities`;
      await post(path, token, { type: 'message', text, locale, from: { id: userId } });
      // as long as somebody needs to read and type
      await sleep(1200);
    },
  };
}
