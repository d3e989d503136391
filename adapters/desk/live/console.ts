import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import type { Signal } from '../../../bot/desk.ts';
import type { DeskEvent } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import { sendFrame } from '../../live/sockets.ts';
import type { Caller } from '../auth/guard.ts';
import type { ClientFrame, ServerFrame } from '../schemas.ts';
import { frameBudget, readClientFrame } from './clientFrames.ts';
import type { LiveDeps } from './deps.ts';
import { EventFollower } from './eventFollower.ts';
import type { EventFrames } from './eventFrames.ts';
import type { EventTail } from './eventTail.ts';
import { Presence } from './presence.ts';
import { readerStill } from './reading.ts';
import type { ReadMarks } from './readMarks.ts';
import type { SignsOfLife } from './signsOfLife.ts';
import { Watches } from './watches.ts';

/** Close codes: what the console did, what we cannot do now, and a session that is over. */
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;
export const SIGNED_OUT = 4401;

/** Frames that wait for the store; more mean that somebody floods us. */
const WAITING_LIMIT = 200;
/** Conversations that are not theirs, asked for by one socket: each leaves a line in the audit. */
const REFUSED_LIMIT = 20;
const TYPING_MS: Instant = 2000;

/** What all consoles of this process share. */
export interface ConsoleShare {
  readonly tail: EventTail;
  readonly frames: EventFrames;
  readonly life: SignsOfLife;
  readonly marks: ReadMarks;
}

/** One open socket of the console. */
export class Console {
  readonly #id = randomUUID();
  readonly #deps: LiveDeps;
  readonly #share: ConsoleShare;
  readonly #socket: WebSocket;
  readonly #watches: Watches;
  readonly #presence: Presence;
  readonly #follower: EventFollower;
  readonly #mayCome: () => boolean;
  #caller: Caller;
  #active = false;
  #typedAt: Instant = 0;
  #refused = 0;
  #waiting = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(deps: LiveDeps, share: ConsoleShare, socket: WebSocket, caller: Caller, from: number) {
    this.#deps = deps;
    this.#share = share;
    this.#socket = socket;
    this.#caller = caller;
    this.#mayCome = frameBudget(deps.now);
    this.#watches = new Watches(deps, (frame) => this.#send(frame));
    this.#presence = new Presence(deps, this.#id, (frame) => void this.#send(frame));
    this.#follower = new EventFollower(share.tail, from, (events) => this.#deliver(events));
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    socket.on('pong', () => this.#noted(share.life.seen(this.staff.id)));
    this.#noted(share.life.came(this.staff.id));
  }

  get staff(): StaffMember {
    return this.#caller.staff;
  }

  signal(signal: Signal): void {
    if (signal.kind !== 'typing' || signal.by === this.staff.id || !this.#watches.has(signal.conversation)) return;
    void this.#send({ type: 'typing', conversation: signal.conversation, by: signal.by });
  }

  viewersChanged(conversation: ConversationId): void {
    this.#presence.changed(this.staff, conversation);
  }

  /** Ends it when its session has; a store that does not answer ends nobody's. */
  async checkSession(): Promise<void> {
    const active = this.#active;
    this.#active = false;
    const again = await this.#deps.guard.again(this.#caller, active);
    if (again === null) {
      this.#socket.close(SIGNED_OUT, 'signed out');
      return;
    }
    const changed = again.staff.role !== this.staff.role;
    this.#caller = again;
    if (changed) await this.#watches.reviewAll(this.staff);
  }

  end(): void {
    this.#follower.end();
    this.#watches.end();
    this.#presence.at(this.staff, null);
  }

  #send(frame: ServerFrame): Promise<void> {
    return sendFrame(this.#socket, JSON.stringify(frame));
  }

  async #deliver(events: readonly DeskEvent[]): Promise<void> {
    // signed out, disabled, or only another status: before it is told anything more
    if (events.some(({ kind, data }) => kind === 'staff' && data.staff === this.staff.id)) await this.checkSession();
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const frames = await Promise.all(events.map((event) => this.#share.frames.of(event, this.staff)));
    const moved = new Set(events.flatMap(({ kind, conversation }) => (kind === 'handoff' ? (conversation ?? []) : [])));
    for (const conversation of moved) await this.#review(conversation);
    await Promise.all(frames.map((frame) => this.#send(frame)));
  }

  async #review(conversation: ConversationId): Promise<void> {
    await this.#watches.review(this.staff, conversation);
    if (this.#presence.conversation !== conversation) return;
    if ((await readerStill(this.#deps, this.staff, conversation)) === null) this.#presence.at(this.staff, null);
  }

  #noted(written: Promise<void>): void {
    written.catch((error) => this.#failed(error));
  }

  #hear(data: RawData, isBinary: boolean): void {
    // what still comes while it closes is not worth reading
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const frame = readClientFrame(data, isBinary);
    if (frame === null) {
      this.#socket.close(POLICY, 'a frame cannot be read');
      return;
    }
    if (!this.#mayCome() || this.#waiting >= WAITING_LIMIT) {
      this.#socket.close(POLICY, 'too many frames');
      return;
    }
    this.#waiting += 1;
    this.#work = this.#work.then(async () => {
      try {
        if (this.#socket.readyState === this.#socket.OPEN) await this.#handle(frame);
      } catch (error) {
        this.#failed(error);
        this.#socket.close(TRY_AGAIN_LATER, 'the store does not answer');
      } finally {
        this.#waiting -= 1;
      }
    });
  }

  async #handle(frame: ClientFrame): Promise<void> {
    const conversation = frame.conversation as ConversationId | null;
    if (frame.type === 'here') return this.#here(conversation);
    this.#active = true;
    if (conversation === null) return;
    if (frame.type === 'watch') return this.#watch(conversation, frame.from);
    if (frame.type === 'unwatch') this.#watches.unwatch(conversation);
    else await this.#typing(conversation);
  }

  async #watch(conversation: ConversationId, from: number): Promise<void> {
    const watched = await this.#watches.watch(this.staff, conversation, from);
    if (watched === 'full') this.#socket.close(POLICY, 'too many conversations');
    if (watched === 'refused') this.#refuse();
  }

  async #here(conversation: ConversationId | null): Promise<void> {
    const { life } = this.#share;
    await life.seen(this.staff.id);
    if (conversation === null || conversation === this.#presence.conversation) {
      this.#presence.at(this.staff, conversation);
    } else if ((await readerStill(this.#deps, this.staff, conversation)) === null) {
      this.#presence.at(this.staff, null);
      return this.#refuse();
    } else {
      this.#presence.at(this.staff, conversation);
    }
    if (conversation === null) return;
    this.#active = true;
    await life.alive(this.staff.id, conversation);
    await this.#share.marks.seen(this.staff.id, conversation, this.#watches.heard(conversation));
  }

  async #typing(conversation: ConversationId): Promise<void> {
    const { now, signals } = this.#deps;
    if (now() - this.#typedAt < TYPING_MS) return;
    this.#typedAt = now();
    if (!(await this.#share.life.holds(this.staff.id, conversation))) return this.#refuse();
    signals.send({ kind: 'typing', conversation, by: this.staff.id });
  }

  #refuse(): void {
    this.#refused += 1;
    if (this.#refused > REFUSED_LIMIT) this.#socket.close(POLICY, 'not theirs');
  }

  #failed(error: unknown): void {
    this.#deps.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'a console could not be served');
  }
}
