import type { z } from 'zod';
import { maskName } from '../../../domain/customers/masked.ts';
import type { Handoff, HandoffOwner } from '../../../domain/desk/handoff.ts';
import { inOrder } from '../../../domain/desk/queue.ts';
import type { Instant } from '../../../domain/ids.ts';
import { maskPhone } from '../../operator/masking.ts';
import type { DeskDeps } from '../deps.ts';
import type { HandoffView, ownerView } from '../schemas.ts';
import { newestWords } from './preview.ts';
import { iso, isoOrNull } from './time.ts';

type Deps = Pick<DeskDeps, 'ledger' | 'conversations' | 'now' | 'zone'>;

/** Hand-offs as rows, masked. `open`: all that are open, when they are known already. */
export async function viewHandoffs(
  deps: Deps,
  handoffs: readonly Handoff[],
  open: readonly Handoff[],
): Promise<HandoffView[]> {
  const places = new Map(inOrder(open).map(({ id }, index) => [id, index + 1]));
  return Promise.all(handoffs.map((each) => view(deps, each, places.get(each.id) ?? null)));
}

/** One row. */
export async function viewHandoff(deps: Deps, handoff: Handoff): Promise<HandoffView> {
  return view(deps, handoff, waits(handoff) ? await placeOf(deps, handoff) : null);
}

async function placeOf({ ledger }: Deps, { id }: Handoff): Promise<number | null> {
  const place = inOrder(await ledger.handoffs.open()).findIndex((each) => each.id === id);
  return place < 0 ? null : place + 1;
}

async function view(deps: Deps, handoff: Handoff, position: number | null): Promise<HandoffView> {
  const { id, conversation, epoch, owner, reason, language, channel, severity, team, requestedAt, first, wanted } =
    handoff;
  const [customer, preview] = await Promise.all([customerName(deps, handoff), newestWords(deps, handoff)]);
  return {
    handoff: id,
    conversation,
    epoch,
    owner: viewOwner(owner),
    reason,
    language,
    channel,
    severity,
    team,
    position: waits(handoff) ? position : null,
    requestedAt: iso(requestedAt),
    waitingSeconds: Math.max(0, Math.round((waitedUntil(owner, deps.now()) - handoff.waitingSince) / 1000)),
    unansweredSince: isoOrNull(unansweredSince(handoff)),
    customer,
    preview,
    first,
    wanted,
  };
}

export function waits({ owner }: Handoff): boolean {
  return owner.kind === 'queue' || owner.kind === 'offered';
}

function viewOwner(owner: HandoffOwner): z.infer<typeof ownerView> {
  switch (owner.kind) {
    case 'queue':
      return { kind: 'queue' };
    case 'offered':
      return { kind: 'offered', agent: owner.agent, until: iso(owner.until) };
    case 'agent': {
      const { agent, since, firstReplyAt } = owner;
      return { kind: 'agent', agent, since: iso(since), firstReplyAt: isoOrNull(firstReplyAt) };
    }
    case 'ended': {
      const { how, by, at, result } = owner;
      return { kind: 'ended', how, by, at: iso(at), result };
    }
  }
}

/** Until somebody came, or until it ended. */
function waitedUntil(owner: HandoffOwner, now: Instant): Instant {
  if (owner.kind === 'agent') return owner.since;
  return owner.kind === 'ended' ? owner.at : now;
}

/** Since when the customer's newest words are without an agent's answer. */
export function unansweredSince({ owner, customerAt, agentAt }: Handoff): Instant | null {
  if (owner.kind === 'ended') return null;
  return agentAt === null || customerAt > agentAt ? customerAt : null;
}

async function customerName({ ledger }: Deps, { customer, channel, conversation }: Handoff): Promise<string> {
  const { name, phone } = await ledger.customers.contact(customer);
  if (name !== null) return maskName(name);
  return phone === null ? `${channel} ${conversation.slice(-6)}` : maskPhone(phone);
}
