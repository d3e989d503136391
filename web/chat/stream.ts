import type { Frame } from './activity.ts';
import { readFrame } from './activity.ts';

export interface Stream {
  /** Settles once, when the socket is over; `lived` when it had carried a frame or stayed for a while. */
  readonly ended: Promise<{ readonly kind: 'closed'; readonly lived: boolean }>;
  close(): void;
}

interface Follower {
  opened(): void;
  frame(frame: Frame): void;
}

const keepAliveMs = 20_000;
const openWithinMs = 10_000;
const settledAfterMs = 5_000;

/** Follows a conversation's stream from a watermark. Never throws: an address no socket can be made of ends at once. */
export function follow(streamUrl: string, watermark: string, follower: Follower): Stream {
  let finish: (lived: boolean) => void = () => {};
  const ended = new Promise<{ kind: 'closed'; lived: boolean }>((resolve) => {
    finish = (lived) => resolve({ kind: 'closed', lived });
  });
  const socket = connect(streamUrl, watermark);
  if (socket === undefined) {
    finish(false);
    return { ended, close: () => {} };
  }
  let openedAt: number | undefined;
  let carried = false;
  let over = false;

  const tooSlow = setTimeout(() => end(), openWithinMs);
  const keepAlive = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, keepAliveMs);

  /** Does not wait for the closing handshake: over a dead line it never comes. */
  function end(): void {
    if (over) return;
    over = true;
    clearTimeout(tooSlow);
    clearInterval(keepAlive);
    socket?.close();
    finish(carried || (openedAt !== undefined && Date.now() - openedAt > settledAfterMs));
  }

  socket.onopen = () => {
    if (over) return;
    clearTimeout(tooSlow);
    openedAt = Date.now();
    follower.opened();
  };
  socket.onmessage = ({ data }) => {
    if (over || typeof data !== 'string' || data === '') return;
    carried = true;
    follower.frame(readFrame(parse(data)));
  };
  socket.onclose = end;
  socket.onerror = end;
  return { ended, close: end };
}

function connect(streamUrl: string, watermark: string): WebSocket | undefined {
  try {
    const address = new URL(streamUrl, location.href);
    address.searchParams.set('watermark', watermark);
    return new WebSocket(address);
  } catch {
    return undefined;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
