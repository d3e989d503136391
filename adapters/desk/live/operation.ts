import { z } from 'zod';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { Guard } from '../auth/guard.ts';
import { clientFrame, eventsQuery, serverFrame } from '../schemas.ts';

const UPGRADE = { connection: 'Upgrade', upgrade: 'websocket' };

/** The console's socket, as `/openapi.json` tells of it; `registerDeskEvents` serves it, and who asks without one is told so. */
export function eventsOperation(guard: Guard): DeskOperation {
  return deskOperation(guard, {
    method: 'GET',
    path: '/desk/api/events',
    summary:
      'WebSocket. Each frame is JSON: `fromServer` and `fromConsole` are what either side sends. First `hello`, the events after `after`, then what comes. Closes with 1008 (a frame that may not be), 1013 (come again later) or 4401 (signed out).',
    access: 'agent',
    query: eventsQuery,
    status: 101,
    answer: z.object({ fromServer: serverFrame, fromConsole: clientFrame }),
    refusals: {
      426: 'It was not opened as a WebSocket.',
      429: 'Too many consoles of this account.',
      503: 'The desk cannot be read now.',
    },
    handle: () => Promise.reject(new HttpError(426, 'UpgradeRequired', 'Open it as a WebSocket.', UPGRADE)),
  });
}
