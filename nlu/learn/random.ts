/** A seeded generator (mulberry32): 32 random bits, the same on every machine. */
const bitsOf = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return t ^ (t >>> 14);
  };
};

/** Numbers in [0, 1). */
export const random = (seed: number): (() => number) => {
  const bits = bitsOf(seed);
  return () => (bits() >>> 0) / 4294967296;
};

/** Coins that fall on true with the given probability, to 1/256; four of one draw. */
export const coins = (probability: number, seed: number): (() => boolean) => {
  const bits = bitsOf(seed);
  const limit = Math.round(probability * 256);
  let drawn = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      drawn = bits();
      left = 4;
    }
    const hit = (drawn & 0xff) < limit;
    drawn >>>= 8;
    left--;
    return hit;
  };
};

/** Shuffles in place (Fisher and Yates). */
export const shuffle = (order: Int32Array, next: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
};
