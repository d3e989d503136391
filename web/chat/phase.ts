/** The connection as a state machine: what it is doing, what came of it, what it does next. Pure. */

export type Phase =
  /** Asking for a token or a stream address. */
  | { readonly at: 'opening'; readonly failures: number; readonly brokenSockets: number }
  | { readonly at: 'streaming'; readonly streamUrl: string; readonly brokenSockets: number }
  /** Asking again and again, because sockets do not get through here. */
  | { readonly at: 'polling'; readonly brokenSockets: number }
  | { readonly at: 'waiting'; readonly failures: number; readonly brokenSockets: number };

export type Outcome =
  | { readonly kind: 'opened'; readonly streamUrl: string }
  | { readonly kind: 'unreachable' }
  /** The token was refused: ask for a new one at once. */
  | { readonly kind: 'refused' }
  /** The socket ended; `lived` when it had carried anything. */
  | { readonly kind: 'closed'; readonly lived: boolean }
  /** Polled for a while: time to try a socket again. */
  | { readonly kind: 'polled' }
  | { readonly kind: 'rested' };

/** Sockets that fail in a row before the page polls instead. */
const patience = 3;

export const start: Phase = { at: 'opening', failures: 0, brokenSockets: 0 };

export function next(phase: Phase, outcome: Outcome): Phase {
  const { brokenSockets } = phase;
  const failures = 'failures' in phase ? phase.failures : 0;
  switch (outcome.kind) {
    case 'opened':
      return brokenSockets >= patience
        ? { at: 'polling', brokenSockets }
        : { at: 'streaming', streamUrl: outcome.streamUrl, brokenSockets };
    case 'unreachable':
      return { at: 'waiting', failures: failures + 1, brokenSockets };
    case 'refused':
      // Refused twice in a row: something is wrong with the server, so do not hammer it.
      return failures > 0
        ? { at: 'waiting', failures: failures + 1, brokenSockets }
        : { at: 'opening', failures: failures + 1, brokenSockets };
    case 'closed':
      // A living socket ends for everybody at once when a server stops: 1 to 2 s spread the return.
      return { at: 'waiting', failures: outcome.lived ? 3 : 1, brokenSockets: outcome.lived ? 0 : brokenSockets + 1 };
    case 'polled':
      return { at: 'opening', failures: 0, brokenSockets: patience - 1 };
    case 'rested':
      return { at: 'opening', failures, brokenSockets };
  }
}

/** Milliseconds to wait after so many failures in a row: 0.5 s doubling to 30 s, half of it random. `chance` is in [0, 1). */
export function backoffMs(failures: number, chance: number): number {
  const whole = Math.min(500 * 2 ** Math.max(0, failures - 1), 30_000);
  return whole / 2 + (whole / 2) * chance;
}
