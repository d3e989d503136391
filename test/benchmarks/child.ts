import { z } from 'zod';
import { learnersOf } from './learners.ts';
import { SETS } from './sets.ts';
import { attempt } from './trial.ts';

/** One trial in a process of its own: told by message what to do, answers by message, or fails with a line on standard error. */
export const Order = z.strictObject({ set: z.string(), learner: z.string(), data: z.string() });
export type Order = z.infer<typeof Order>;

const carryOut = async (message: unknown): Promise<void> => {
  const order = Order.parse(message);
  const set = SETS[order.set]?.(order.data);
  const load = learnersOf(order.set)[order.learner];
  if (!set || !load) throw new Error('no such set or learner');
  const before = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const trial = await attempt(await load(), set, before);
  process.send?.(trial, () => process.exit(0));
};

process.once('message', (message) => {
  carryOut(message).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
});
