import type { Sent } from '../messaging/port.ts';
import type { Called } from '../tencent/api.ts';

/** The quota is used up, or the session is in a state that takes no words of ours: the customer must write. */
const CLOSED = new Set([95001, 95018]);
/** Too much was asked of the platform within a minute. */
const THROTTLED = 45009;
/** The platform is busy, or somebody must mend the account's settings: what is said meanwhile is kept for them. */
const MENDABLE = new Set([-1, 45033, 40001, 40013, 40014, 42001, 48002, 60020]);

/** The platform's word on a message as ours. What may have been taken is sent again: its id tells a repeat. */
export function sentOf(called: Exclude<Called, { kind: 'ok' }>): Sent {
  const code = String(called.code);
  if (called.kind === 'failed') return { kind: 'later', code };
  if (CLOSED.has(called.code)) return { kind: 'closed', code };
  if (called.code === THROTTLED) return { kind: 'later', code, afterMs: 60_000 };
  if (MENDABLE.has(called.code)) return { kind: 'later', code };
  return { kind: 'never', code };
}
