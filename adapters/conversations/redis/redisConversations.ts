import { randomUUID } from 'node:crypto';
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
  type LogEntry,
  type Turn,
} from '../../../bot/conversations.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { logEntry, stamped } from '../entry.ts';
import { type ConversationsOptions, idleMs, SEEN_LIMIT, tell } from '../options.ts';
import { OutcomeUnknown } from '../outcomeUnknown.ts';
import { type Values, values } from '../values.ts';
import { list, number, text } from './answers.ts';
import { conversationKeys } from './keys.ts';
import { hintStep, pendingConversations, runAndForget } from './pendingHints.ts';
import { scripts } from './scripts.ts';
import type { Steps } from './steps.ts';

/** Conversations on Redis 7 or later: every step of the port is one Lua script on the keys of one conversation. */
export class RedisConversations implements Conversations {
  readonly #steps: Steps;
  readonly #options: ConversationsOptions;
  readonly #values: Values;
  readonly #idleMs: number;
  readonly #origin: string;

  /** `origin` names this process on the live channel. */
  constructor(steps: Steps, options: ConversationsOptions, origin: string = randomUUID()) {
    this.#steps = steps;
    this.#options = options;
    this.#values = values(options.sealer);
    this.#idleMs = idleMs(options);
    this.#origin = origin;
  }

  async accept(conversation: ConversationId, inbound: Inbound, shown: BotActivity | null): Promise<Accepted> {
    const { meta, inbox, log, seen, order } = conversationKeys(conversation);
    const echo = shown === null ? null : stamped(shown, inbound.at);
    const args = [
      inbound.id,
      this.#values.sealInbound(conversation, inbound),
      echo === null ? '' : this.#values.sealActivity(conversation, echo),
      ...[INBOX_LIMIT, LOG_LIMIT, SEEN_LIMIT, this.#idleMs, this.#origin, conversation],
    ];
    const accept = { script: scripts.accept, keys: [meta, inbox, log, seen, order], args };
    const [answer] = await this.#steps.run([accept, hintStep(conversation)]);
    const [kind, at, end] = list(answer);
    if (kind === 'full') return { kind };
    if (kind !== 'accepted' && kind !== 'duplicate') throw new OutcomeUnknown('unknown answer to accept');
    const position = number(at) < 0 ? null : number(at);
    if (kind === 'duplicate') this.#mayHaveGrown(conversation, number(end));
    else if (position !== null && echo !== null) this.#appended(conversation, position, [echo]);
    return { kind, position };
  }

  async begin(conversation: ConversationId, leaseMs: number): Promise<Begun> {
    const { meta, inbox } = conversationKeys(conversation);
    const [answer] = await this.#steps.run([
      { script: scripts.begin, keys: [meta, inbox], args: [leaseMs, BATCH_LIMIT] },
    ]);
    const [kind, n, state, waiting] = list(answer);
    switch (kind) {
      case 'idle':
        return { kind };
      case 'busy':
        return { kind, forMs: number(n) };
      case 'work':
        return {
          kind,
          lease: { conversation, epoch: number(n) },
          state: state === null ? null : this.#values.openState(conversation, text(state)),
          messages: list(waiting).map((entry) => this.#inbound(conversation, text(entry))),
        };
      default:
        throw new OutcomeUnknown('unknown answer to begin');
    }
  }

  async commit({ conversation, epoch }: Lease, turn: Turn, leaseMs: number): Promise<Committed> {
    const { meta, inbox, log, seen, order } = conversationKeys(conversation);
    const at = this.#options.now?.() ?? Date.now();
    const replies = turn.replies.map((reply) => stamped(reply, at));
    const args = [
      ...[String(epoch), turn.message, this.#values.sealState(conversation, turn.state)],
      ...[leaseMs, LOG_LIMIT, this.#idleMs, this.#origin, conversation],
      ...replies.map((reply) => this.#values.sealActivity(conversation, reply)),
    ];
    const [answer] = await this.#steps.run([{ script: scripts.commit, keys: [meta, inbox, log, seen, order], args }]);
    const [kind, end] = list(answer);
    switch (kind) {
      case 'fenced':
        return { kind };
      case 'done before':
        this.#mayHaveGrown(conversation, number(end));
        return { kind };
      case 'committed':
        this.#appended(conversation, number(end) - replies.length, replies);
        return { kind, end: number(end) };
      default:
        throw new OutcomeUnknown('unknown answer to commit');
    }
  }

  async release({ conversation, epoch }: Lease): Promise<void> {
    const { meta, inbox } = conversationKeys(conversation);
    const step = { script: scripts.release, keys: [meta, inbox], args: [String(epoch)] };
    await runAndForget(this.#steps, conversation, step);
  }

  async log(conversation: ConversationId, from: number, limit = 0) {
    const { meta, log } = conversationKeys(conversation);
    const wanted = Math.max(0, Math.trunc(from));
    const [answer] = await this.#steps.run([{ script: scripts.log, keys: [meta, log], args: [wanted, limit] }]);
    if (answer === null) return null;
    const [first, next, entries] = list(answer);
    return {
      next: number(next),
      entries: list(entries).map((sealed, i) => {
        return logEntry(conversation, number(first) + i, this.#values.openActivity(conversation, text(sealed)));
      }),
    };
  }

  pending(limit: number): Promise<readonly ConversationId[]> {
    return pendingConversations(this.#steps, limit);
  }

  async delivered(conversation: ConversationId): Promise<number> {
    const { meta } = conversationKeys(conversation);
    const [answer] = await this.#steps.run([{ command: 'hget', args: [meta, 'delivered'] }]);
    return answer === null ? 0 : number(answer);
  }

  /**
   * The first call makes the conversation one that is pushed: from then on it stays pending while `delivered` is short
   * of the log. Call it with 0 before the first `accept`, or a crash after the first commit leaves its replies unpushed.
   */
  async markDelivered(conversation: ConversationId, end: number): Promise<void> {
    const { meta, inbox } = conversationKeys(conversation);
    const step = { script: scripts.deliver, keys: [meta, inbox], args: [Math.max(0, Math.trunc(end)), this.#idleMs] };
    await runAndForget(this.#steps, conversation, step);
  }

  async ping(): Promise<void> {
    await this.#steps.run([{ command: 'ping', args: [] }]);
  }

  close(): Promise<void> {
    return this.#steps.close();
  }

  #inbound(conversation: ConversationId, entry: string): Inbound {
    const cut = entry.indexOf('\n');
    return this.#values.openInbound(conversation, entry.slice(cut + 1), entry.slice(0, cut));
  }

  #appended(conversation: ConversationId, position: number, activities: readonly BotActivity[]): void {
    const { onAppended } = this.#options;
    if (onAppended === undefined || activities.length === 0) return;
    const entries: LogEntry[] = activities.map((activity, i) => logEntry(conversation, position + i, activity));
    tell(this.#options, () => onAppended(conversation, entries));
  }

  /** A repeat: the first answer may have been lost, and with it the call of `onAppended`. */
  #mayHaveGrown(conversation: ConversationId, end: number): void {
    tell(this.#options, () => this.#options.onRemote?.(conversation, end));
  }
}
