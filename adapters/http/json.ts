import type { z } from 'zod';
import { HttpError } from './answer.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** Deepest nesting of arrays and objects taken from outside. */
export const DEPTH_LIMIT = 20;

/** Parses JSON from outside: refuses with 400 what is not JSON, nested too deep, or carries a key that touches prototypes. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'BadSyntax', 'The body is not valid JSON.');
  }
  refuseDangerous(value);
  return value;
}

function refuseDangerous(root: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEPTH_LIMIT) {
      throw new HttpError(400, 'TooDeep', `The body is nested deeper than ${DEPTH_LIMIT} levels.`);
    }
    for (const [key, child] of Object.entries(value)) {
      if (FORBIDDEN.has(key)) throw new HttpError(400, 'ForbiddenKey', 'The body has a key that is not allowed.');
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
}

/** `field: what is wrong`, at most five; never a value the caller sent. */
export function explain(error: z.ZodError): string {
  const lines = error.issues.slice(0, 5).map((issue) => {
    const path = issue.path.map((part) => String(part).slice(0, 60)).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  return lines.join('; ').slice(0, 600);
}

/** Parses with a schema or answers 400 with what is wrong. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpError(400, 'BadArgument', explain(parsed.error));
}
