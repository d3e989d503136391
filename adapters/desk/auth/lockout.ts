const FREE_FAILURES = 5;
const FIRST_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

/** How long an account is closed after so many failures in a row: a minute after the fifth, then twice as long each, up to an hour. */
export function lockMs(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(FIRST_MS * 2 ** (failures - FREE_FAILURES), LONGEST_MS);
}
