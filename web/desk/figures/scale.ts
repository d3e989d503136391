/** A straight scale from 0 to `max` onto [0, length]; a max of 0 puts everything at 0. */
export function scaled(value: number, max: number, length: number): number {
  return max <= 0 ? 0 : (Math.min(Math.max(value, 0), max) / max) * length;
}

/** Round numbers from 0 up to the first one that is not below `max`, at most six of them; whole, as they are counts. */
export function ticks(max: number): number[] {
  const rough = Math.max(1, max) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? 10 * power);
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, nth) => nth * step);
}

/** Every how many of `count` labels of `wide` pixels have room side by side in `length` pixels. */
export function every(count: number, length: number, wide: number): number {
  return Math.max(1, Math.ceil((count * wide) / Math.max(length, wide)));
}

/** The points of an SVG polyline. */
export function points(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

/** A tenth of a pixel is enough. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
