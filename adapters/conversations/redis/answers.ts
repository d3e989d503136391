import { OutcomeUnknown } from '../outcomeUnknown.ts';

/** Answers of the server, checked: anything unexpected means that nobody can say what happened. */
export function number(value: unknown): number {
  const n = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof n !== 'number' || !Number.isFinite(n)) throw new OutcomeUnknown('the answer is not a number');
  return n;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new OutcomeUnknown('the answer is not a text');
  return value;
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new OutcomeUnknown('the answer is not a list');
  return value;
}
