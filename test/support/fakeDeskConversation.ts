import type { ConversationView, EntryView, HandoffView, NoteView } from '../../adapters/desk/schemas.ts';

/** One customer at the fake desk. */
export interface Conversation {
  row: HandoffView;
  entries: EntryView[];
  /** Position of the next line. */
  next: number;
  notes: NoteView[];
  cases: ConversationView['cases'];
  bookings: ConversationView['bookings'];
  earlier: ConversationView['earlier'];
  customer: ConversationView['customer'];
  understood: ConversationView['understood'];
  limits: ConversationView['limits'];
  viewers: ConversationView['viewers'];
  /** What `reveal` shows. */
  secret: Readonly<Record<string, string>>;
}

export function emptyConversation(row: HandoffView): Conversation {
  return {
    ...{ row, entries: [], next: 0, notes: [], cases: [], bookings: [], earlier: [], viewers: [] },
    customer: { id: `customer-${row.conversation}`, name: null, phone: null, assurance: 'none', consents: [] },
    understood: { words: '', intent: null, confidence: null, mood: 'calm', form: null, slots: [] },
    limits: { textLimit: 4000, images: true, files: true, typing: true, quotaLeft: null, windowEndsAt: null },
    secret: {},
  };
}

export function customerView(conversation: Conversation, me: string, from: number): ConversationView {
  const { row, entries, next, notes, cases, bookings, earlier, customer, understood, limits, viewers } = conversation;
  return {
    ...{ conversation: row.conversation, channel: row.channel, language: row.language, handoff: row },
    mine: row.owner.kind === 'agent' && row.owner.agent === me,
    entries: entries.filter(({ position }) => position >= from),
    ...{ next, notes, viewers, customer, understood, cases, bookings, earlier, limits },
  };
}
