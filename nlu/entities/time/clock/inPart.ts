import type { Part } from '../days.ts';

const HALF = 12 * 60;

/** Minutes of the day that a clock may mean, in the part of the day said with it, if any. */
export const candidates = (minute: number, sure: boolean, part: Part | null): number[] => {
  if (part !== null) return [within(minute, part)];
  return sure ? [minute] : [minute, minute + HALF];
};

/** The minute in a part of the day: 晚上八点 20:00, 晚上一点 25:00, 中午一点 13:00, 半夜两点 2:00. */
const within = (minute: number, { from, to }: Part): number => {
  if (minute >= 13 * 60) return minute;
  const twelve = minute >= HALF;
  if (from === 0) return twelve ? minute - HALF : minute;
  if (to > 24) return twelve || minute >= 8 * 60 ? minute + HALF : minute;
  if (from >= 18) return minute < 5 * 60 ? minute + 2 * HALF : minute + HALF;
  for (const said of [minute, minute + HALF]) if (said >= from * 60 && said <= to * 60) return said;
  return from >= 12 && !twelve ? minute + HALF : minute;
};
