import { randomInt } from 'node:crypto';
import { HttpError } from '../../http/answer.ts';

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, such as `k7mq-3xwd-p9ra-tn4e`: 79 bits, easy to read aloud. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Fewest and most characters of a password that somebody chooses. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;
/** A login of fewer letters is in many passwords by chance. */
const TELLING = 3;
/** Fewest different characters: keeps out what only looks long. */
const FEWEST_DIFFERENT = 5;

/**
 * What a password needs before it may be chosen, or null: the one rule for the console and the command line. Length is what
 * counts; there are no rules about kinds of characters.
 */
export function weakness(password: string, login: string): string | null {
  if ([...password].length < SHORTEST_PASSWORD) return `at least ${SHORTEST_PASSWORD} characters`;
  if (password.length > LONGEST_PASSWORD) return `at most ${LONGEST_PASSWORD} characters`;
  if (new Set(password).size < FEWEST_DIFFERENT) return `at least ${FEWEST_DIFFERENT} different characters`;
  if (login.length >= TELLING && password.toLowerCase().includes(login.toLowerCase())) return 'not the login in it';
  return null;
}

export function refuseWeak(password: string, login: string): void {
  const why = weakness(password, login);
  if (why !== null) throw new HttpError(400, 'WeakPassword', `next: ${why}`);
}
