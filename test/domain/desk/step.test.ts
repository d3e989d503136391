import assert from 'node:assert/strict';
import type { Handoff, HandoffCommand } from '../../../domain/desk/handoff.ts';
import { step } from '../../../domain/desk/step.ts';
import { aStaff, heldBy, MINUTE, NOW, offeredTo, SECOND, waiting } from './samples.ts';

const [amy, ben, sue] = [aStaff('amy'), aStaff('ben'), aStaff('sue')];
const until = NOW + 20 * SECOND;
const queued = waiting('h');
const offered = waiting('h', { owner: offeredTo(amy) });
const held = waiting('h', { owner: heldBy(amy) });
const ended = waiting('h', { owner: { kind: 'ended', how: 'left', by: 'customer', at: NOW, result: null } });

const changed = (from: Handoff, command: HandoffCommand, at = NOW): Handoff => {
  const stepped = step(from, command, at);
  assert.equal(stepped.kind, 'changed');
  return stepped.handoff;
};
const refusal = (from: Handoff, command: HandoffCommand, at = NOW) => {
  const stepped = step(from, command, at);
  return stepped.kind === 'refused' ? stepped.why : stepped.kind;
};

const offer: HandoffCommand = { kind: 'offer', agent: amy, until };
const accept = (agent = amy, over = false): HandoffCommand => ({ kind: 'accept', agent, over });
const giveBack = (by = amy, over = false): HandoffCommand => ({ kind: 'return', by, result: 'solved', over });
const transfer = (by = amy, to: { agent: typeof amy } | { team: string } = { agent: ben }): HandoffCommand => ({
  ...{ kind: 'transfer', by, to },
});
const lose: HandoffCommand = { kind: 'lose', agent: amy };
const pass: HandoffCommand = { kind: 'pass', agent: amy };

describe('a step in the life of a hand-off', () => {
  it('is allowed or refused by who has it', () => {
    const table: readonly (readonly [HandoffCommand, string, string, string])[] = [
      // command, from the queue, offered to amy, with amy
      [offer, 'changed', 'taken', 'with an agent'],
      [pass, 'not offered', 'changed', 'not offered'],
      [{ kind: 'pass', agent: ben }, 'not offered', 'not offered', 'not offered'],
      [accept(), 'changed', 'changed', 'same'],
      [accept(ben), 'changed', 'changed', 'taken'],
      [accept(sue, true), 'changed', 'changed', 'changed'],
      [lose, 'not with an agent', 'not with an agent', 'changed'],
      [{ kind: 'lose', agent: ben }, 'not with an agent', 'not with an agent', 'not yours'],
      [transfer(), 'not with an agent', 'not with an agent', 'changed'],
      [transfer(ben), 'not with an agent', 'not with an agent', 'not yours'],
      [transfer(amy, { agent: amy }), 'not with an agent', 'not with an agent', 'same'],
      [giveBack(), 'not with an agent', 'not with an agent', 'changed'],
      [giveBack(ben), 'not with an agent', 'not with an agent', 'not yours'],
      [giveBack(sue, true), 'not with an agent', 'not with an agent', 'changed'],
      [{ kind: 'leave' }, 'changed', 'changed', 'changed'],
      [{ kind: 'callback' }, 'changed', 'changed', 'with an agent'],
    ];
    for (const [command, ...expected] of table) {
      const seen = [queued, offered, held].map((from) => refusal(from, command));
      assert.deepEqual(seen, expected, JSON.stringify(command));
      assert.equal(refusal(ended, command), 'ended');
    }
  });

  it('gives the next epoch when it changes something, and nothing new when not', () => {
    assert.equal(changed(queued, offer).epoch, 8);
    const same = step(held, accept(), NOW + 1);
    assert.ok(same.kind === 'same' && same.handoff === held);
  });

  it('to an agent forgets for whom it was meant and who passed', () => {
    const lost = waiting('h', { first: true, wanted: { team: 't' }, passed: [ben] });
    const { owner, first, wanted, passed } = changed(lost, accept(), NOW + 5);
    assert.deepEqual(owner, heldBy(amy, NOW + 5));
    assert.deepEqual([first, wanted, passed], [false, null, []]);
  });

  it('from one agent to another remembers who had it, each once, newest last', () => {
    const again = waiting('h', { owner: heldBy(amy), former: [amy, ben] });
    for (const command of [accept(sue, true), lose, transfer(), giveBack(), { kind: 'leave' } as const])
      assert.deepEqual(changed(again, command).former, [ben, amy], command.kind);
  });

  it('ends with how, by whom and with what result', () => {
    const end = (from: Handoff, command: HandoffCommand) => changed(from, command, NOW + 9).owner;
    const at = NOW + 9;
    assert.deepEqual(end(held, giveBack(sue, true)), { kind: 'ended', how: 'returned', by: sue, at, result: 'solved' });
    assert.deepEqual(end(held, { kind: 'leave' }), { kind: 'ended', how: 'left', by: 'customer', at, result: null });
    assert.deepEqual(end(queued, { kind: 'callback' }), {
      kind: 'ended',
      how: 'callback',
      by: 'clock',
      at,
      result: null,
    });
  });

  describe('passing', () => {
    it('puts whoever passed last at the end', () => {
      const again = { ...offered, passed: [amy, ben] };
      assert.deepEqual(changed(again, pass).passed, [ben, amy]);
    });

    it('frees a customer who was meant for that agent, not one meant for others', () => {
      assert.equal(changed({ ...offered, wanted: { agent: amy } }, pass).wanted, null);
      assert.deepEqual(changed({ ...offered, wanted: { agent: ben } }, pass).wanted, { agent: ben });
      assert.deepEqual(changed({ ...offered, wanted: { team: 't' } }, pass).wanted, { team: 't' });
    });

    it('by the clock is of that offer only', () => {
      assert.equal(refusal(offered, { ...pass, until }), 'changed');
      assert.equal(refusal(offered, { ...pass, until: until - 1 }), 'not offered');
    });
  });

  describe('losing an agent', () => {
    it('puts the customer first, for everybody, that agent last', () => {
      const { owner, first, wanted, passed } = changed({ ...held, wanted: { agent: amy }, passed: [ben] }, lose);
      assert.deepEqual([owner, first, wanted, passed], [{ kind: 'queue' }, true, null, [amy]]);
    });

    it('does not happen after a sign of life that came since', () => {
      assert.equal(refusal(held, { ...lose, aliveAt: NOW }), 'changed');
      assert.equal(refusal(held, { ...lose, aliveAt: NOW - 1 }), 'with an agent');
    });

    const since = (more: Partial<Handoff>) => {
      const from = { ...held, ...more };
      return [lose, transfer()].map((command) => changed(from, command, NOW + 40 * MINUTE).waitingSince - NOW);
    };
    it('lets the wait go on counting when nobody ever answered', () => {
      assert.deepEqual(since({ customerAt: NOW + 5 * MINUTE }), [0, 0]);
      const before = { waitingSince: NOW + 20 * MINUTE, agentAt: NOW + 10 * MINUTE, customerAt: NOW + 30 * MINUTE };
      assert.deepEqual(since(before), [20 * MINUTE, 20 * MINUTE], 'the answer was before this wait');
    });
    it('begins a new wait after an answer: of the unanswered words, or of now', () => {
      const unanswered = { agentAt: NOW + 30 * MINUTE, customerAt: NOW + 39 * MINUTE };
      assert.deepEqual(since(unanswered), [39 * MINUTE, 39 * MINUTE]);
      const answered = { agentAt: NOW + 30 * MINUTE, customerAt: NOW + 29 * MINUTE };
      assert.deepEqual(since(answered), [40 * MINUTE, 40 * MINUTE]);
    });
  });

  it('to a call-back is of the wait that was judged', () => {
    assert.equal(refusal(queued, { kind: 'callback', waitingSince: NOW }), 'changed');
    assert.equal(refusal(queued, { kind: 'callback', waitingSince: NOW - 1 }), 'taken');
  });

  it('of a transfer is for whom it names, a colleague first', () => {
    const { owner, first, wanted, passed } = changed({ ...held, passed: [ben] }, transfer(amy, { team: 'faults' }));
    assert.deepEqual([owner, first, wanted, passed], [{ kind: 'queue' }, true, { team: 'faults' }, [amy]]);
  });
});
