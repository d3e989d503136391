import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { oncePerPush } from '../../../adapters/channels/wechat/copies.ts';
import { waitingRoom } from '../../../adapters/channels/wechat/waiting.ts';
import type { ConversationId } from '../../../domain/ids.ts';

const here = 'c' as ConversationId;
const words = (id: string) => ({ id, text: id, actions: [] });

describe('wechat: pushes that wait for their answer', () => {
  it('are answered by a message or by their time, never by both, however close', async () => {
    const room = waitingRoom();
    let both = 0;
    for (let count = 0; count < 300; count++) {
      const waiting = room.open(here, count % 4);
      const late = sleep(count % 4).then(() => room.take(here, words('m')));
      const [answer, taken] = await Promise.all([waiting.answer, late]);
      if ((answer !== null) !== taken) both += 1;
    }
    assert.equal(both, 0);
  });
  it('get messages in the order in which they came', async () => {
    const room = waitingRoom();
    const [first, second] = [room.open(here, 1000), room.open(here, 1000)];
    assert.equal(room.take(here, words('a')), true);
    assert.equal(room.take(here, words('b')), true);
    assert.equal(room.take(here, words('c')), false);
    assert.deepEqual([(await first.answer)?.text, (await second.answer)?.text], ['a', 'b']);
  });
  it('get nothing of another conversation', async () => {
    const room = waitingRoom();
    const waiting = room.open(here, 1000);
    assert.equal(room.take('other' as ConversationId, words('a')), false);
    room.release(here);
    assert.equal(await waiting.answer, null);
    assert.equal(room.take(here, words('a')), false);
  });
});

describe('wechat: copies of a push', () => {
  it('share one answer, also when they come later', async () => {
    const once = oncePerPush<number>();
    let worked = 0;
    const work = async () => {
      await sleep(5);
      worked += 1;
      return worked;
    };
    assert.deepEqual(await Promise.all([once('a', work), once('a', work), once('b', work)]), [1, 1, 2]);
    assert.equal(await once('a', work), 1);
  });
  it('are worked again after a failure', async () => {
    const once = oncePerPush<number>();
    await assert.rejects(once('a', () => Promise.reject(new Error('away'))));
    assert.equal(await once('a', async () => 7), 7);
  });
});
