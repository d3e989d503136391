import type { Choice } from './activity.ts';

/** One answer of a survey: what it says, its number, and the words beside the number, if any. */
export interface Point extends Choice {
  readonly number: string;
  readonly word: string;
}

/** A question answered by a number on a scale, and what else may be answered. */
export interface Scale {
  readonly kind: 'rating' | 'recommend';
  readonly points: readonly Point[];
  readonly rest: readonly Choice[];
}

/** The numbers a question of the bot is answered with, by its name. */
const ranges: Readonly<Record<string, { kind: Scale['kind']; from: number; to: number } | undefined>> = {
  askRating: { kind: 'rating', from: 1, to: 5 },
  askRecommend: { kind: 'recommend', from: 0, to: 10 },
};

/** The scale in a question's quick replies; undefined when they are anything but that, and are shown as they are. */
export function scaleOf(said: string, choices: readonly Choice[]): Scale | undefined {
  const range = Object.hasOwn(ranges, said) ? ranges[said] : undefined;
  if (range === undefined) return undefined;
  const count = range.to - range.from + 1;
  const points = choices.slice(0, count).flatMap(pointOf);
  const whole = points.length === count && points.every(({ number }, at) => number === String(range.from + at));
  return whole ? { kind: range.kind, points, rest: choices.slice(count) } : undefined;
}

function pointOf(choice: Choice): Point[] {
  const [, number, word] = /^(\d{1,2})(?: (.*))?$/su.exec(choice.title) ?? [];
  return number === undefined ? [] : [{ ...choice, number, word: word ?? '' }];
}
