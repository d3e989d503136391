/** A text with its label. `language` is the language pack a library that has such things should use. */
export interface Row {
  readonly text: string;
  readonly label: string;
  readonly language: 'zh' | 'en';
}

/** A task all learners are given alike: the same rows in the same order. */
export interface TaskSet {
  readonly name: string;
  readonly train: readonly Row[];
  /** Rows whose label never occurs in training belong to no class: they count for out-of-scope recall alone. */
  readonly test: readonly Row[];
  /** Label of texts that belong to no class; null where the set has none. */
  readonly none: string | null;
}
