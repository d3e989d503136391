import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Trial } from './trial.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

const Shape: z.ZodType<Trial> = z.object({
  settings: z.string(),
  trainSeconds: z.number(),
  trainCpuSeconds: z.number(),
  loadBefore: z.number(),
  answers: z.array(z.object({ label: z.string(), confidence: z.number() })),
  latency: z.object({ p50Micros: z.number(), p99Micros: z.number() }),
  memory: z.object({ peakMB: z.number(), beforeMB: z.number() }),
  modelBytes: z.number().nullable(),
});

export type Outcome =
  | { readonly kind: 'done'; readonly trial: Trial }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sends an order to a process of its own and waits at most so long; a process that dies or dallies is a failure, never an exception. */
export const apart = (order: object, limitSeconds: number, program: string = CHILD): Promise<Outcome> =>
  new Promise((resolve) => {
    const running = fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let complaint = '';
    let outcome: Outcome | undefined;
    const timer = setTimeout(() => {
      outcome ??= { kind: 'failed', reason: `not done after ${limitSeconds} s` };
      running.kill('SIGKILL');
    }, limitSeconds * 1000);
    running.stderr?.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-2000);
    });
    running.once('message', (message) => {
      const read = Shape.safeParse(message);
      outcome ??= read.success
        ? { kind: 'done', trial: read.data }
        : { kind: 'failed', reason: 'it answered something else' };
    });
    running.once('error', (error) => {
      outcome ??= { kind: 'failed', reason: error.message };
    });
    running.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve(outcome ?? { kind: 'failed', reason: reasonIn(complaint) ?? `ended with ${signal ?? code}` });
    });
    running.send(order, () => undefined);
  });

/** The last line that names an error, else the last line: a stack and Node's version follow the error itself. */
const reasonIn = (complaint: string): string | undefined => {
  const lines = complaint.split('\n').flatMap((line) => line.trim() || []);
  return lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1);
};
