const FIRST_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

/** Failures in a row that close an account to the address they came from. */
export const FROM_ADDRESS = 5;
/** And those that close it to everybody: few enough to stop guessing, too many to shut somebody out by a few wrong words. */
export const FROM_ANYWHERE = 50;

/** How long an account is closed after so many failures in a row: a minute after the `first`, then twice as long each, up to an hour. */
export function lockMs(failures: number, first: number): number {
  return failures < first ? 0 : Math.min(FIRST_MS * 2 ** (failures - first), LONGEST_MS);
}
