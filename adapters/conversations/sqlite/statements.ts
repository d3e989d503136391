import type { DatabaseSync } from 'node:sqlite';

/** All statements, prepared once. `?` in the order they are named in the comments. */
export function statements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  return {
    /** id */
    find: prepare(`SELECT number, state, log_end, arrivals, epoch, lease_until, delivered, expires_at
      FROM conversation WHERE id = ?`),
    /** id, expires_at → number */
    create: prepare('INSERT INTO conversation (id, expires_at) VALUES (?, ?) RETURNING number'),
    /** number */
    remove: prepare('DELETE FROM conversation WHERE number = ?'),
    /** now, how many */
    removeExpired: prepare(`DELETE FROM conversation WHERE number IN
      (SELECT number FROM conversation WHERE expires_at <= ? LIMIT ?)`),
    /** expires_at, number */
    renew: prepare('UPDATE conversation SET expires_at = ? WHERE number = ? AND expires_at IS NOT NULL'),
    /** log_end, arrivals, pending_since, number */
    accepted: prepare(`UPDATE conversation SET log_end = ?, arrivals = ?,
      pending_since = coalesce(pending_since, ?), expires_at = NULL WHERE number = ?`),
    /** epoch, lease_until, number */
    lease: prepare('UPDATE conversation SET epoch = ?, lease_until = ? WHERE number = ?'),
    /** number, epoch */
    release: prepare('UPDATE conversation SET lease_until = NULL WHERE number = ? AND epoch = ?'),
    /** state, log_end, lease_until, expires_at for an empty inbox, number, number */
    committed: prepare(`UPDATE conversation SET state = ?, log_end = ?, lease_until = ?,
      expires_at = CASE WHEN EXISTS (SELECT 1 FROM inbox WHERE conversation = ?5) THEN NULL ELSE ?4 END
      WHERE number = ?5`),
    /** delivered, number */
    deliver: prepare('UPDATE conversation SET delivered = ? WHERE number = ?'),
    /** number */
    settle: prepare(`UPDATE conversation SET pending_since = NULL WHERE number = ?1
      AND (delivered IS NULL OR delivered >= log_end) AND NOT EXISTS (SELECT 1 FROM inbox WHERE conversation = ?1)`),
    /** how many → id */
    pending: prepare(`SELECT id FROM conversation WHERE pending_since IS NOT NULL
      ORDER BY pending_since, number LIMIT ?`),

    /** number, id */
    seen: prepare('SELECT position FROM seen WHERE conversation = ? AND id = ?'),
    /** number, id, arrival, position */
    remember: prepare('INSERT INTO seen (conversation, id, arrival, position) VALUES (?, ?, ?, ?)'),
    /** number, last arrival to go */
    forgetSeen: prepare('DELETE FROM seen WHERE conversation = ? AND arrival <= ?'),

    /** number */
    waiting: prepare('SELECT count(*) AS waiting FROM inbox WHERE conversation = ?'),
    /** number, arrival, id, sealed */
    enqueue: prepare('INSERT INTO inbox (conversation, arrival, id, sealed) VALUES (?, ?, ?, ?)'),
    /** number, how many */
    first: prepare('SELECT arrival, id, sealed FROM inbox WHERE conversation = ? ORDER BY arrival LIMIT ?'),
    /** number, arrival */
    dequeue: prepare('DELETE FROM inbox WHERE conversation = ? AND arrival = ?'),

    /** number, position, sealed */
    append: prepare('INSERT INTO log (conversation, position, sealed) VALUES (?, ?, ?)'),
    /** number, first position to stay */
    trim: prepare('DELETE FROM log WHERE conversation = ? AND position < ?'),
    /** number, first position, position after the last, how many or -1 for all */
    entries: prepare(`SELECT position, sealed FROM log WHERE conversation = ? AND position >= ? AND position < ?
      ORDER BY position LIMIT ?`),
  };
}

export type Statements = ReturnType<typeof statements>;
