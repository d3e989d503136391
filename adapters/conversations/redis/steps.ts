import type { Script } from './scripts.ts';

/** One command for the server: a script with its keys, or a plain command whose first argument is its key. */
export type Step =
  | { readonly script: Script; readonly keys: readonly string[]; readonly args: readonly (string | number)[] }
  | { readonly command: string; readonly args: readonly (string | number)[] };

export interface Steps {
  /**
   * Carries the steps out in their order, in one round trip where one server has all keys, and gives their answers.
   * A step may be carried out more than once, but after its last time all later steps follow.
   * Throws `OutcomeUnknown` when any of them failed: then each may or may not have been carried out.
   */
  run(steps: readonly Step[]): Promise<readonly unknown[]>;
  close(): Promise<void>;
}
