import { createHash } from 'node:crypto';
import type { IdempotencyKey, MessageId } from '../../domain/ids.ts';

/** The same parts give the same text, different ones another; bounded, and nobody outside can aim at somebody else's. */
function derived(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
}

/** Id in the inbox of what the desk puts there. */
export function deskMessageId(...parts: readonly string[]): MessageId {
  return `desk/${derived(parts)}` as MessageId;
}

/** Key of a write of the ledger that an agent asked for. */
export function deskKey(...parts: readonly string[]): IdempotencyKey {
  return `desk/${derived(parts)}` as IdempotencyKey;
}
