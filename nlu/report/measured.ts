import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Share = z.object({ share: z.number(), low: z.number(), high: z.number(), of: z.number() });
const Benchmark = z.object({
  train: z.int(),
  test: z.int(),
  classes: z.int(),
  accuracy: Share,
  macroF1: z.number(),
  trainSeconds: z.number(),
  latency: z.object({ p50Micros: z.number(), p99Micros: z.number() }),
  outOfScope: z.object({ recallAt5PercentAbstention: Share }).nullable(),
});
export type Benchmark = z.infer<typeof Benchmark>;

/** Figures that the report cannot measure itself: public sets (not part of the project) and trials of ideas while the model was built. */
const Measured = z.strictObject({
  /** Name of the set, the command's options, and what `benchmark:nlu` printed. */
  public: z.array(z.strictObject({ set: z.string(), command: z.string(), result: Benchmark })),
  /** Accuracy in percent before and after, on what, and what became of the idea. */
  trials: z.array(
    z.strictObject({
      idea: z.string(),
      on: z.string(),
      before: z.number(),
      after: z.number(),
      kept: z.boolean(),
    }),
  ),
});
export type Measured = z.infer<typeof Measured>;

export const measured = (): Measured =>
  Measured.parse(JSON.parse(readFileSync(new URL('./measured.json', import.meta.url), 'utf8')));
