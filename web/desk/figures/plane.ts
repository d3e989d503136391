import { scaled, ticks } from './scale.ts';

export const HEIGHT = 200;
const TOP = 10;
const BOTTOM = 24;
export const LEFT = 40;
const RIGHT = 8;

/** What came in at a time: a day or an hour. */
export interface Moment {
  /** Below the drawing. */
  readonly name: string;
  /** With the year: there are no two of it. */
  readonly full: string;
  readonly requests: number;
  readonly handoffs: number;
}

export interface Plane {
  readonly inner: number;
  readonly base: number;
  /** Pixels that one moment has. */
  readonly step: number;
  /** The middle of the nth moment. */
  readonly x: (nth: number) => number;
  readonly y: (value: number) => number;
  readonly marks: readonly number[];
}

/** Where things stand in a drawing of this many pixels. */
export function planeOf(moments: readonly Moment[], width: number): Plane {
  const marks = ticks(Math.max(0, ...moments.flatMap(({ requests, handoffs }) => [requests, handoffs])));
  const [inner, tall] = [Math.max(1, width - LEFT - RIGHT), HEIGHT - TOP - BOTTOM];
  const step = inner / Math.max(1, moments.length);
  const base = HEIGHT - BOTTOM;
  return {
    ...{ inner, base, step, marks },
    x: (nth) => LEFT + step * (nth + 0.5),
    y: (value) => base - scaled(value, marks.at(-1) ?? 1, tall),
  };
}
