import type { Handoff, HandoffOwner } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { Brand, Instant, StaffId } from '../../../domain/ids.ts';

const brand = <B extends string>(text: string) => text as Brand<string, B>;
export const aStaff = (text: string): StaffId => brand<'StaffId'>(text);
export const aHandoffId = (text: string) => brand<'HandoffId'>(text);
export const aConversation = (text: string) => brand<'ConversationId'>(text);
export const anInstance = (text: string) => brand<'InstanceId'>(text);
export const aCustomer = (text: string) => brand<'CustomerId'>(text);

export const NOW: Instant = Date.UTC(2026, 10, 23, 4);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** A customer in the queue since `NOW`. */
export const waiting = (id: string, more: Partial<Handoff> = {}): Handoff => ({
  id: aHandoffId(id),
  conversation: aConversation(`conversation of ${id}`),
  customer: aCustomer(`customer of ${id}`),
  channel: 'web',
  language: 'zh-Hans',
  reason: 'asked',
  severity: null,
  team: 'complaints-desk',
  briefing: { words: '人工', intent: null, confidence: null, mood: 'calm', form: null, answers: {} },
  epoch: 7,
  owner: { kind: 'queue' },
  requestedAt: NOW,
  waitingSince: NOW,
  first: false,
  wanted: null,
  former: [],
  passed: [],
  customerAt: NOW,
  agentAt: null,
  ...more,
});

export const heldBy = (agent: StaffId, since: Instant = NOW): HandoffOwner => ({
  ...{ kind: 'agent', agent, since, aliveAt: since, firstReplyAt: null },
});
export const offeredTo = (agent: StaffId, until: Instant = NOW + 20 * SECOND): HandoffOwner => ({
  ...{ kind: 'offered', agent, until },
});

/** Somebody at the desk who takes customers. */
export const present = (id: string, more: Partial<StaffMember> = {}): StaffMember => ({
  id: aStaff(id),
  login: id,
  name: id,
  role: 'agent',
  skills: [],
  languages: ['zh-Hans', 'zh-Hant'],
  limit: 4,
  status: 'available',
  seenAt: NOW,
  seenBy: null,
  disabled: false,
  mustChange: false,
  totp: false,
  madeAt: 0,
  ...more,
});
