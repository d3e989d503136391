import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';
import { Feed, type Sink } from '../../adapters/live/feed.ts';
import { createHub } from '../../adapters/live/hub.ts';
import type { LogEntry } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { botSays, memoryConversations } from '../support/memoryConversations.ts';

const C = 'c' as ConversationId;

describe('a feed', () => {
  it('misses nothing that is told while a reading ends, at whatever step', async () => {
    for (let steps = 0; steps < 20; steps += 1) {
      const [store, hub] = [memoryConversations(), createHub()];
      store.say(C, botSays('a'));
      const sent: number[] = [];
      let tell: () => Promise<void> = async () => {
        const fresh = store.say(C, botSays('b'));
        for (let step = 0; step < steps; step += 1) await undefined;
        hub.publish(C, fresh);
      };
      const sink: Sink = {
        async entries(entries) {
          sent.push(...entries.map(({ position }) => position));
          void tell();
          tell = async () => {};
        },
        typing() {},
      };
      const feed = new Feed(store, hub, C, 0, sink);
      await settled();
      await settled();
      feed.end();
      assert.deepEqual(sent, [0, 1], `told ${steps} steps later`);
    }
  });

  it('reads a long log in pieces of 250', async () => {
    const store = memoryConversations();
    store.say(C, ...Array.from({ length: 600 }, (_, i) => botSays(String(i))));
    const limits: (number | undefined)[] = [];
    const counted = {
      ...store,
      log(conversation: ConversationId, from: number, limit?: number) {
        limits.push(limit);
        return store.log(conversation, from, limit);
      },
    };
    const frames: (readonly LogEntry[])[] = [];
    const ends: number[] = [];
    const sink: Sink = {
      async entries(entries, next) {
        frames.push(entries);
        ends.push(next);
      },
      typing() {},
    };
    const feed = new Feed(counted, createHub(), C, 0, sink);
    await settled();
    feed.end();
    assert.deepEqual(ends, [250, 500, 600]);
    assert.deepEqual(
      frames.flat().map(({ position }) => position),
      Array.from({ length: 600 }, (_, i) => i),
    );
    assert.deepEqual(limits, [250, 250, 250]);
  });
});
