import type { Row, TaskSet } from './set.ts';

export interface Answer {
  /** The best class, however unsure; a name of no class where the library answers nothing. */
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Trained {
  readonly classify: (row: Row) => Answer | Promise<Answer>;
  /** Size of what would be shipped; null where it cannot be told. Called after everything else. */
  readonly modelBytes: () => number | null | Promise<number | null>;
}

/** A library, or a way of using it. */
export interface Learner {
  /** Version and every setting that is not left at its default. */
  readonly settings: string;
  readonly train: (set: TaskSet) => Trained | Promise<Trained>;
}
