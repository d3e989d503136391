import assert from 'node:assert/strict';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { heard } from '../../../domain/desk/heard.ts';
import { aStaff, heldBy, NOW, offeredTo, waiting } from './samples.ts';

const [amy, sue] = [aStaff('amy'), aStaff('sue')];
const held = waiting('h', { owner: heldBy(amy) });

describe('words in a handed-over conversation', () => {
  const clocks = ({ customerAt, agentAt, waitingSince, owner }: Handoff) => {
    const of = owner.kind === 'agent' ? [owner.firstReplyAt, owner.aliveAt] : [];
    return [customerAt, agentAt, waitingSince, ...of].map((at) => (at === null ? null : at - NOW));
  };

  it('of the customer move only the customer’s clock, forward', () => {
    assert.deepEqual(clocks(heard(held, 'customer', NOW + 5)), [5, null, 0, null, 0]);
    assert.deepEqual(clocks(heard(held, 'customer', NOW - 5)), [0, null, 0, null, 0]);
  });

  it('of the agent who has it are an answer, the first one kept, and a sign of life', () => {
    const once = heard(held, amy, NOW + 5);
    assert.deepEqual(clocks(once), [0, 5, 0, 5, 5]);
    assert.deepEqual(clocks(heard(heard(once, amy, NOW + 9), amy, NOW + 7)), [0, 9, 0, 5, 9]);
  });

  it('of somebody else are an answer, but no sign of life of the agent', () => {
    assert.deepEqual(clocks(heard(held, sue, NOW + 5)), [0, 5, 0, null, 0]);
  });

  it('of an agent who lost the customer begin the wait anew', () => {
    assert.deepEqual(clocks(heard(waiting('h'), amy, NOW + 5)), [0, 5, 5]);
    assert.deepEqual(clocks(heard(waiting('h', { owner: offeredTo(sue) }), amy, NOW + 5)), [0, 5, 5]);
  });

  it('change nothing of what is ended', () => {
    const ended = waiting('h', { owner: { kind: 'ended', how: 'left', by: 'customer', at: NOW, result: null } });
    assert.equal(heard(ended, amy, NOW + 5), ended);
  });
});
