/** A clock time in minutes of the day. `sure` when morning or afternoon is beyond doubt; else `minute` is of 1:00 to 12:59. */
export interface Clock {
  readonly minute: number;
  /** End of 七八点, 3点到5点 read as one: minutes, or null for a point. */
  readonly until: number | null;
  readonly sure: boolean;
  readonly about: boolean;
  readonly end: number;
  /** A time that does not exist: 25点. Read, and dropped. */
  readonly invalid: boolean;
}

/** Minutes of a day. */
export const DAY = 24 * 60;

/** A clock with what is not said left at its default; beyond the day it is invalid. */
export const clock = (minute: number, sure: boolean, end: number, more: Partial<Clock> = {}): Clock => ({
  minute,
  until: null,
  sure,
  about: false,
  end,
  invalid: minute > DAY,
  ...more,
});

/** An hour of the twelve, in the morning or the afternoon. */
export const to24 = (hour: number, pm: boolean): number => (pm ? (hour % 12) + 12 : hour % 12);

export const isDash = (c: string | undefined): boolean => c === '-' || c === '~' || c === '–' || c === '—';
