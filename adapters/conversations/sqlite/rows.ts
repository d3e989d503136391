import type { SQLOutputValue } from 'node:sqlite';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Statements } from './statements.ts';

type Row = Record<string, SQLOutputValue>;

export interface ConversationRow {
  readonly number: number;
  readonly state: string | null;
  readonly end: number;
  readonly arrivals: number;
  readonly epoch: number;
  readonly leaseUntil: Instant | null;
  readonly delivered: number | null;
  readonly expiresAt: Instant | null;
}

/** The conversation, or null when there is none or it has expired. */
export function findConversation(sql: Statements, id: ConversationId, now: Instant): ConversationRow | null {
  const row = sql.find.get(id);
  if (row === undefined) return null;
  const expiresAt = integerOrNull(row, 'expires_at');
  if (expiresAt !== null && expiresAt <= now) return null;
  return {
    number: integer(row, 'number'),
    state: row.state === null ? null : text(row, 'state'),
    end: integer(row, 'log_end'),
    arrivals: integer(row, 'arrivals'),
    epoch: integer(row, 'epoch'),
    leaseUntil: integerOrNull(row, 'lease_until'),
    delivered: integerOrNull(row, 'delivered'),
    expiresAt,
  };
}

/** Replies of a pushed conversation wait to be sent. */
export function isPushing(row: ConversationRow): boolean {
  return row.delivered !== null && row.delivered < row.end;
}

/** A new conversation in place of an expired one; to be called in a transaction, after `findConversation` gave null. */
export function createConversation(sql: Statements, id: ConversationId, expiresAt: Instant): number {
  const expired = sql.find.get(id);
  if (expired !== undefined) sql.remove.run(integer(expired, 'number'));
  return integer(sql.create.get(id, expiresAt), 'number');
}

export function integer(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new TypeError(`${column} is not an integer`);
  return value;
}

export function integerOrNull(row: Row | undefined, column: string): number | null {
  return row?.[column] === null ? null : integer(row, column);
}

export function text(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is not a text`);
  return value;
}
