import type { z } from 'zod';
import type { KnownSource } from '../../../domain/customers/identity.ts';
import { maskName } from '../../../domain/customers/masked.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { Note } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { maskPhone } from '../../operator/masking.ts';
import type { Readable } from '../access/conversation.ts';
import type { DeskDeps } from '../deps.ts';
import { type ChannelLimits, limitsNow } from '../limits.ts';
import { mayReadNote, viewNote } from '../messages/notes.ts';
import { type conversationView, MESSAGE_LIMIT } from '../schemas.ts';
import { viewDeskBooking, viewDeskCase } from '../views/books.ts';
import { viewEntries } from '../views/entry.ts';
import { viewHandoff } from '../views/handoff.ts';
import { maskedHead } from '../views/masked.ts';
import { iso, isoOrNull } from '../views/time.ts';
import { viewUnderstood } from '../views/understood.ts';
import { context } from '../views/words.ts';

/** Lines of the transcript in one answer; the rest is asked for from `next` on. */
const PAGE = 250;
const EARLIER = 20;

type View = z.infer<typeof conversationView>;

/** Everything about a conversation, as one of the staff may see it. */
export async function viewConversation(
  deps: DeskDeps,
  staff: StaffMember,
  { handoff, holds, plain }: Readable,
  from: number,
): Promise<View> {
  const { conversation, channel, language } = handoff;
  const [log, notes, everybody, row, about, limits] = await Promise.all([
    deps.conversations.log(conversation, from, PAGE),
    deps.ledger.notes.of(conversation),
    deps.ledger.staff.list(),
    viewHandoff(deps, handoff),
    viewCustomer(deps, handoff),
    limitsNow(channel, conversation, deps.channels, deps.now()),
  ]);
  const entries = log?.entries ?? [];
  // who is to take the customer over reads what the colleague left for them
  const clear = plain || isWanted(handoff, staff);
  const masked = (note: Note): Note => ({ ...note, text: maskedHead(note.text, context(deps, language)) });
  return {
    ...{ conversation, channel, language },
    handoff: row,
    mine: holds,
    entries: await viewEntries(deps, entries, { plain, language }),
    next: (entries.at(-1)?.position ?? (log?.next ?? 0) - 1) + 1,
    notes: notes
      .filter((note) => mayReadNote(note, staff, holds))
      .map((note) => viewNote(clear || note.by === staff.id ? note : masked(note), everybody)),
    viewers: deps.viewers(conversation).filter((viewer) => viewer.id !== staff.id),
    ...about,
    understood: viewUnderstood(deps, handoff, plain),
    limits: viewLimits(limits),
  };
}

function isWanted({ wanted }: Handoff, { id, skills }: StaffMember): boolean {
  if (wanted === null) return false;
  return 'agent' in wanted ? wanted.agent === id : skills.includes(wanted.team);
}

/** The customer: who, what is open, what was before. */
async function viewCustomer(
  deps: DeskDeps,
  { id, customer, conversation, channel }: Handoff,
): Promise<Pick<View, 'customer' | 'cases' | 'bookings' | 'earlier'>> {
  const { customers, cases, bookings, handoffs } = deps.ledger;
  const [contact, sources, consents, open, upcoming, past] = await Promise.all([
    customers.contact(customer),
    customers.sources(customer),
    customers.consents(customer),
    cases.ofCustomer(customer, 'open'),
    bookings.upcoming(customer, deps.now()),
    handoffs.past({ customer }, EARLIER + 1),
  ]);
  return {
    customer: {
      id: customer,
      name: contact.name === null ? null : maskName(contact.name),
      phone: contact.phone === null ? null : maskPhone(contact.phone),
      assurance: assuranceOf(sources, conversation, channel) ?? (contact.phone === null ? 'none' : 'claimed'),
      consents: consents.map(({ purpose, channel, given, at }) => ({ purpose, channel, given, at: iso(at) })),
    },
    cases: open.map((each) => viewDeskCase(deps, each, contact)),
    bookings: upcoming.map(viewDeskBooking),
    earlier: past.filter((each) => each.id !== id && each.owner.kind === 'ended').map(viewEarlier),
  };
}

/** `code` when one linked the source that writes here; a phone number that was typed is only what the customer says. */
function assuranceOf(sources: readonly KnownSource[], conversation: ConversationId, channel: string): 'code' | null {
  const here =
    sources.find((each) => each.conversation === conversation) ?? sources.find((each) => each.channel === channel);
  return here?.assurance === 'code' ? 'code' : null;
}

function viewEarlier({ id, conversation, requestedAt, reason, owner, former }: Handoff): View['earlier'][number] {
  const { how, result } = owner.kind === 'ended' ? owner : { how: null, result: null };
  return {
    handoff: id,
    ...{ conversation, reason, how, result },
    requestedAt: iso(requestedAt),
    agent: former.at(-1) ?? null,
  };
}

function viewLimits(limits: ChannelLimits): View['limits'] {
  const { textLimit, images, files, typing, quotaLeft, windowEndsAt } = limits;
  const limit = Math.min(textLimit, MESSAGE_LIMIT);
  return { textLimit: limit, images, files, typing, quotaLeft, windowEndsAt: isoOrNull(windowEndsAt) };
}
