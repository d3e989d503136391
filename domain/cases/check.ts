/** 31 characters that cannot be taken for one another: no 0 O, no 1 I L. A prime count, which the check needs. */
export const RANDOM_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** One value for each character wherever it stands, so that swapping neighbours across two groups shows as well. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...['0', '1'].map((digit) => [digit, Number(digit)] as const),
  // 2 to 32; the last two fall together with 0 and 1, which never stand in a place where these can.
  ...[...RANDOM_ALPHABET].map((character, index) => [character, (index + 2) % 31] as const),
  // Letters of a prefix only; unlike every other letter.
  ...['I', 'L', 'O'].map((letter, index) => [letter, index + 2] as const),
]);

/** True when every character is one of the random alphabet. */
export function isAllowed(characters: string): boolean {
  return [...characters].every((character) => RANDOM_ALPHABET.includes(character));
}

/**
 * The character that makes the weighted sum of all sixteen divisible by 31: weights 1 to 16, all different and none
 * divisible by 31, so any one character changed and any two neighbours swapped are caught. Takes the fifteen before it.
 */
export function checkCharacter(fifteen: string): string {
  let sum = 0;
  for (const [index, character] of [...fifteen].entries()) sum += (index + 1) * (VALUES.get(character) ?? 0);
  // 16 × 2 = 1 modulo 31: the check's own weight is undone by doubling.
  const value = (((-sum * 2) % 31) + 31) % 31;
  return RANDOM_ALPHABET[(value + 29) % 31] ?? '';
}
