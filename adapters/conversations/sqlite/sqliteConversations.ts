import { DatabaseSync } from 'node:sqlite';
import type { BotActivity } from '../../../bot/activity.ts';
import {
  type Accepted,
  BATCH_LIMIT,
  type Begun,
  type Committed,
  type Conversations,
  INBOX_LIMIT,
  type Inbound,
  type Lease,
  LOG_LIMIT,
  type Turn,
} from '../../../bot/conversations.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import { logEntry, stamped } from '../entry.ts';
import { type ConversationsOptions, idleMs, SEEN_LIMIT, tell } from '../options.ts';
import { storedConversation, type Values, values } from '../values.ts';
import { createConversation, findConversation, integer, integerOrNull, isPushing, text } from './rows.ts';
import { makeFile, prepareFile } from './schema.ts';
import { type Statements, statements } from './statements.ts';
import { Writer } from './writer.ts';

export interface SqliteConversationsOptions extends ConversationsOptions {
  /** A file of its own; several processes of one machine may share it, not of several machines. */
  readonly file: string;
}

/** Expired conversations removed each time somebody asks what is pending. */
const SWEEP = 100;

/**
 * Conversations in an SQLite file, where no Redis is. Every step of the port is one transaction; leases use the clock
 * of the machine. `onRemote` is called never: processes that share a file do not hear of each other.
 */
export class SqliteConversations implements Conversations {
  readonly #options: ConversationsOptions;
  readonly #values: Values;
  readonly #idleMs: number;
  readonly #sql: Statements;
  readonly #writer: Writer;

  /** Throws when the file cannot be opened or is of a newer release. */
  constructor(options: SqliteConversationsOptions) {
    makeFile(options.file);
    const database = new DatabaseSync(options.file);
    prepareFile(database);
    this.#options = options;
    this.#values = values(options.sealer);
    this.#idleMs = idleMs(options);
    this.#sql = statements(database);
    this.#writer = new Writer(database);
  }

  async accept(conversation: ConversationId, inbound: Inbound, shown: BotActivity | null): Promise<Accepted> {
    const sql = this.#sql;
    const sealed = this.#values.sealInbound(conversation, inbound);
    const echo = shown === null ? null : stamped(shown, inbound.at);
    const sealedEcho = echo === null ? null : this.#values.sealActivity(conversation, echo);
    const accepted = await this.#writer.write((): Accepted => {
      const now = this.#now();
      const known = findConversation(sql, conversation, now);
      const number = known?.number ?? createConversation(sql, conversation, now + this.#idleMs);
      const before = sql.seen.get(number, inbound.id);
      if (before !== undefined) {
        sql.renew.run(now + this.#idleMs, number);
        return { kind: 'duplicate', position: integerOrNull(before, 'position') };
      }
      if (integer(sql.waiting.get(number), 'waiting') >= INBOX_LIMIT) return { kind: 'full' };
      const arrival = (known?.arrivals ?? 0) + 1;
      const start = known?.end ?? 0;
      const end = this.#append(number, start, sealedEcho === null ? [] : [sealedEcho]);
      const position = end === start ? null : start;
      sql.enqueue.run(number, arrival, inbound.id, sealed);
      sql.remember.run(number, inbound.id, arrival, position);
      sql.forgetSeen.run(number, arrival - SEEN_LIMIT);
      sql.accepted.run(end, arrival, now, number);
      return { kind: 'accepted', position };
    });
    if (accepted.kind === 'accepted' && accepted.position !== null && echo !== null) {
      this.#appended(conversation, accepted.position, [echo]);
    }
    return accepted;
  }

  begin(conversation: ConversationId, leaseMs: number): Promise<Begun> {
    const sql = this.#sql;
    return this.#writer.write((): Begun => {
      const now = this.#now();
      const row = findConversation(sql, conversation, now);
      const waiting = row === null ? [] : sql.first.all(row.number, BATCH_LIMIT);
      if (row === null || (waiting.length === 0 && !isPushing(row))) return { kind: 'idle' };
      if (row.leaseUntil !== null && row.leaseUntil > now) return { kind: 'busy', forMs: row.leaseUntil - now };
      // From the clock on, so that it does not begin anew when a conversation has expired and comes back.
      const epoch = Math.max(row.epoch + 1, now);
      sql.lease.run(epoch, now + leaseMs, row.number);
      return {
        kind: 'work',
        lease: { conversation, epoch },
        state: row.state === null ? null : this.#values.openState(conversation, row.state),
        messages: waiting.map((message) => {
          return this.#values.openInbound(conversation, text(message, 'id'), text(message, 'sealed'));
        }),
      };
    });
  }

  async commit({ conversation, epoch }: Lease, turn: Turn, leaseMs: number): Promise<Committed> {
    const sql = this.#sql;
    const state = this.#values.sealState(conversation, turn.state);
    const replies = turn.replies.map((reply) => stamped(reply, this.#now()));
    const sealed = replies.map((reply) => this.#values.sealActivity(conversation, reply));
    const committed = await this.#writer.write((): Committed => {
      const now = this.#now();
      const row = findConversation(sql, conversation, now);
      // A lease that has run out still counts while nobody took a newer one: then nobody else can have written.
      if (row === null || row.epoch !== epoch || row.leaseUntil === null) return { kind: 'fenced' };
      const [first] = sql.first.all(row.number, 1);
      if (first === undefined || text(first, 'id') !== turn.message) return { kind: 'done before' };
      sql.dequeue.run(row.number, integer(first, 'arrival'));
      const end = this.#append(row.number, row.end, sealed);
      sql.committed.run(state, end, now + leaseMs, now + this.#idleMs, row.number);
      sql.settle.run(row.number);
      return { kind: 'committed', end };
    });
    if (committed.kind === 'committed') this.#appended(conversation, committed.end - replies.length, replies);
    return committed;
  }

  release({ conversation, epoch }: Lease): Promise<void> {
    return this.#writer.write(() => {
      const row = findConversation(this.#sql, conversation, this.#now());
      if (row !== null) this.#sql.release.run(row.number, epoch);
    });
  }

  async log(conversation: ConversationId, from: number, limit = -1) {
    const row = findConversation(this.#sql, conversation, this.#now());
    if (row === null) return null;
    const rows = this.#sql.entries.all(row.number, Math.max(0, Math.trunc(from)), row.end, limit);
    const entries = rows.map((entry) => {
      const activity = this.#values.openActivity(conversation, text(entry, 'sealed'));
      return logEntry(conversation, integer(entry, 'position'), activity);
    });
    return { entries, next: row.end };
  }

  async pending(limit: number): Promise<readonly ConversationId[]> {
    await this.#writer.write(() => this.#sql.removeExpired.run(this.#now(), SWEEP));
    return this.#sql.pending.all(limit).map((row) => storedConversation(text(row, 'id')));
  }

  async delivered(conversation: ConversationId): Promise<number> {
    return findConversation(this.#sql, conversation, this.#now())?.delivered ?? 0;
  }

  /**
   * The first call makes the conversation one that is pushed: from then on it stays pending while `delivered` is short
   * of the log. Call it with 0 before the first `accept`, or a crash after the first commit leaves its replies unpushed.
   */
  markDelivered(conversation: ConversationId, end: number): Promise<void> {
    const sql = this.#sql;
    return this.#writer.write(() => {
      const now = this.#now();
      const row = findConversation(sql, conversation, now);
      const number = row?.number ?? createConversation(sql, conversation, now + this.#idleMs);
      sql.deliver.run(Math.max(row?.delivered ?? 0, Math.min(Math.max(0, Math.trunc(end)), row?.end ?? 0)), number);
      sql.settle.run(number);
    });
  }

  async ping(): Promise<void> {
    this.#sql.pending.all(1);
  }

  async close(): Promise<void> {
    this.#writer.close();
  }

  #now(): Instant {
    return this.#options.now?.() ?? Date.now();
  }

  /** The new end. */
  #append(number: number, start: number, sealed: readonly string[]): number {
    let end = start;
    for (const value of sealed) this.#sql.append.run(number, end++, value);
    this.#sql.trim.run(number, end - LOG_LIMIT);
    return end;
  }

  #appended(conversation: ConversationId, position: number, activities: readonly BotActivity[]): void {
    const { onAppended } = this.#options;
    if (onAppended === undefined || activities.length === 0) return;
    const entries = activities.map((activity, i) => logEntry(conversation, position + i, activity));
    tell(this.#options, () => onAppended(conversation, entries));
  }
}
