/** A share with its Wilson 95 % interval, all in 0 to 1; null of nothing. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

const Z = 1.959964;
export const round = (x: number, digits = 4): number => Number(x.toFixed(digits));

export const shareOf = (hits: number, of: number): Share | null => {
  if (of === 0) return null;
  const p = hits / of;
  const z2 = (Z * Z) / of;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((p * (1 - p)) / of + z2 / 4 / of)) / (1 + z2);
  return { share: round(p), low: round(Math.max(0, middle - half)), high: round(Math.min(1, middle + half)), of };
};

/** What was wanted and what was said of one text. */
export interface Pair {
  readonly wanted: string;
  readonly said: string;
}

export interface LabelScore {
  readonly precision: number | null;
  readonly recall: number;
  readonly f1: number;
  readonly of: number;
}

/** Precision, recall and F1 of every label that is wanted somewhere, most frequent first. */
export const perLabel = (pairs: readonly Pair[]): Record<string, LabelScore> => {
  const wanted = countBy(pairs, (p) => p.wanted);
  const said = countBy(pairs, (p) => p.said);
  const right = countBy(
    pairs.filter((p) => p.wanted === p.said),
    (p) => p.wanted,
  );
  const rows = [...wanted].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return Object.fromEntries(
    rows.map(([label, of]) => {
      const hits = right.get(label) ?? 0;
      const claimed = said.get(label) ?? 0;
      const f1 = round((2 * hits) / (of + claimed));
      return [label, { precision: claimed === 0 ? null : round(hits / claimed), recall: round(hits / of), f1, of }];
    }),
  );
};

/** Mean F1 over labels wanted; null of nothing. */
export const macroF1 = (scores: Readonly<Record<string, LabelScore>>): number | null => {
  const all = Object.values(scores);
  return all.length === 0 ? null : round(all.reduce((sum, s) => sum + s.f1, 0) / all.length);
};

/** Pairs of labels taken for one another, most frequent first. */
export const confusions = (pairs: readonly Pair[], most = 25): { wanted: string; said: string; times: number }[] =>
  [
    ...countBy(
      pairs.filter((p) => p.wanted !== p.said),
      (p) => `${p.wanted}\t${p.said}`,
    ),
  ]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key, times]) => {
      const [wanted = '', said = ''] = key.split('\t');
      return { wanted, said, times };
    });

export const countBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/** The value below which a share of the sorted numbers lies; 0 of nothing. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
