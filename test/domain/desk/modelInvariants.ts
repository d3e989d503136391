import assert from 'node:assert/strict';
import type { HandoffOwner } from '../../../domain/desk/handoff.ts';
import type { StaffId } from '../../../domain/ids.ts';
import { OFFER_MS, PATIENCE, type World } from './modelWorld.ts';
import { aStaff, SECOND } from './samples.ts';

/** What holds after whatever happened. */
export function holdsAlways(world: World): void {
  world.conversations.forEach((conversation, customer) => {
    const open = world.ledger.open().filter(({ conversation: of }) => of === `c${customer}`);
    assert.ok(open.length <= 1, 'a conversation has one open hand-off');
    const ids = conversation.transcript.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'nothing is in the transcript twice');
    const under = new Map<string, StaffId | 'customer'>();
    let newest = 0;
    for (const { by, under: epoch } of conversation.transcript) {
      if (epoch === null) continue;
      assert.equal(under.get(epoch) ?? by, by, 'one epoch has the words of one agent');
      under.set(epoch, by);
      const number = orderOf(epoch);
      assert.ok(number >= newest, 'nobody speaks under an epoch that is over');
      newest = number;
      const owner = world.ledger.told.get(epoch)?.owner;
      assert.ok(owner?.kind === 'agent' && owner.agent === by, 'and of the agent who had it');
    }
  });
  for (const { owner } of world.ledger.open())
    if (owner.kind === 'offered') assert.ok(owner.until <= world.now + OFFER_MS, 'an offer ends');
}

/** Of `h<hand-off>:<epoch>`, over all hand-offs of a conversation. */
function orderOf(key: string): number {
  const [handoff = '', epoch = ''] = key.slice(1).split(':');
  return Number(handoff) * 1_000_000 + Number(epoch);
}

/** What holds when the dispatcher has just looked: nobody waits without an owner and a clock. */
export function holdsAfterRound(world: World): void {
  for (const { owner, waitingSince, agentAt, customerAt } of world.ledger.open()) {
    assert.ok(waitingSince <= world.now, 'the wait has begun');
    if (owner.kind === 'queue') {
      const since = Math.max(waitingSince, agentAt ?? 0);
      assert.ok(world.now - since < PATIENCE.giveUpMs, 'nobody waits longer than the give-up time');
    } else if (owner.kind === 'offered') {
      assert.ok(owner.until > world.now && isThere(world, owner.agent), 'an offer is to somebody, and has time left');
    } else if (owner.kind === 'agent') {
      assert.ok(isThere(world, owner.agent), 'who has a customer is there');
      const unanswered = agentAt === null || agentAt < customerAt;
      const silentMs = world.now - owner.aliveAt;
      assert.ok(!unanswered || silentMs <= PATIENCE.silentMs, 'and is not silent towards one who waits');
    }
  }
}

function isThere(world: World, id: StaffId): boolean {
  const agent = world.agents.get(id);
  if (agent === undefined || agent.status === 'away') return false;
  const cutOff = agent.seenBy !== null && world.lost.has(agent.seenBy);
  return world.now - agent.seenAt <= (cutOff ? PATIENCE.lostMs : PATIENCE.silentMs);
}

/** Everything on its way arrives. Then both sides agree on who answers, and every message has come to exactly one end. */
export function settles(world: World): void {
  for (const key of world.ledger.timers.splice(0)) world.deliver(key);
  for (const [customer, conversation] of world.conversations.entries()) {
    while (conversation.inbox.length > 0) conversation.work(world.now, false);
    // a turn may have changed an owner: its news come too
    for (const key of world.ledger.timers.splice(0)) world.deliver(key);
    while (conversation.inbox.length > 0) conversation.work(world.now, false);
    const open = world.ledger.openOf(customer);
    assert.equal(conversation.owner(), answerer(open?.owner), 'the conversation knows who answers');
    if (open !== undefined) assert.equal(conversation.view?.epoch, open.epoch);
  }
  for (const [id, { customer, by }] of world.acknowledged) {
    const lines = world.conversations.map(({ transcript }) => transcript.filter((line) => line.id === id).length);
    const total = lines.reduce((sum, one) => sum + one, 0) + (world.ledger.refused.get(id) ?? 0);
    assert.equal(total, 1, 'a message is in a transcript once, or refused once');
    if (by === 'customer') assert.equal(lines[customer], 1, 'and a customer is never refused');
  }
}

function answerer(owner: HandoffOwner | undefined): 'bot' | 'queue' | StaffId {
  if (owner === undefined || owner.kind === 'ended') return 'bot';
  return owner.kind === 'agent' ? owner.agent : 'queue';
}

/** Longer than a must in routing holds, and every round of offers to everybody else after it. */
const LONG_ENOUGH_MS = 25 * 60 * SECOND;

/** One agent takes what is offered and brings it to an end; those who ignore everything are still there. */
export function everybodyIsServed(world: World, willing: number): void {
  const agent = aStaff(['amy', 'ben', 'cho', 'sue'][willing % 4] ?? 'amy');
  world.online.add(agent);
  world.set(agent, { status: 'available', seenBy: world.instance(0) });
  const end = world.now + LONG_ENOUGH_MS;
  while (world.now < end) {
    world.advance(5 * SECOND);
    world.tick(false);
    for (const { id, owner } of world.ledger.open()) {
      if (owner.kind === 'offered' && owner.agent === agent) world.change(id, { kind: 'accept', agent, over: false });
      if (owner.kind === 'agent' && owner.agent === agent)
        world.change(id, { kind: 'return', by: agent, result: 'solved', over: false });
    }
  }
  const left = world.ledger.open().filter(({ owner }) => owner.kind === 'queue' || owner.kind === 'offered');
  assert.deepEqual(left, [], 'nobody stays in the queue');
}
