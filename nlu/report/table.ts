import type { Share } from '../evaluation/statistics.ts';

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** `96.9`: percent with one digit; a dash for nothing. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : (100 * share).toFixed(1);

/** `96.9 [95.8, 97.7]`: percent with the 95 % interval. */
export const interval = (share: Share | null | undefined): string =>
  share ? `${percent(share.share)} [${percent(share.low)}, ${percent(share.high)}]` : '–';
