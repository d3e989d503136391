import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createGuard } from '../../../adapters/desk/auth/guard.ts';
import { openSession } from '../../../adapters/desk/auth/sessions.ts';
import type { LiveDeps } from '../../../adapters/desk/live/deps.ts';
import { registerDeskEvents } from '../../../adapters/desk/live/register.ts';
import { createViewers } from '../../../adapters/desk/live/viewers.ts';
import type { ServerFrame } from '../../../adapters/desk/schemas.ts';
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts';
import { createHub, type Hub } from '../../../adapters/live/hub.ts';
import { createSignals } from '../../../adapters/live/signals.ts';
import type { Inbound } from '../../../bot/conversations.ts';
import type { Signals } from '../../../bot/desk.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { Role, StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId, IdempotencyKey, MessageId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { until } from '../../channels/directline/line.ts';
import { memoryLedger, ZONE } from '../../conversations/talk.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';

/** One instance of the product, as far as consoles see it. */
export interface Instance {
  readonly port: number;
  readonly hub: Hub;
  readonly server: HttpServer;
  close(): Promise<void>;
}

/** A member of staff with an open session. */
export interface Somebody {
  readonly staff: StaffMember;
  readonly cookie: string;
  readonly session: string;
}

export type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A console's end of the socket. */
export class Opened {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  closed: { code: number; reason: string } | null = null;

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data) => this.frames.push(JSON.parse(String(data))));
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
    });
    this.socket.on('error', () => {});
  }

  of<T extends ServerFrame['type']>(type: T): Frame<T>[] {
    return this.frames.filter((frame): frame is Frame<T> => frame.type === type);
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  texts(): string[] {
    return this.of('entries').flatMap(({ entries }) => entries.map(({ text }) => text));
  }

  seqs(): number[] {
    return this.of('event').map(({ seq }) => seq);
  }
}

/** A desk with any number of instances on one ledger. */
export class DeskScene {
  readonly ledger: Ledger;
  readonly store = memoryConversations();
  readonly signals = createSignals(null, (error) => {
    throw error;
  });
  readonly logged: string[] = [];
  /** What consoles put into inboxes. */
  readonly taken: Inbound[] = [];
  readonly #instances: Instance[] = [];
  readonly #opened: Opened[] = [];
  #count = 0;
  /** Milliseconds added to every clock. */
  skew = 0;
  came = 0;

  private constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  static async open(): Promise<DeskScene> {
    return new DeskScene(await memoryLedger());
  }

  now = (): number => Date.now() + this.skew;

  async instance(change: Partial<LiveDeps> = {}): Promise<Instance> {
    const write = (facts: object, message: string): void =>
      void this.logged.push(`${message} ${JSON.stringify(facts)}`);
    const log = { info: () => {}, warn: write, error: write };
    const server = createHttpServer({ log });
    const hub = createHub();
    const signals: Signals = change.signals ?? this.signals;
    const viewers = createViewers(signals, this.now);
    registerDeskEvents(server, {
      guard: createGuard({ ledger: this.ledger, publicUrl: null, now: this.now }),
      ledger: this.ledger,
      conversations: this.store,
      intake: async (_conversation, inbound) => {
        this.taken.push(inbound);
        return { kind: 'accepted', position: null };
      },
      zone: ZONE,
      now: this.now,
      log,
      signals,
      hub,
      viewers,
      came: () => {
        this.came += 1;
      },
      ...change,
    });
    const { port } = await server.listen(0, '127.0.0.1');
    const instance: Instance = {
      port,
      hub,
      server,
      async close() {
        await server.close(500);
        viewers.close();
      },
    };
    this.#instances.push(instance);
    return instance;
  }

  async somebody(name: string, role: Role = 'agent'): Promise<Somebody> {
    const draft = { login: name, name, role, skills: [], languages: ['zh-Hans' as const], limit: 4 };
    const staff = await this.ledger.staff.add(draft, null, false, this.now());
    if (staff === 'taken') throw new Error(`${name} is taken`);
    const { session, value } = await openSession(this.ledger.staff, staff.id, this.now());
    return { staff, cookie: `shouwen_desk=${value}`, session: session.id };
  }

  /** Opens a socket; resolves with it when it has said hello. */
  async console(instance: Instance, who: Somebody, query = ''): Promise<Opened> {
    const opened = this.raw(instance, { cookie: who.cookie }, query);
    await until('hello', () => opened.frames.length > 0 || opened.closed !== null);
    return opened;
  }

  raw(instance: Instance, headers: Record<string, string>, query = ''): Opened {
    const opened = new Opened(`ws://127.0.0.1:${instance.port}/desk/api/events${query}`, headers);
    this.#opened.push(opened);
    return opened;
  }

  /** A hand-off in the queue, of a conversation with some words in its log. */
  async handoff(...words: string[]): Promise<Handoff> {
    this.#count += 1;
    const id = `c${this.#count}`;
    const source = { channel: 'web', account: 'web', sourceId: `dl_${id}` };
    const customer = await this.ledger.customers.ofSource(source, this.now());
    this.customerSays(id as ConversationId, ...words);
    return this.ledger.handoffs.request(
      {
        conversation: id as ConversationId,
        customer,
        channel: 'web',
        language: 'zh-Hans',
        reason: 'asked',
        severity: null,
        team: 'service-support',
        briefing: { words: '', intent: null, confidence: null, mood: 'calm', form: null, answers: {} },
      },
      `request ${id}` as IdempotencyKey,
      this.now(),
    );
  }

  customerSays(conversation: ConversationId, ...words: string[]): void {
    const from = { id: 'dl_1', role: 'user' as const };
    const said = words.map((text) => ({ type: 'message' as const, text, timestamp: new Date().toISOString(), from }));
    const entries = this.store.say(conversation, ...said);
    for (const { hub } of this.#instances) hub.publish(conversation, entries);
  }

  async accept({ id }: Handoff, { staff }: Somebody, over = false): Promise<void> {
    await this.ledger.handoffs.change(id, { kind: 'accept', agent: staff.id, over }, this.now());
    this.signals.send({ kind: 'desk' });
  }

  /** As the turn writes it down. */
  async said({ id }: Handoff, text: string): Promise<void> {
    this.#count += 1;
    await this.ledger.handoffs.said(
      id,
      { id: `m${this.#count}` as MessageId, by: 'customer', text, files: 0 },
      this.now(),
    );
    this.signals.send({ kind: 'desk' });
  }

  async happen(): Promise<void> {
    this.#count += 1;
    const event = { kind: 'settings', handoff: null, conversation: null, by: 'clock', data: {} } as const;
    await this.ledger.deskEvents.add(event, `k${this.#count}` as IdempotencyKey, this.now());
  }

  async close(): Promise<void> {
    for (const { socket } of this.#opened) {
      if (socket.readyState !== WebSocket.CLOSED) {
        const gone = once(socket, 'close');
        socket.terminate();
        await gone;
      }
    }
    for (const instance of this.#instances) await instance.close();
    this.signals.close();
    await this.ledger.close();
  }
}
