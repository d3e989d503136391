import assert from 'node:assert/strict';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { inOrder, isPresent, places } from '../../../domain/desk/queue.ts';
import { PRESENT_MS, type StaffMember } from '../../../domain/desk/staff.ts';
import { aStaff, heldBy, MINUTE, NOW, offeredTo, present, waiting } from './samples.ts';

const amy = aStaff('amy');
const ids = (handoffs: readonly Handoff[]) => handoffs.map(({ id }) => id);

describe('the order of the queue', () => {
  it('is by waiting, whoever lost an agent before everybody else', () => {
    const list = [
      waiting('late', { waitingSince: NOW + 2 }),
      waiting('early', { waitingSince: NOW + 1, owner: offeredTo(amy) }),
      waiting('lost', { waitingSince: NOW + 9, first: true }),
      waiting('lost before', { waitingSince: NOW + 8, first: true }),
      waiting('held', { owner: heldBy(amy) }),
      waiting('ended', { owner: { kind: 'ended', how: 'left', by: 'customer', at: NOW, result: null } }),
    ];
    assert.deepEqual(ids(inOrder(list)), ['lost before', 'lost', 'early', 'late']);
    assert.deepEqual(ids(inOrder(list.toReversed())), ids(inOrder(list)));
  });

  it('is the same for everybody who looks when all else is equal', () => {
    assert.deepEqual(ids(inOrder([waiting('b'), waiting('a')])), ['a', 'b']);
  });

  it('lets what is grave go before, but nobody waits for ever behind it', () => {
    const grave = [
      waiting('major', { severity: 'major' }),
      waiting('security', { reason: 'security', waitingSince: NOW + 1 }),
      waiting('moderate', { severity: 'moderate', waitingSince: NOW + 2 }),
    ];
    const plain = (minutes: number) => waiting('plain', { waitingSince: NOW - minutes * MINUTE });
    assert.deepEqual(ids(inOrder([plain(0), ...grave])), ['major', 'security', 'moderate', 'plain']);
    assert.deepEqual(ids(inOrder([plain(3), ...grave])), ['major', 'security', 'plain', 'moderate']);
    assert.deepEqual(ids(inOrder([plain(31), ...grave])), ['plain', 'major', 'security', 'moderate']);
  });
});

describe('an agent', () => {
  const seen = (more: Partial<StaffMember>) => isPresent(present('amy', more), NOW);
  it('is present while the console is alive, available or busy', () => {
    assert.ok(seen({}) && seen({ status: 'busy' }) && seen({ seenAt: NOW - PRESENT_MS }));
  });
  it('is not when away, silent or disabled', () => {
    assert.ok(!seen({ status: 'away' }) && !seen({ seenAt: NOW - PRESENT_MS - 1 }) && !seen({ disabled: true }));
  });
});

describe('the place of a waiting customer', () => {
  const handling = 6 * MINUTE;
  const told = (handoffs: readonly Handoff[], agents: readonly StaffMember[]) =>
    [...places(handoffs, agents, handling, NOW)].map(([id, { position, waitSeconds }]) => [id, position, waitSeconds]);
  const queue = [waiting('a'), waiting('b'), waiting('c')];

  it('counts from 1, without a time when nobody takes customers', () => {
    const nobody = [
      ['a', 1, null],
      ['b', 2, null],
      ['c', 3, null],
    ];
    assert.deepEqual(told(queue, []), nobody);
    const out = [present('amy', { status: 'busy' }), present('ben', { seenAt: 0 }), present('cho', { status: 'away' })];
    assert.deepEqual(told(queue, out), nobody);
  });

  it('is at once on free seats, then a conversation’s time for each seat that gets free', () => {
    const agents = [present('amy', { limit: 2 })];
    assert.deepEqual(told([...queue, waiting('h', { owner: heldBy(amy) })], agents), [
      ['a', 1, 0],
      ['b', 2, 180],
      ['c', 3, 360],
    ]);
  });

  it('does not count what those do who take nobody, and no seat less than none', () => {
    const agents = [present('amy', { limit: 1 }), present('ben', { limit: 1 }), present('cho', { status: 'busy' })];
    const held = ['cho', 'cho', 'amy', 'amy'].map((agent, i) => waiting(`h${i}`, { owner: heldBy(aStaff(agent)) }));
    assert.deepEqual(told([...queue, ...held], agents), [
      ['a', 1, 0],
      ['b', 2, 180],
      ['c', 3, 360],
    ]);
  });
});
