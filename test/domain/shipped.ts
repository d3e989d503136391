import { readFileSync } from 'node:fs';
import { parseManual } from '../../domain/manual/load.ts';
import type { Manual } from '../../domain/manual/schema.ts';

/** The text of the manual the product comes with. */
export const shippedText = readFileSync(new URL('../../domain/manual/telecom.yaml', import.meta.url), 'utf8');

/** The manual the product comes with, read as at start. */
export function shippedManual(): Manual {
  const read = parseManual(shippedText, 'telecom.yaml');
  if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
  return read.manual;
}

/** The instant of a time in Shanghai, `2026-11-21 09:30`. */
export function shanghai(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}
