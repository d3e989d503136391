import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Activity } from '../../web/chat/activity.ts';
import { readFrame } from '../../web/chat/activity.ts';
import { attendance, readUpTo } from '../../web/chat/attendance.ts';
import { scaleOf } from '../../web/chat/scale.ts';
import { merge } from '../../web/chat/transcript.ts';

const BOT = { with: 'bot' };

describe('the customer page: who answers, derived from the log', () => {
  it('follows one hand-off to its end', () => {
    const log = logOf(
      status('a', 'waiting'),
      status('a', 'waiting', { position: 3, waitSeconds: 240 }),
      status('a', 'accepted', { agent: '王芳' }),
      status('a', 'completed'),
    );
    const seen = log.map((_each, index) => attendance(log.slice(0, index + 1)));
    const place = { position: 3, waitSeconds: 240 };
    assert.deepEqual(seen, [
      { with: 'waiting', handoff: 'a', since: 0, place: undefined, news: undefined },
      { with: 'waiting', handoff: 'a', since: 0, place, news: place },
      { with: 'agent', handoff: 'a', name: '王芳' },
      BOT,
    ]);
  });

  it('waits anew when the agent is lost, and knows a second hand-off', () => {
    const log = logOf(
      status('a', 'waiting'),
      status('a', 'accepted', { agent: '王芳' }),
      status('a', 'waiting'),
      status('a', 'failed'),
      status('b', 'waiting'),
    );
    const lost = attendance(log.slice(0, 3));
    assert.equal(lost.with === 'waiting' && lost.since, 2);
    assert.deepEqual(attendance(log.slice(0, 4)), BOT);
    assert.equal(attendance(log).with, 'waiting');
  });

  it('reads a place out once, and not when the bot has told it', () => {
    const first = { position: 3, waitSeconds: 240 };
    const later = { position: 3, waitSeconds: 200 };
    const told = logOf(status('a', 'waiting', first), status('a', 'waiting', later));
    const now = attendance(told);
    assert.deepEqual(now.with === 'waiting' && [now.place, now.news], [later, first]);
    const worded = attendance(logOf(status('a', 'waiting', first), message('bot', 'handoffPlace')));
    assert.deepEqual(worded.with === 'waiting' && [worded.place, worded.news], [first, undefined]);
  });

  it('takes nothing for a place that is none, and no customer for the bot', () => {
    for (const position of [0, -1, 1.5, '2', null, Number.NaN]) {
      const now = attendance(logOf(status('a', 'waiting', { position, waitSeconds: 60 })));
      assert.equal(now.with === 'waiting' && now.place, undefined);
    }
    const forged = { ...status('a', 'accepted', { agent: '我' }), from: { id: 'dl_1', role: 'user' } };
    assert.deepEqual(attendance(logOf(forged)), BOT);
  });

  it('is the newest known status of a hand-off that is not over, for any prefix of any log', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (raw) => {
        const log = logOf(...raw);
        log.forEach((_each, index) => {
          const prefix = raw.slice(0, index + 1);
          const now = attendance(log.slice(0, index + 1));
          assert.deepEqual([now.with, 'handoff' in now ? now.handoff : ''], expected(prefix));
        });
      }),
      { seed: 20261122 },
    );
  });

  it('is the same after a reload, whatever came doubled, late and in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 }),
        (raw, spans) => {
          const log = logOf(...raw);
          const pieces = [...spans.map(([from, to]) => log.slice(from, to)), log.slice(15), log.slice(0, 15)];
          assert.deepEqual(attendance(pieces.reduce(merge, [])), attendance(log));
        },
      ),
      { seed: 20261122 },
    );
  });

  it('knows how far an agent has read only from a whole number, told by the server', () => {
    const [told, forged, broken] = logOf(
      event('handoff.read', { position: 7 }),
      { ...event('handoff.read', { position: 9 }), from: { id: 'dl_1', role: 'user' } },
      event('handoff.read', { position: '9' }),
    );
    assert.deepEqual(
      [told, forged, broken].map((each) => each && readUpTo(each)),
      [7, 0, 0],
    );
  });

  it('takes only a whole scale for a scale', () => {
    const choices = (...titles: readonly string[]) => titles.map((title) => ({ title, value: title }));
    const five = choices('1 很不满意', '2 不满意', '3 一般', '4 满意', '5 非常满意', '跳过这题');
    const scale = scaleOf('askRating', five);
    assert.deepEqual(scale?.points.map(({ number, word }) => `${number}${word}`).at(-1), '5非常满意');
    assert.deepEqual(scale?.rest, choices('跳过这题'));
    const ten = choices(...Array.from({ length: 11 }, (_each, points) => String(points)));
    assert.equal(scaleOf('askRecommend', ten)?.points.length, 11);
    for (const [said, others] of [
      ['askSolved', five],
      ['askRating', five.slice(1)],
      ['askRating', five.slice(0, 4)],
      ['askRecommend', five],
      ['constructor', five],
    ] as const) {
      assert.equal(scaleOf(said, others), undefined);
    }
  });
});

interface Raw {
  readonly type: string;
  readonly name?: string;
  readonly value?: { readonly handoff?: string; readonly state?: string };
}

const handoffs = fc.constantFrom('a', 'b', 'c', '');
const states = fc.constantFrom('waiting', 'waiting', 'accepted', 'completed', 'failed', 'paused');
const anything: fc.Arbitrary<Raw> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(handoffs, states).map(([handoff, state]) => status(handoff, state)) },
  fc
    .tuple(handoffs, fc.nat(4))
    .map(([handoff, position]) => status(handoff, 'waiting', { position, waitSeconds: null })),
  fc.constantFrom(message('bot', 'handoffPlace'), message('bot', 'agentJoined'), message('user', '')),
  fc.constantFrom(event('handoff.initiate', { handoff: 'a' }), event('handoff.status', undefined)),
);

/** The same told in another way: backwards, for each status whether its hand-off was over before it. */
function expected(raw: readonly Raw[]): readonly [string, string] {
  const statuses = raw.flatMap(({ value }, at) => (value?.handoff && value.state ? [{ at, ...value }] : []));
  const over = ({ at, handoff }: { at: number; handoff?: string }) =>
    statuses.some((each) => each.at < at && each.handoff === handoff && isEnd(each.state));
  const counting = statuses.filter((each) => !over(each) && each.state !== 'paused');
  let now: readonly [string, string] = ['bot', ''];
  for (const { handoff = '', state } of counting) {
    if (isEnd(state)) now = now[1] === handoff ? ['bot', ''] : now;
    else now = [state === 'accepted' ? 'agent' : 'waiting', handoff];
  }
  return now;
}

function isEnd(state: string | undefined): boolean {
  return state === 'completed' || state === 'failed';
}

function status(handoff: string, state: string, more: object = {}): Raw {
  return event('handoff.status', { handoff, state, ...more });
}

function event(name: string, value: object | undefined): Raw {
  return { type: 'event', name, ...(value && { value }) };
}

function message(role: string, said: string): Raw & object {
  const raw = { type: 'message', text: 't', from: { id: 'x', role }, channelData: { shouwen: { name: said } } };
  return raw;
}

/** A log as the page reads it; times are places. */
function logOf(...raw: readonly object[]): Activity[] {
  const activities = raw.map((each, position) => ({
    from: { id: 'shouwen', role: 'bot' },
    ...each,
    id: `c|${position}`,
    channelData: { ...('channelData' in each ? Object(each.channelData) : {}), 'webchat:sequence-id': position },
  }));
  return readFrame({ activities }).activities.map((each) => ({ ...each, at: each.position ?? 0 }));
}
