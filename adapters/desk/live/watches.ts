import type { LogEntry } from '../../../bot/conversations.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { Feed } from '../../live/feed.ts';
import type { ServerFrame } from '../schemas.ts';
import { type EntryReader, viewEntries } from '../views/entry.ts';
import type { LiveDeps } from './deps.ts';
import { readerOf, readerStill } from './reading.ts';

/** Conversations a console watches at a time. */
export const WATCH_LIMIT = 30;

interface Watch {
  readonly feed: Feed;
  reader: EntryReader;
  /** Position up to which the console has the transcript: read before it began to watch, or sent to it; -1 when there is nothing. */
  heard: number;
}

/** Transcripts that one console follows, each while its reader may read it. */
export class Watches {
  readonly #deps: LiveDeps;
  readonly #send: (frame: ServerFrame) => Promise<void>;
  readonly #watches = new Map<ConversationId, Watch>();
  #ended = false;

  constructor(deps: LiveDeps, send: (frame: ServerFrame) => Promise<void>) {
    this.#deps = deps;
    this.#send = send;
  }

  has(conversation: ConversationId): boolean {
    return this.#watches.has(conversation);
  }

  /** How far the console has the transcript; -1 when it has nothing of it. */
  heard(conversation: ConversationId): number {
    return this.#watches.get(conversation)?.heard ?? -1;
  }

  /** From a position on; a second time for the same conversation begins again from there. */
  async watch(staff: StaffMember, conversation: ConversationId, from: number): Promise<'watched' | 'refused' | 'full'> {
    this.unwatch(conversation);
    if (this.#watches.size >= WATCH_LIMIT) return 'full';
    const reader = await readerOf(this.#deps, staff, conversation);
    if (reader === null) return 'refused';
    if (this.#ended) return 'watched';
    // frames are made one after the other; that one is on its way no other waits for, or `sendFrame` would not see who does not read
    let before: Promise<unknown> = Promise.resolve();
    const show = async (
      entries: readonly LogEntry[],
      next: number,
    ): Promise<{ readonly sent: Promise<void> | null }> => {
      const now = this.#watches.get(conversation)?.reader ?? reader;
      const views = await viewEntries(this.#deps, entries, now);
      // meanwhile it may have become somebody else's
      const watch = this.#watches.get(conversation);
      if (watch?.feed !== feed) return { sent: null };
      if (watch.reader !== now) return show(entries, next);
      watch.heard = entries.findLast(({ activity }) => activity.from.role === 'user')?.position ?? watch.heard;
      return { sent: this.#send({ type: 'entries', conversation, entries: views, next }) };
    };
    const feed: Feed = new Feed(this.#deps.conversations, this.#deps.hub, conversation, from, {
      entries: async (entries, next) => {
        const shown = before.catch(() => {}).then(() => show(entries, next));
        before = shown;
        await (await shown).sent;
      },
      // who is writing comes by signal, with who it is
      typing: () => {},
    });
    this.#watches.set(conversation, { feed, reader, heard: from - 1 });
    return 'watched';
  }

  unwatch(conversation: ConversationId): void {
    this.#watches.get(conversation)?.feed.end();
    this.#watches.delete(conversation);
  }

  /** The conversation may be somebody else's now. */
  async review(staff: StaffMember, conversation: ConversationId): Promise<void> {
    const watch = this.#watches.get(conversation);
    if (watch === undefined) return;
    const reader = await readerStill(this.#deps, staff, conversation);
    if (reader !== null) watch.reader = reader;
    else if (this.#watches.get(conversation) === watch) this.unwatch(conversation);
  }

  /** Who reads may have another role now. */
  async reviewAll(staff: StaffMember): Promise<void> {
    for (const conversation of [...this.#watches.keys()]) await this.review(staff, conversation);
  }

  end(): void {
    this.#ended = true;
    for (const conversation of [...this.#watches.keys()]) this.unwatch(conversation);
  }
}
