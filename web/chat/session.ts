import { get, text } from './activity.ts';
import { readJson, write } from './storage.ts';

/** Who the page is to the server. The token opens this one conversation and is given back for a fresh one when it ends. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly userId: string;
}

const key = 'shouwen.session';

export function readSession(value: unknown): Session | undefined {
  const session = {
    conversationId: text(get(value, 'conversationId')),
    token: text(get(value, 'token')),
    userId: text(get(value, 'userId')),
  };
  return session.conversationId === '' || session.token === '' ? undefined : session;
}

export function storedSession(): Session | undefined {
  return readSession(readJson(key));
}

export function storeSession(session: Session): void {
  write(key, JSON.stringify(session));
}
