import { loadavg } from 'node:os';
import { quantile, round } from '../../nlu/evaluation/statistics.ts';
import type { Answer, Learner } from './learner.ts';
import type { TaskSet } from './set.ts';

/** What came of training and asking a learner. */
export interface Trial {
  readonly settings: string;
  /** By the clock. */
  readonly trainSeconds: number;
  /** Of the processor, all threads together. */
  readonly trainCpuSeconds: number;
  /** Load of the machine over the minute before, all its processes: where it is above its cores, times by the clock are too long. */
  readonly loadBefore: number;
  /** One for each test row. */
  readonly answers: readonly Answer[];
  readonly latency: { readonly p50Micros: number; readonly p99Micros: number };
  /** Resident set of the process in MB: its highest, and before the library was loaded. */
  readonly memory: { readonly peakMB: number; readonly beforeMB: number };
  readonly modelBytes: number | null;
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Training rows asked beforehand, so that the code is warm. */
const WARM = 500;

/**
 * Trains and asks. Each test row is asked once and timed then, for nlp.js remembers the texts it has been asked. `beforeMB` is the
 * caller's, measured before loading anything.
 */
export const attempt = async (learner: Learner, set: TaskSet, beforeMB: number): Promise<Trial> => {
  const loadBefore = round(loadavg()[0] ?? 0, 1);
  const begun = performance.now();
  const used = cpuSeconds();
  const trained = await learner.train(set);
  const trainSeconds = round((performance.now() - begun) / 1000, 2);
  const trainCpuSeconds = round(cpuSeconds() - used, 2);
  for (const row of set.train.slice(0, WARM)) await trained.classify(row);
  const answers: Answer[] = [];
  const times: number[] = [];
  for (const row of set.test) {
    const asked = process.hrtime.bigint();
    const said = trained.classify(row);
    // Awaiting what is no promise would cost those who answer at once.
    const answer = said instanceof Promise ? await said : said;
    times.push(Number(process.hrtime.bigint() - asked) / 1000);
    answers.push(answer);
  }
  times.sort((a, b) => a - b);
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  return {
    settings: learner.settings,
    trainSeconds,
    trainCpuSeconds,
    loadBefore,
    answers,
    latency: { p50Micros: round(quantile(times, 0.5), 1), p99Micros: round(quantile(times, 0.99), 1) },
    memory: { peakMB, beforeMB },
    modelBytes: await trained.modelBytes(),
  };
};
