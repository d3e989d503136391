import type { Instant } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import type { Log } from '../../http/log.ts';
import type { Handler, HttpServer } from '../../http/server.ts';

/** Whoever is not the platform may call as often as they like: one line each. */
const EVERY_MS: Instant = 10_000;

/**
 * The same server, whose refusals of calls leave a line with channel, account and code: a wrong token, or a body nobody can
 * read, looks like silence otherwise. `times`: how often since the last line.
 */
export function tellingRefusals(server: HttpServer, channel: string, log: Log, now: () => Instant): HttpServer {
  const told = new Map<string, { times: number; at: Instant }>();

  function tell(path: string, { code, status }: HttpError): void {
    // `/channels/<channel>/<account>…`
    const account = path.split('/')[3] ?? '';
    const key = `${account}\n${code}`;
    const { times, at } = told.get(key) ?? { times: 0, at: Number.NEGATIVE_INFINITY };
    if (now() - at < EVERY_MS) {
      told.set(key, { times: times + 1, at });
      return;
    }
    told.set(key, { times: 0, at: now() });
    log.warn({ channel, account, code, status, times: times + 1 }, 'a call of the webhook was refused');
  }

  const telling =
    (path: string, handler: Handler): Handler =>
    async (call) => {
      try {
        return await handler(call);
      } catch (error) {
        if (error instanceof HttpError && error.status < 500) tell(path, error);
        throw error;
      }
    };
  return { ...server, route: (method, path, handler) => server.route(method, path, telling(path, handler)) };
}
