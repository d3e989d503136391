/** What is to be learnt of each row of a matrix: one class of each task. The classes of all tasks stand side by side. */
export interface Targets {
  readonly tasks: readonly {
    /** Column of its first class. */
    readonly first: number;
    readonly classes: number;
    /** Number of the right class of each row, from 0. */
    readonly labels: Int32Array;
  }[];
  /** Of all tasks. */
  readonly classes: number;
  readonly rows: number;
}

/** Tasks over the same rows; each as many labels as there are rows. */
export const targetsOf = (tasks: readonly { readonly classes: number; readonly labels: Int32Array }[]): Targets => {
  let classes = 0;
  const placed = tasks.map((task) => {
    const first = classes;
    classes += task.classes;
    return { ...task, first };
  });
  return { tasks: placed, classes, rows: tasks[0]?.labels.length ?? 0 };
};
