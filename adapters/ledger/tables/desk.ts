import type { HandoffOwner, HandoffReason, HandoffResult } from '../../../domain/desk/handoff.ts';
import type { DeskEventKind, Note } from '../../../domain/desk/handoffs.ts';
import type { ConversationId, CustomerId, HandoffId, Instant, Language, StaffId } from '../../../domain/ids.ts';
import type { Severity } from '../../../domain/labels.ts';

interface HandoffTable {
  id: HandoffId;
  conversation: ConversationId;
  customer: CustomerId;
  channel: string;
  language: Language;
  reason: HandoffReason;
  severity: Severity | null;
  team: string;
  /** Sealed. */
  briefing: string;
  epoch: number;
  owner: HandoffOwner['kind'];
  /** Who is offered it or has it. */
  agent: StaffId | null;
  /** Until when it is offered. */
  until: Instant | null;
  since: Instant | null;
  alive_at: Instant | null;
  first_reply_at: Instant | null;
  how: Extract<HandoffOwner, { kind: 'ended' }>['how'] | null;
  ended_by: string | null;
  /** Null as long as it is open: what the partial indexes ask for. */
  ended_at: Instant | null;
  result: HandoffResult | null;
  requested_at: Instant;
  waiting_since: Instant;
  /** 0 or 1. */
  first: number;
  /** JSON. */
  wanted: string | null;
  /** JSON list. */
  former: string;
  /** JSON list. */
  passed: string;
  customer_at: Instant;
  agent_at: Instant | null;
  /** Milliseconds with agents, without the time of the one who has it; null when nobody had it yet. */
  handled_ms: number | null;
  /** When the first agent took it, and when a person first wrote: what later owners do does not change them. */
  accepted_at: Instant | null;
  answered_at: Instant | null;
  /** 1: the briefing was emptied. */
  forgotten: 0 | 1 | null;
}

/** Who had a hand-off that is ended, written when it ends. */
interface HandledTable {
  agent: StaffId;
  handoff: HandoffId;
  ended_at: Instant;
}

interface DeskEventTable {
  seq: number;
  /** What makes a repeat harmless, with the name of the write in front. */
  key: string;
  at: Instant;
  kind: DeskEventKind;
  handoff: HandoffId | null;
  conversation: ConversationId | null;
  by: string;
  /** JSON; null where the data hold words of customers. */
  data: string | null;
  /** The data that hold words, sealed. */
  sealed: string | null;
}

/** One row: the newest `seq` of the events. Its lock, held to the end of the writer's transaction, puts writers in order. */
interface DeskCounterTable {
  id: 1;
  last: number;
}

interface NoteTable {
  conversation: ConversationId;
  by: StaffId;
  id: string;
  at: Instant;
  kind: Note['kind'];
  /** Sealed. */
  text: string;
}

export interface DeskTables {
  handoffs: HandoffTable;
  handled: HandledTable;
  desk_events: DeskEventTable;
  desk_counter: DeskCounterTable;
  notes: NoteTable;
}
