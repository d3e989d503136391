import { INTENTS } from '../../domain/labels.ts';
import type { Pair } from '../evaluation/statistics.ts';
import { countBy } from '../evaluation/statistics.ts';

const CELL = 20;
const LEFT = 150;
const TOP = 150;

/** Confusions of intents as a picture: a row is what was meant, a column what was heard; darker is more often. */
export const pictureOf = (pairs: readonly Pair[], title: string): string => {
  const times = countBy(pairs, (p) => `${p.wanted}\t${p.said}`);
  const wanted = countBy(pairs, (p) => p.wanted);
  const size = INTENTS.length * CELL;
  const cells = INTENTS.flatMap((meant, y) =>
    INTENTS.map((heard, x) => {
      const n = times.get(`${meant}\t${heard}`) ?? 0;
      const of = wanted.get(meant) ?? 0;
      return n === 0 ? '' : cell(x, y, n, n / of, meant === heard, `${meant} heard as ${heard}: ${n} of ${of}`);
    }),
  );
  const rows = INTENTS.map((intent, i) => {
    const at = i * CELL + CELL / 2 + 4;
    return `<text x="${LEFT - 6}" y="${TOP + at}" text-anchor="end">${intent}</text><text transform="translate(${LEFT + at} ${TOP - 6}) rotate(-60)">${intent}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + size + 70} ${TOP + size + 10}" font-family="sans-serif" font-size="11" role="img">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<rect x="${LEFT}" y="${TOP}" width="${size}" height="${size}" fill="#f6f7f9"/>
${rows.join('\n')}
${cells.filter((c) => c !== '').join('\n')}
</svg>
`;
};

const cell = (x: number, y: number, n: number, share: number, right: boolean, what: string): string => {
  const left = LEFT + x * CELL;
  const top = TOP + y * CELL;
  const fill = right ? `rgba(22,101,52,${shade(share * 0.8)})` : `rgba(185,28,28,${shade(0.25 + 4 * share)})`;
  const ink = right && share < 0.5 ? '#111' : '#fff';
  return `<g><title>${what}</title><rect x="${left}" y="${top}" width="${CELL - 1}" height="${CELL - 1}" fill="${fill}"/><text x="${left + CELL / 2 - 0.5}" y="${top + CELL / 2 + 3}" text-anchor="middle" font-size="8" fill="${ink}">${n}</text></g>`;
};

const shade = (x: number): string => Math.min(1, x).toFixed(2);
