/** Fold of a group, 0 to `folds` - 1, by its name alone: rows of a group always fall together. */
export const foldOf = (group: string, folds: number): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < group.length; i++) h = Math.imul(h ^ group.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  return (Math.imul(h, 0x2c1b3c6d) >>> 0) % folds;
};
