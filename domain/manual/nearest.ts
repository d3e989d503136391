/** The allowed word that a mistyped one most likely meant (at most half of it differs), or null. */
export function nearest(word: string, allowed: readonly string[]): string | null {
  let best: { readonly word: string; readonly edits: number } | null = null;
  for (const each of allowed) {
    const edits = editsBetween(word, each);
    if (edits <= Math.max(word.length, each.length) / 2 && (best === null || edits < best.edits)) {
      best = { word: each, edits };
    }
  }
  return best?.word ?? null;
}

/** Levenshtein distance of two short words. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, character] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const swapped = (row[j] ?? 0) + (character === against ? 0 : 1);
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
