import { bestOf } from '../bands.ts';
import { softmax } from '../model.ts';

/** Scores of a text not trained on, with the right class. */
export interface Held {
  readonly scores: Float64Array;
  readonly label: number;
}

/** Temperature under which held-out texts are most likely, by golden-section search on [0.02, 20]. */
export const temperatureOf = (held: readonly Held[]): number => {
  const loss = (t: number): number => {
    let sum = 0;
    for (const { scores, label } of held) sum -= Math.log(Math.max(softmax(scores, t)[label] ?? 0, 1e-12));
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.02, 20];
  for (let i = 0; i < 24; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Math.round(((low + high) / 2) * 1000) / 1000;
};

/**
 * Share of held-out texts that may go unanswered, and share that may be acted on wrongly. The training texts are written to be hard (five in
 * six are read right when held out). Chosen on the development rows, everyday wording: about a third as many of them fall below the same limit.
 */
const ABSTAIN = 0.17;
const WRONG = 0.03;

/** Limits of the bands from held-out texts: see the two constants. */
export const thresholdsOf = (held: readonly Held[], temperature: number): { unknownBelow: number; actFrom: number } => {
  const read = held
    .map(({ scores, label }) => {
      const best = bestOf(softmax(scores, temperature));
      return { margin: best.margin, right: best.index === label };
    })
    .sort((a, b) => b.margin - a.margin);
  let wrong = 0;
  let actFrom = 1;
  for (const { margin, right } of read) {
    if (!right) wrong++;
    if (wrong > WRONG * read.length) break;
    actFrom = margin;
  }
  const unknownBelow = read.at(-1 - Math.floor(read.length * ABSTAIN))?.margin ?? 0;
  const round = (x: number): number => Math.round(x * 1e6) / 1e6;
  return { unknownBelow: round(unknownBelow), actFrom: round(Math.max(actFrom, unknownBelow)) };
};
