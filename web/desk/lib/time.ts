import { useSyncExternalStore } from 'react';

/** Milliseconds by which this machine's clock is ahead of the server's; the smallest difference seen is the truest. */
let ahead = Number.POSITIVE_INFINITY;

/** The server has just said what it did at this instant (ISO 8601). */
export function sawServerTime(at: string): void {
  const difference = Date.now() - Date.parse(at);
  if (difference < ahead) ahead = difference;
}

/** Now, by the server's clock as far as it is known, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() - (Number.isFinite(ahead) ? ahead : 0);
}

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

/** `serverNow` to the second: whoever uses it is drawn anew each second, all in one go. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => {
    if (now === 0 || listeners.size === 0) now = toSecond();
    return now;
  });
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = toSecond();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function toSecond(): number {
  return Math.floor(serverNow() / TICK_MS) * TICK_MS;
}
