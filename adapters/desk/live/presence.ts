import type { AgentName, Signals } from '../../../bot/desk.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ServerFrame } from '../schemas.ts';
import type { Viewers } from './viewers.ts';

/** A console that stays where it is says so again, for instances that came later. */
const AGAIN_MS: Instant = 5000;

export interface PresenceDeps {
  readonly signals: Pick<Signals, 'send'>;
  readonly viewers: Pick<Viewers, 'of'>;
  readonly now: () => Instant;
}

/** Which conversation a console has open: told to the others, and it is told of them. */
export class Presence {
  readonly #deps: PresenceDeps;
  readonly #console: string;
  readonly #send: (frame: ServerFrame) => void;
  #at: ConversationId | null = null;
  #saidAt: Instant = 0;
  #told = '';

  constructor(deps: PresenceDeps, console: string, send: (frame: ServerFrame) => void) {
    this.#deps = deps;
    this.#console = console;
    this.#send = send;
  }

  get conversation(): ConversationId | null {
    return this.#at;
  }

  /** Where it looks now; only a conversation that it may read. */
  at(staff: AgentName, conversation: ConversationId | null): void {
    const { signals, now } = this.#deps;
    const moved = conversation !== this.#at;
    if (!moved && (conversation === null || now() - this.#saidAt < AGAIN_MS)) return;
    this.#at = conversation;
    this.#saidAt = now();
    signals.send({ kind: 'viewing', staff: { id: staff.id, name: staff.name }, conversation, console: this.#console });
    if (!moved || conversation === null) return;
    this.#told = '[]';
    this.changed(staff, conversation);
  }

  /** Others may have come to a conversation, or gone. */
  changed(staff: AgentName, conversation: ConversationId): void {
    if (conversation !== this.#at) return;
    const others = this.#deps.viewers.of(conversation).filter(({ id }) => id !== staff.id);
    const viewers = others.map(({ id, name }) => ({ id, name }));
    const text = JSON.stringify(viewers);
    if (text === this.#told) return;
    this.#told = text;
    this.#send({ type: 'viewers', conversation, viewers });
  }
}
