import { Readable } from 'node:stream';
import type { Log } from '../../http/log.ts';
import { type Called, callApi, reached, read } from './api.ts';
import type { Tokens } from './tokens.ts';

/** The token is wrong, unknown or over: another one is tried once. */
const STALE = new Set([40001, 40014, 42001]);
/** Settings of the account that somebody must mend: wrong ids, an address that is not allowed, a right that is missing. */
const ALARMING = new Set([40013, 40125, 40164, 48001, 48002, 50002, 60020]);
/** How long a customer's file may take: the push that brought it still waits. */
const MEDIA_MS = 2500;

export interface PostOptions {
  /** More of the query, beginning with `&`. */
  readonly query?: string;
  /** The longest answer that is read. */
  readonly mostCharacters?: number;
}

export interface Client {
  post(path: string, body: object, options?: PostOptions): Promise<Called>;
  /** A customer's file, read while `take` runs. */
  media<T>(id: string, take: (content: Readable) => Promise<T>): Promise<T | Exclude<Called, { kind: 'ok' }>>;
}

export interface ClientSettings {
  readonly channel: string;
  readonly account: string;
  /** Without a slash at its end. */
  readonly apiBase: string;
}

/** The account's calls, each with the token of now. */
export function createClient({ apiBase, channel, account }: ClientSettings, tokens: Tokens, log: Log): Client {
  const facts = { channel, account };

  async function withToken<T extends { readonly kind: string }>(
    call: (token: string) => Promise<T | Called>,
  ): Promise<T | Called> {
    const first = await tokens.get();
    if (first.kind !== 'token') return alarm(first);
    const called = await call(first.value);
    if (!isRefused(called) || !STALE.has(called.code)) return alarm(called);
    const second = await tokens.instead(first.value);
    if (second.kind !== 'token') return alarm(second);
    return second.value === first.value ? called : alarm(await call(second.value));
  }

  function alarm<T extends { readonly kind: string }>(called: T): T {
    if (isRefused(called) && ALARMING.has(called.code)) {
      log.error({ ...facts, code: called.code }, 'the platform refuses the settings of the account');
    }
    return called;
  }

  const address = (path: string, token: string, query: string) =>
    `${apiBase}/cgi-bin/${path}?access_token=${encodeURIComponent(token)}${query}`;
  return {
    post: (path, body, { query = '', mostCharacters } = {}) =>
      withToken<Called>((token) => callApi(address(path, token, query), body, mostCharacters)),
    async media<T>(id: string, take: (content: Readable) => Promise<T>) {
      const fetched = await withToken<Called | { kind: 'taken'; value: T }>((token) =>
        reached(async () => {
          const url = address('media/get', token, `&media_id=${encodeURIComponent(id)}`);
          const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(MEDIA_MS) });
          const type = answer.headers.get('content-type') ?? '';
          // a refusal is JSON in a file's place
          if (answer.status !== 200 || answer.body === null || /json|text/.test(type)) {
            return read(answer.status, (await answer.text()).slice(0, 4096));
          }
          return { kind: 'taken', value: await take(Readable.from(answer.body)) } as const;
        }),
      );
      if (fetched.kind === 'taken') return fetched.value;
      return fetched.kind === 'ok' ? { kind: 'failed', code: 'no-file', maybe: false } : fetched;
    },
  };
}

function isRefused(called: { readonly kind: string }): called is Extract<Called, { kind: 'refused' }> {
  return called.kind === 'refused';
}
