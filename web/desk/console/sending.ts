import { ApiError, call } from '../lib/api.ts';
import { nextToSend, type Outgoing, withState } from '../lib/outbox.ts';
import type { LiveStore } from '../lib/store.ts';

/** Pauses before each new try of a server that is away; then the agent is told. */
const PAUSES_MS = [700, 2_000];

/** Sends what waits in the outbox, of each conversation in order. Call it after every change. */
export function sender(store: LiveStore): () => void {
  const mark = (...state: DropFirst<Parameters<typeof withState>>) =>
    store.happened({ kind: 'outbox', change: (outbox) => withState(outbox, ...state) });

  async function deliver(message: Outgoing): Promise<void> {
    mark(message.id, 'sending');
    for (const pause of [...PAUSES_MS, null]) {
      try {
        await post(message);
        return mark(message.id, 'taken');
      } catch (error) {
        if (error instanceof ApiError && error.status < 500) return mark(message.id, 'failed', 'refused', error.code);
        if (pause === null) return mark(message.id, 'failed', 'unreachable');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  return function pump(): void {
    for (const message of nextToSend(store.get().outbox)) void deliver(message).then(pump);
  };
}

function post({ id, conversation, text, files }: Outgoing): Promise<unknown> {
  const body = { id, text, ...(files.length > 0 ? { files: files.map((file) => file.id) } : {}) };
  return call('POST', `/conversations/${encodeURIComponent(conversation)}/messages`, body);
}

type DropFirst<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;
