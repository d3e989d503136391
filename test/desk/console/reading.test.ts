import { strict as assert } from 'node:assert';
import type { HandoffView, QueueView, ServerFrame } from '../../../adapters/desk/schemas.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
/** As much of the console's queries as is used; by its address, as React's types would come into all tests. */
interface Queries {
  setQueryData(key: readonly string[], change: (queue: QueueView) => QueueView): void;
  isFetching(): number;
  invalidateQueries(filters: { readonly queryKey: readonly string[] }): Promise<void>;
}
const reading: { reader(queries: Queries): { after(event: EventFrame): void } } = await import(
  new URL('../../../web/desk/console/reading.ts', import.meta.url).href
);
const [BEFORE, AT] = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:05:00.000Z'];

const mine: HandoffView = {
  ...{ handoff: 'h', conversation: 'c', epoch: 2, reason: 'asked', language: 'zh-Hans', channel: 'web' },
  ...{ severity: null, team: 't', position: null, requestedAt: BEFORE, waitingSeconds: 1, unansweredSince: null },
  ...{ customer: '王**', preview: '…', first: false, wanted: null },
  owner: { kind: 'agent', agent: 'me', since: BEFORE, firstReplyAt: null },
};
const other: HandoffView = { ...mine, handoff: 'h2', conversation: 'c2' };

describe('the console: what an event makes old', () => {
  let queue: QueueView;
  let read: string[];
  let fetching: number;
  beforeEach(() => {
    [queue, read, fetching] = [{ waiting: [], more: 0, mine: [mine, other], after: 1 }, [], 0];
  });

  const queries: Queries = {
    setQueryData(key, change) {
      assert.deepEqual(key, ['queue']);
      queue = change(queue);
    },
    isFetching: () => fetching,
    invalidateQueries: async ({ queryKey }) => void read.push(queryKey.join(' ')),
  };
  const happen = async (change: Partial<EventFrame>): Promise<QueueView> => {
    const what = { kind: 'message', conversation: 'c', handoff: 'h', by: 'customer', data: {} } as const;
    reading.reader(queries).after({ type: 'event', seq: 2, at: AT, ...what, ...change });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return queue;
  };

  it('changes the row of who wrote, and asks the server for nothing', async () => {
    const asked = await happen({});
    assert.deepEqual(asked.mine, [{ ...mine, unansweredSince: AT }, other]);
    const answered = await happen({ by: 'me' });
    const owner = { ...mine.owner, firstReplyAt: AT };
    assert.deepEqual(answered.mine, [{ ...mine, owner, unansweredSince: null }, other]);
    const bystander = await happen({ by: 'somebody' });
    assert.deepEqual(bystander, answered);
    assert.deepEqual(read, []);
  });

  it('asks for the queue again when a customer moved, and when it was being read while somebody wrote', async () => {
    await happen({ kind: 'handoff' });
    assert.ok(read.includes('queue'));
    [read, fetching] = [[], 1];
    await happen({});
    assert.deepEqual(read, ['queue']);
  });
});
