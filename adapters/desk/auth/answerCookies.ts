import type { Call } from '../../http/server.ts';
import type { DeskOperation } from './deskOperation.ts';

/** For operations whose answer sets a cookie: `set` while handling, and `sending` puts it into the answer's head. */
export interface AnswerCookies {
  set(call: Call, cookie: string): void;
  sending(operation: DeskOperation): DeskOperation;
}

export function answerCookies(): AnswerCookies {
  const cookies = new WeakMap<Call, string>();
  return {
    set(call, cookie) {
      cookies.set(call, cookie);
    },
    sending: (operation) => ({
      ...operation,
      run: async (call) => {
        const answer = await operation.run(call);
        const cookie = cookies.get(call);
        return cookie === undefined ? answer : { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
      },
    }),
  };
}
