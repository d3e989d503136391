import { parentPort, workerData } from 'node:worker_threads';
import type { Example } from './examples.ts';
import type { Recipe } from './learn/learn.ts';
import { readHeldOut } from './train.ts';

/** Runs in a thread of its own: examples and recipe in, what was read of the texts held out back. */
const { examples, recipe } = workerData as { examples: readonly Example[]; recipe: Recipe };
parentPort?.postMessage(readHeldOut(examples, recipe));
