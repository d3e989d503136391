import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../../http/answer.ts';
import { requestUrl } from '../../http/requests.ts';
import type { HttpServer } from '../../http/server.ts';

const OPEN_TO_PAGES = /^\/(v3\/directline\/|chat\/token$)/;

/**
 * Direct Line is called from pages of other sites: any origin may, since what counts is the token, not a cookie. Preflights
 * are answered before routing.
 */
export function allowPages(server: HttpServer): void {
  server.restify.pre((req: IncomingMessage, res: ServerResponse, next: (go?: false) => void) => {
    if (!OPEN_TO_PAGES.test(requestUrl(req)?.pathname ?? '')) return next();
    res.setHeader('access-control-allow-origin', '*');
    res.setHeader('access-control-expose-headers', 'retry-after, x-request-id');
    if (req.method !== 'OPTIONS') return next();
    const headers = {
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers':
        'authorization, content-type, content-disposition, x-ms-bot-agent, x-requested-with',
      'access-control-max-age': '600',
    };
    send(res, { status: 204, headers });
    return next(false);
  });
}
