import type { ClientFrame, ServerFrame } from '../../../adapters/desk/schemas.ts';
import { backoffMs } from '../../chat/phase.ts';

interface Follower {
  /** The newest event that is known. */
  readonly after: () => number;
  readonly opened: () => void;
  readonly lost: () => void;
  readonly frame: (frame: ServerFrame) => void;
  /** Asked before a new try after one that never opened: throws when the server is away, and ends an ended session. */
  readonly probe: () => Promise<unknown>;
}
export interface Events {
  /** Lost when there is no connection: whatever must not be is said again by `opened`. */
  send(frame: ClientFrame): void;
  close(): void;
}

const OPEN_WITHIN_MS = 10_000;

/** Follows `/desk/api/events` and comes back after every loss, until closed. */
export function follow(follower: Follower): Events {
  let socket: WebSocket | null = null;
  let failures = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    const address = new URL(`/desk/api/events?after=${follower.after()}`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const own = new WebSocket(address);
    socket = own;
    let lived = false;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(tooSlow);
      own.close();
      if (closed) return;
      follower.lost();
      failures = lived ? 1 : failures + 1;
      wait(lived);
    };
    const tooSlow = setTimeout(end, OPEN_WITHIN_MS);
    own.onopen = () => {
      if (over || closed) return own.close();
      clearTimeout(tooSlow);
      lived = true;
      failures = 0;
      follower.opened();
    };
    own.onmessage = ({ data }) => {
      const frame = over || closed ? null : readFrame(data);
      if (frame !== null) follower.frame(frame);
    };
    own.onclose = end;
    own.onerror = end;
  }

  function wait(lived: boolean): void {
    clearTimeout(timer);
    timer = setTimeout(() => void again(lived), backoffMs(failures, Math.random()));
  }

  async function again(lived: boolean): Promise<void> {
    try {
      if (!lived) await follower.probe();
      if (!closed) open();
    } catch {
      failures += 1;
      if (!closed) wait(false);
    }
  }

  /** The network is back, or the page is looked at again: no reason to wait longer. */
  function hurry(): void {
    if (closed || document.hidden || socket?.readyState === WebSocket.OPEN || timer === undefined) return;
    if (socket?.readyState === WebSocket.CONNECTING) return;
    failures = Math.min(failures, 1);
    wait(false);
  }

  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  open();
  return {
    send(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
    close() {
      closed = true;
      clearTimeout(timer);
      removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
      socket?.close();
    },
  };
}

const TYPES: readonly ServerFrame['type'][] = ['hello', 'event', 'entries', 'typing', 'viewers'];

/** Frames are our own server's; what is none of ours, e.g. of a newer release, is left out. */
function readFrame(data: unknown): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return isFrame(frame) ? frame : null;
  } catch {
    return null;
  }
}

function isFrame(frame: unknown): frame is ServerFrame {
  return typeof frame === 'object' && frame !== null && 'type' in frame && TYPES.some((type) => type === frame.type);
}
