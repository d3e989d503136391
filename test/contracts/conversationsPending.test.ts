import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Connection } from '../../adapters/conversations/redis/connection.ts';
import { RedisConversations } from '../../adapters/conversations/redis/redisConversations.ts';
import { type Script, scripts } from '../../adapters/conversations/redis/scripts.ts';
import type { Step, Steps } from '../../adapters/conversations/redis/steps.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { type RedisServer, startRedis } from '../support/redisServer.ts';
import {
  beginWork,
  conversation,
  echo,
  inbound,
  messageId,
  testSealer,
  workAll,
  workedIds,
} from './conversationsSamples.ts';

/** Does something else before a step of a kind is carried out. */
function interrupted(steps: Steps, script: Script, act: () => Promise<unknown>): Steps {
  return {
    async run(all) {
      if (all.some((step) => 'script' in step && step.script === script)) await act();
      return steps.run(all);
    },
    close: async () => {},
  };
}

/** Each step alone, as in a cluster, at a moment the scheduler chooses; after `crashAt` steps nothing more is carried out. */
function scheduled(steps: Steps, scheduler: fc.Scheduler, label: string, crashAt = Number.POSITIVE_INFINITY): Steps {
  let count = 0;
  return {
    async run(all: readonly Step[]) {
      const answers: unknown[] = [];
      if (all.every((step) => 'command' in step)) {
        await scheduler.schedule(Promise.resolve(), label);
        return steps.run(all);
      }
      for (const step of all) {
        if (++count > crashAt) throw new Error('crashed');
        await scheduler.schedule(Promise.resolve(), label);
        answers.push(...(await steps.run([step])));
      }
      return answers;
    },
    close: async () => {},
  };
}

type Act =
  | { readonly kind: 'accept'; readonly conversation: number; readonly id: number; readonly crashAt: number }
  | { readonly kind: 'work'; readonly conversation: number }
  | { readonly kind: 'pending' }
  | { readonly kind: 'deliver'; readonly conversation: number };

const one = fc.nat({ max: 1 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accept' as const),
      conversation: one,
      id: fc.nat({ max: 3 }),
      crashAt: fc.constantFrom(1, 9, 9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('work' as const), conversation: one }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'pending' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver' as const), conversation: one }) },
);

describe('pending hints on Redis', function () {
  this.timeout(60_000);
  let server: RedisServer;
  let connection: Connection;
  before(async () => {
    server = await startRedis(['--appendfsync', 'no']);
    connection = await Connection.open({ url: server.url });
  });
  after(async () => {
    await connection.close();
    await server.stop();
  });

  describe('stay when', () => {
    const plain = () => new RedisConversations(connection, { sealer: testSealer });
    const a = messageId('a');
    /** A settled conversation whose hint is still there. */
    const settled = async () => {
      const c = conversation();
      await plain().accept(c, inbound('a'), null);
      const { lease } = await beginWork(plain(), c);
      await plain().commit(lease, { message: a, state: null, replies: [] }, 1000);
      return { c, lease };
    };
    const acceptWithoutHint = async (c: ConversationId) => {
      const dies: Steps = {
        run: async ([first]) => {
          if (first) await connection.run([first]);
          throw new Error('crashed');
        },
        close: async () => {},
      };
      await new RedisConversations(dies, { sealer: testSealer }).accept(c, inbound('b'), null).catch(() => null);
    };

    it('a message comes just before the hint is removed by the sweep', async () => {
      const { c } = await settled();
      const sweep = interrupted(connection, scripts.forget, () => plain().accept(c, inbound('b'), null));
      await new RedisConversations(sweep, { sealer: testSealer }).pending(10);
      assert.ok((await plain().pending(1000)).includes(c));
    });

    it('a message comes just before the hint is removed with the lease', async () => {
      const { c, lease } = await settled();
      const release = interrupted(connection, scripts.forget, () => plain().accept(c, inbound('b'), null));
      await new RedisConversations(release, { sealer: testSealer }).release(lease);
      assert.ok((await plain().pending(1000)).includes(c));
    });

    it('the repeat of a message whose first hint was never noted comes just before', async () => {
      const { c } = await settled();
      const sweep = interrupted(connection, scripts.forget, async () => {
        await acceptWithoutHint(c);
        assert.equal((await plain().accept(c, inbound('b'), null)).kind, 'duplicate');
      });
      await new RedisConversations(sweep, { sealer: testSealer }).pending(10);
      assert.ok((await plain().pending(1000)).includes(c));
    });
  });

  it('are there for every acknowledged message that is not worked, however the steps interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(acts, { minLength: 2, maxLength: 12 }), async (scheduler, script) => {
        const names = [conversation(), conversation()] as const;
        const name = (n: number): ConversationId => names[n === 0 ? 0 : 1];
        const acknowledged = new Map<ConversationId, Set<string>>(names.map((c) => [c, new Set()]));
        const perform = async (act: Act) => {
          const crashAt = act.kind === 'accept' ? act.crashAt : undefined;
          const store = new RedisConversations(scheduled(connection, scheduler, act.kind, crashAt), {
            sealer: testSealer,
          });
          switch (act.kind) {
            case 'accept': {
              const c = name(act.conversation);
              const id = `m${act.id}`;
              const accepted = await store.accept(c, inbound(id), echo(id)).catch(() => null);
              if (accepted !== null) acknowledged.get(c)?.add(id);
              return;
            }
            case 'work':
              return void (await workAll(store, name(act.conversation)));
            case 'pending':
              return void (await store.pending(10));
            case 'deliver':
              return await store.markDelivered(name(act.conversation), 100);
          }
        };
        const performing = Promise.all(script.map(perform));
        await scheduler.waitFor(performing);

        const plain = new RedisConversations(connection, { sealer: testSealer });
        const pending = await plain.pending(1000);
        for (const c of names) {
          const had = pending.includes(c);
          const begun = await plain.begin(c, 1000);
          const waiting = begun.kind === 'work' ? begun.messages.map((m) => String(m.id)) : [];
          const lost = waiting.filter((id) => acknowledged.get(c)?.has(id));
          assert.ok(had || lost.length === 0, `no hint for ${lost.join()}`);
          if (begun.kind !== 'work') continue;
          assert.equal(workedIds(begun.state).filter((id) => waiting.includes(id)).length, 0);
          await plain.release(begun.lease);
          await workAll(plain, c);
        }
      }),
      { numRuns: 150 },
    );
  });
});
