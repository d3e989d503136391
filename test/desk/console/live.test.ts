import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { EntryView, ServerFrame } from '../../../adapters/desk/schemas.ts';
import { type Happening, type Live, nothing, step } from '../../../web/desk/lib/live.ts';
import { nextToSend, type Outgoing, resumed, retried, withState } from '../../../web/desk/lib/outbox.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
const AT = '2026-11-22T08:00:00.000Z';

function entry(position: number, clientId: string | null = null): EntryView {
  const said = { position, at: AT, clientId, text: `t${position}`, message: null, language: null, card: null };
  const rest = { ...said, choices: [], attachments: [] };
  return clientId === null
    ? { ...rest, from: 'customer', name: null, agent: null }
    : { ...rest, from: 'agent', name: 'A', agent: 'a' };
}
function event(seq: number, change: Partial<EventFrame> = {}): EventFrame {
  const what = {
    kind: 'message',
    conversation: 'c',
    handoff: 'h',
    by: 'customer',
    data: { id: 'm', text: 'x' },
  } as const;
  return { type: 'event', seq, at: AT, ...what, ...change };
}
function outgoing(id: string, conversation = 'c', state: Outgoing['state'] = 'waiting'): Outgoing {
  return { id, conversation, text: id, files: [], at: AT, state, failure: null, message: null };
}
const frame = (given: ServerFrame, looking: string | null = null): Happening => ({
  ...{ kind: 'frame', nowMs: 0, looking },
  frame: given,
});
const liveAfter = (...what: readonly Happening[]): Live => what.reduce(step, nothing);
const positions = (live: Live): number[] => live.threads.get('c')?.entries.map(({ position }) => position) ?? [];

describe('the console: what is live', () => {
  it('has every line once and in order, however readings, frames and reconnects are mixed', () => {
    // not every position of a log is a line of the transcript
    const log = [0, 1, 3, 4, 6, 9, 10].map((position) => entry(position));
    const upTo = (end: number) => log.filter(({ position }) => position < end);
    const doing = fc.oneof(
      fc.record({ do: fc.constant('read' as const), to: fc.integer({ min: 1, max: 11 }) }),
      fc.record({ do: fc.constant('frame' as const), to: fc.integer({ min: 1, max: 11 }), back: fc.nat(4) }),
      fc.record({ do: fc.constant('lost' as const) }),
    );
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 12 }), (doings) => {
        let live = liveAfter({ kind: 'loaded', conversation: 'c', entries: upTo(2), next: 2 });
        for (const what of doings) {
          const { next } = live.threads.get('c') ?? { next: 0 };
          if (what.do === 'lost') live = step(step(live, { kind: 'lost' }), { kind: 'connected' });
          else if (what.do === 'read') {
            live = step(live, { kind: 'loaded', conversation: 'c', entries: upTo(what.to), next: what.to });
          } else if (what.to > next) {
            // a watch goes on from where we are, or from somewhat before after a reconnect
            const entries = upTo(what.to).filter(({ position }) => position >= next - what.back);
            live = step(live, frame({ type: 'entries', conversation: 'c', entries, next: what.to }));
          }
          const now = live.threads.get('c')?.next ?? 0;
          assert.deepEqual(
            positions(live),
            upTo(now).map(({ position }) => position),
          );
          assert.ok(now >= next);
        }
      }),
    );
  });

  it('shows plain words in place of masked ones once the customer is ours', () => {
    const masked = { ...entry(0), text: '我的号码是***' };
    const live = liveAfter(
      { kind: 'loaded', conversation: 'c', entries: [masked, entry(1)], next: 2 },
      { kind: 'loaded', conversation: 'c', entries: [{ ...masked, text: '我的号码是138' }, entry(1)], next: 2 },
    );
    assert.deepEqual(
      live.threads.get('c')?.entries.map(({ text }) => text),
      ['我的号码是138', 't1'],
    );
  });

  it('begins no transcript in its middle', () => {
    const late = liveAfter(frame({ type: 'entries', conversation: 'c', entries: [entry(7)], next: 8 }));
    assert.equal(late.threads.has('c'), false);
  });

  it('takes each event once: what a reconnect repeats counts nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))), (replays) => {
        // each connection sends what is after `seq`, and may overlap with what came before
        const frames = replays.flatMap(([to, back]) => {
          const from = Math.max(0, to - back);
          return Array.from({ length: to - from }, (_, index) => event(from + index + 1));
        });
        const whole = [...frames, ...Array.from({ length: 6 }, (_, index) => event(index + 1))];
        const live = whole.reduce((state, one) => step(state, frame(one)), nothing);
        const seen = new Set<number>();
        let newest = 0;
        for (const { seq } of whole) {
          if (seq > newest) seen.add(seq);
          newest = Math.max(newest, seq);
        }
        assert.equal(live.seq, 6);
        assert.equal(live.unread.get('c'), seen.size);
      }),
    );
  });

  it('counts as unread only what the customer said in a conversation nobody looks at', () => {
    const live = liveAfter(frame(event(1)), frame(event(2), 'c'), frame(event(3, { by: 'agent-1' })), frame(event(4)));
    assert.equal(live.unread.get('c'), 2);
    assert.equal(step(live, { kind: 'read', conversation: 'c' }).unread.has('c'), false);
  });

  it('asks for everything again when the server counts from elsewhere', () => {
    const live = liveAfter({ kind: 'started', after: 9 }, frame({ type: 'hello', seq: 4 }));
    assert.deepEqual([live.seq, live.stale], [4, 1]);
    assert.equal(liveAfter({ kind: 'started', after: 9 }, frame({ type: 'hello', seq: 12 })).stale, 0);
  });

  it('forgets who was typing when they write or the connection is lost', () => {
    const typing = frame({ type: 'typing', conversation: 'c', by: 'customer' });
    const read: Happening = { kind: 'loaded', conversation: 'c', entries: [], next: 0 };
    assert.ok(liveAfter(read, typing).typing.has('c'));
    assert.ok(!liveAfter(read, typing, { kind: 'lost' }).typing.has('c'));
    const wrote = frame({ type: 'entries', conversation: 'c', entries: [entry(0)], next: 1 });
    assert.ok(!liveAfter(read, typing, wrote).typing.has('c'));
  });

  it('holds a message until it stands in the transcript, whatever was thought of it', () => {
    for (const state of ['sending', 'taken', 'failed'] as const) {
      const sent: Happening = { kind: 'outbox', change: () => [outgoing('m1', 'c', state), outgoing('m2')] };
      const read: Happening = { kind: 'loaded', conversation: 'c', entries: [], next: 0 };
      const live = liveAfter(
        read,
        sent,
        frame({ type: 'entries', conversation: 'c', entries: [entry(0, 'm1')], next: 1 }),
      );
      assert.deepEqual(
        live.outbox.map(({ id }) => id),
        ['m2'],
      );
    }
  });

  it('marks a message that came too late', () => {
    const sent: Happening = { kind: 'outbox', change: () => [outgoing('m1', 'c', 'taken')] };
    const [message] = liveAfter(sent, frame(event(1, { kind: 'refused', by: 'bot', data: { id: 'm1' } }))).outbox;
    assert.deepEqual([message?.state, message?.failure], ['failed', 'late']);
  });
});

describe('the console: the outbox', () => {
  it('sends one at a time in each conversation, in order, and lets a failed one hold back nothing', () => {
    const box = [outgoing('a1', 'a'), outgoing('a2', 'a'), outgoing('b1', 'b')];
    assert.deepEqual(
      nextToSend(box).map(({ id }) => id),
      ['a1', 'b1'],
    );
    assert.deepEqual(
      nextToSend(withState(box, 'a1', 'sending')).map(({ id }) => id),
      ['b1'],
    );
    assert.deepEqual(
      nextToSend(withState(box, 'a1', 'taken')).map(({ id }) => id),
      ['a2', 'b1'],
    );
    assert.deepEqual(
      nextToSend(withState(box, 'a1', 'failed', 'refused')).map(({ id }) => id),
      ['a2', 'b1'],
    );
  });

  it('keeps the id of a message that is sent again, behind what was written since', () => {
    const box = [{ ...outgoing('a1', 'a', 'failed'), failure: 'refused' as const }, outgoing('a2', 'a', 'taken')];
    assert.deepEqual(
      retried(box, 'a1').map(({ id, state }) => [id, state]),
      [
        ['a2', 'taken'],
        ['a1', 'waiting'],
      ],
    );
    assert.deepEqual(retried(box, 'a2'), box, 'nothing but what failed');
  });

  it('sends again by itself only what did not reach the server', () => {
    const box = withState(
      withState([outgoing('a'), outgoing('b')], 'a', 'failed', 'unreachable'),
      'b',
      'failed',
      'refused',
    );
    assert.deepEqual(
      resumed(box).map(({ state }) => state),
      ['waiting', 'failed'],
    );
  });
});
