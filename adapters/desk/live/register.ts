import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { HttpError } from '../../http/answer.ts';
import { parseQuery } from '../../http/query.ts';
import type { HttpServer } from '../../http/server.ts';
import { openSockets, refuseUpgrade, sendFrame } from '../../live/sockets.ts';
import type { Caller } from '../auth/guard.ts';
import { eventsQuery, type ServerFrame } from '../schemas.ts';
import { FRAME_BYTES } from './clientFrames.ts';
import { Console, type ConsoleShare } from './console.ts';
import type { LiveDeps } from './deps.ts';
import { EventFrames } from './eventFrames.ts';
import { EventTail } from './eventTail.ts';
import { HandoffCache } from './handoffCache.ts';
import { ReadMarks } from './readMarks.ts';
import { SignsOfLife } from './signsOfLife.ts';

const PATH = /^\/desk\/api\/events$/;
const KEEP_ALIVE_MS = 15_000;
const SESSION_MS = 30_000;
/** Consoles of one account on this instance. */
const CONSOLES_LIMIT = 20;

/**
 * `GET /desk/api/events?after=` as WebSocket: `hello`, the events after `after` (from now on without it), then what comes;
 * and the transcripts that the console asks for. Frames are in `../schemas.ts`. Closes with 1008 and a reason for what a
 * console must not do, 1013 when it does not read or the store does not answer, 4401 when its session is over.
 */
export function registerDeskEvents(server: HttpServer, deps: LiveDeps): void {
  const { ledger, signals, viewers, hub, log } = deps;
  const failed = (error: unknown): void =>
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the desk could not be read');
  const handoffs = new HandoffCache(ledger.handoffs);
  const tail = new EventTail(ledger.deskEvents, (events) => handoffs.forget(events), failed);
  const share: ConsoleShare = {
    tail,
    frames: new EventFrames(deps, handoffs),
    life: new SignsOfLife(deps),
    marks: new ReadMarks(deps),
  };
  const consoles = new Set<Console>();
  const sockets = openSockets(server, { keepAliveMs: deps.keepAliveMs ?? KEEP_ALIVE_MS, maxPayload: FRAME_BYTES });

  server.onUpgrade(PATH, (req, socket, head, url) => {
    admit(deps, req, url, consoles)
      .then(({ caller, last, after }) => {
        sockets.handleUpgrade(req, socket, head, (client) => {
          sockets.emit('connection', client, req);
          serve(client, caller, last, after);
        });
      })
      .catch((error: unknown) => {
        if (!(error instanceof HttpError)) failed(error);
        refuseUpgrade(socket, error instanceof HttpError ? error : unavailable());
      });
  });

  const serve = (client: WebSocket, caller: Caller, last: number, after: number): void => {
    const hello: ServerFrame = { type: 'hello', seq: last };
    void sendFrame(client, JSON.stringify(hello));
    const console = new Console(deps, share, client, caller, after);
    consoles.add(console);
    const check = setInterval(() => void console.checkSession().catch(failed), deps.sessionMs ?? SESSION_MS);
    // `ws` closes a socket that breaks the protocol by itself
    client.on('error', () => {});
    client.on('close', () => {
      clearInterval(check);
      consoles.delete(console);
      console.end();
    });
    deps.came();
  };

  const ends = [
    signals.listen((signal) => {
      if (signal.kind === 'desk') tail.poke();
      if (signal.kind !== 'typing') return;
      if (signal.by !== 'customer') hub.typing(signal.conversation);
      for (const console of consoles) console.signal(signal);
    }),
    viewers.listen((conversation) => {
      for (const console of consoles) console.viewersChanged(conversation);
    }),
  ];
  server.onClose(() => {
    for (const end of ends) end();
  });
}

interface Admitted {
  readonly caller: Caller;
  /** The newest event. */
  readonly last: number;
  /** Events after this one are sent. */
  readonly after: number;
}

async function admit(
  { guard, ledger }: LiveDeps,
  req: IncomingMessage,
  url: URL,
  consoles: ReadonlySet<Console>,
): Promise<Admitted> {
  const caller = await guard.admitSocket(req);
  if ('refused' in caller) throw new HttpError(caller.refused, 'Refused', 'Sign in, and open it from the own page.');
  const { after } = parseQuery(eventsQuery, url.searchParams);
  const own = [...consoles].filter(({ staff }) => staff.id === caller.staff.id);
  if (own.length >= CONSOLES_LIMIT) throw new HttpError(429, 'TooManyRequests', 'Too many consoles of this account.');
  const last = await ledger.deskEvents.last();
  return { caller, last, after: Math.min(after ?? last, last) };
}

const unavailable = () => new HttpError(503, 'ServiceUnavailable', 'The desk cannot be read now.');
