/** A process of its own that works on a ledger: told what to do in its argument, waits for a line, reports in lines. */
import { once } from 'node:events';
import { z } from 'zod';
import { aDeskEvent, aHandoffId, aStaff } from './ledgerDeskFixtures.ts';
import { aComplaint, aCustomer, aKey, aVisit, NOON, openAt } from './ledgerFixtures.ts';

const order = z.object({
  home: z.union([z.object({ url: z.string() }), z.object({ file: z.string() })]),
  task: z.discriminatedUnion('do', [
    /** `times` bookings at once for one slot; reports how many were booked. */
    z.object({ do: z.literal('book'), place: z.string(), capacity: z.int(), times: z.int() }),
    /** The same registrations in every process; reports the number that each key led to. */
    z.object({ do: z.literal('register'), keys: z.array(z.string()), customer: z.string() }),
    /** Registers without end, 4 at a time; reports `key number` after each acknowledgement. */
    z.object({ do: z.literal('burst'), prefix: z.string(), customer: z.string() }),
    /** Agents that accept one hand-off at once; reports those who got it. */
    z.object({ do: z.literal('accept'), handoff: z.string(), agents: z.array(z.string()) }),
    /** `each` events from every writer, one after the other, the writers at once; reports how many were written. */
    z.object({ do: z.literal('tell'), writers: z.array(z.string()), each: z.int() }),
  ]),
});
export type WorkerOrder = z.infer<typeof order>;

const { home, task } = order.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string) => process.stdout.write(`${line}\n`);
const ledger = await openAt(home);
say('ready');
await once(process.stdin, 'data');
process.stdin.pause();

if (task.do === 'book') {
  const draft = aVisit({ place: task.place, capacity: task.capacity });
  const results = await Promise.all(
    Array.from({ length: task.times }, () => ledger.bookings.book(draft, aKey(), NOON)),
  );
  say(`${results.filter((one) => one.kind === 'booked').length}`);
} else if (task.do === 'register') {
  const customer = aCustomer(task.customer);
  const made = await Promise.all(
    task.keys.map((key) => ledger.cases.register(aComplaint({ customer }), aKey(key), NOON)),
  );
  say(made.map((one) => one.number).join(' '));
} else if (task.do === 'accept') {
  const results = await Promise.all(
    task.agents.map((agent) =>
      ledger.handoffs.change(aHandoffId(task.handoff), { kind: 'accept', agent: aStaff(agent), over: false }, NOON),
    ),
  );
  say(task.agents.filter((_, i) => results[i]?.kind === 'changed').join(' '));
} else if (task.do === 'tell') {
  const told = await Promise.all(
    task.writers.map(async (by) => {
      for (let i = 0; i < task.each; i++) await ledger.deskEvents.add(aDeskEvent({ by, data: { i } }), aKey(), NOON);
      return task.each;
    }),
  );
  say(`${told.reduce((sum, one) => sum + one, 0)}`);
} else {
  const customer = aCustomer(task.customer);
  const { prefix } = task;
  let next = 0;
  const write = async () => {
    for (;;) {
      const key = `${prefix}-${next++}`;
      const { number } = await ledger.cases.register(aComplaint({ customer }), aKey(key), NOON);
      say(`${key} ${number}`);
    }
  };
  await Promise.all([write(), write(), write(), write()]);
}
await ledger.close();
