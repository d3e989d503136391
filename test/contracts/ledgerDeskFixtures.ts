import assert from 'node:assert/strict';
import type { Handoff, HandoffCommand, NewHandoff } from '../../domain/desk/handoff.ts';
import type { DeskEvent } from '../../domain/desk/handoffs.ts';
import type { Brand, HandoffId, Instant, StaffId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aConversation, aCustomer, aKey, fresh, NOON } from './ledgerFixtures.ts';

const brand = <B extends string>(text: string) => text as Brand<string, B>;
export const aStaff = (text = fresh('staff')) => brand<'StaffId'>(text);
export const aHandoffId = (text: string) => brand<'HandoffId'>(text);
export const aMessage = (text = fresh('message')) => brand<'MessageId'>(text);

export const aHandoff = (more: Partial<NewHandoff> = {}): NewHandoff => ({
  conversation: aConversation(),
  customer: aCustomer(),
  channel: 'web',
  language: 'zh-Hans',
  reason: 'asked',
  severity: 'moderate',
  team: 'complaints-desk',
  briefing: {
    words: '我要找人工，上个月多扣了三十块',
    intent: 'handoff.request',
    confidence: 0.97,
    mood: 'upset',
    form: 'complaint',
    answers: { story: '上个月多扣了三十块', contact: { phone: '13800138000' }, bills: [10, 11] },
  },
  ...more,
});

export const aDeskEvent = (more: Partial<Omit<DeskEvent, 'seq' | 'at'>> = {}): Omit<DeskEvent, 'seq' | 'at'> => ({
  kind: 'case',
  handoff: null,
  conversation: aConversation(),
  by: aStaff(),
  data: { number: 'CP-20261123-0001' },
  ...more,
});

/** What customers and agents do, where it must succeed. */
export function deskOf(ledger: () => Ledger) {
  const change = async (id: HandoffId, command: HandoffCommand, at: Instant = NOON): Promise<Handoff> => {
    const changed = await ledger().handoffs.change(id, command, at);
    assert.equal(changed.kind, 'changed');
    return changed.handoff;
  };
  return {
    change,
    request: (more: Partial<NewHandoff> = {}, at = NOON) => ledger().handoffs.request(aHandoff(more), aKey(), at),
    accept: (id: HandoffId, agent: StaffId, at = NOON) => change(id, { kind: 'accept', agent, over: false }, at),
    giveBack: (id: HandoffId, by: StaffId, at = NOON) =>
      change(id, { kind: 'return', by, result: 'solved', over: false }, at),
  };
}
