import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Activity } from '../../web/chat/activity.ts';
import { readFrame } from '../../web/chat/activity.ts';
import { pieces } from '../../web/chat/links.ts';
import type { Outcome, Phase } from '../../web/chat/phase.ts';
import { backoffMs, next, start } from '../../web/chat/phase.ts';
import { merge } from '../../web/chat/transcript.ts';

describe('the customer page: its pure parts', () => {
  it('finds links and keeps every other character', () => {
    const text = '见https://a.cn/x?y=1。或(http://b.cn/z). javascript:1 xhttp://no tel:+86-10000';
    const links = pieces(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));
    assert.deepEqual(links, ['https://a.cn/x?y=1', 'http://b.cn/z', 'tel:+86-10000']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('http://', 'tel:', 'a', '.', '。', ' ', '<', '"', '1', ':/')), (parts) => {
        const whole = parts.join('');
        assert.equal(
          pieces(whole)
            .map((piece) => piece.text)
            .join(''),
          whole,
        );
      }),
    );
  });

  it('joins replays and live frames without loss, doubles or disorder', () => {
    const log = Array.from({ length: 8 }, (_, position) => activity(position));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(8))), (spans) => {
        const frames = [...spans.map(([from, to]) => log.slice(from, to)), log.slice(5), log.slice(0, 5)];
        assert.deepEqual(frames.reduce(merge, []), log);
      }),
    );
  });

  it('takes an echo for the message it repeats', () => {
    const first = activity(3, 'mine');
    assert.deepEqual(merge([first], [{ ...activity(4, 'mine'), id: 'other' }]), [first]);
  });

  it('polls after three dead sockets, tries one again after a while, and trusts it once it lives', () => {
    const reach = (...kinds: readonly Outcome[]): Phase => kinds.reduce(next, start);
    const opened: Outcome = { kind: 'opened', streamUrl: 'ws:' };
    const dead: Outcome[] = [opened, { kind: 'closed', lived: false }, { kind: 'rested' }];
    assert.equal(reach(...dead, ...dead, opened).at, 'streaming');
    assert.equal(reach(...dead, ...dead, ...dead, opened).at, 'polling');
    const again: Outcome[] = [...dead, ...dead, ...dead, opened, { kind: 'polled' }, opened];
    assert.equal(reach(...again).at, 'streaming');
    assert.equal(reach(...again, { kind: 'closed', lived: false }, { kind: 'rested' }, opened).at, 'polling');
    assert.equal(reach(...again, { kind: 'closed', lived: true }, ...dead, opened).at, 'streaming');
  });

  it('never asks again without a pause when refused twice', () => {
    assert.equal(next(next(start, { kind: 'refused' }), { kind: 'refused' }).at, 'waiting');
  });

  it('waits longer after each failure, never over 30 s, never the same for everybody', () => {
    assert.deepEqual(
      [1, 2, 3, 99].map((failures) => backoffMs(failures, 1)),
      [500, 1_000, 2_000, 30_000],
    );
    assert.equal(backoffMs(99, 0), 15_000);
  });
});

function activity(position: number, clientActivityID?: string): Activity {
  const channelData = { 'webchat:sequence-id': position, ...(clientActivityID && { clientActivityID }) };
  const [read] = readFrame({
    activities: [{ type: 'message', id: `c|${position}`, text: 't', channelData }],
  }).activities;
  assert.ok(read);
  return { ...read, at: position };
}
