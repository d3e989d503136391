import type { Signal, Signals } from '../../bot/desk.ts';
import { RedisSignals } from './redisSignals.ts';
import { SignalListeners } from './signalListeners.ts';

/** What was opened here is closed with it. */
export interface OpenSignals extends Signals {
  close(): void;
}

/**
 * Signals between all instances that share this Redis; within this process alone for null. Returns at once: signals of the
 * time before there is a connection reach this process only.
 */
export function createSignals(redisUrl: string | null, failed: (error: unknown) => void): OpenSignals {
  if (redisUrl !== null) return new RedisSignals(redisUrl, failed);
  const listeners = new SignalListeners(failed);
  return {
    send: (signal: Signal) => listeners.tell(signal),
    listen: (listener) => listeners.add(listener),
    close: () => listeners.clear(),
  };
}
