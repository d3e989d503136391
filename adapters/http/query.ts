import { z } from 'zod';
import { HttpError } from './answer.ts';

/** A query parameter with what it must look like, for refusals and `/openapi.json`; the example must pass. */
export function parameter<T extends z.ZodType>(schema: T, mustBe: string, example: string): T {
  return schema.meta({ description: mustBe, examples: [example] });
}

/** One of these words, or nothing. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return parameter(z.enum(words).optional(), `one of ${words.join(', ')}`, words[0]);
}

/** A whole number in this range, or nothing. */
export function wholeNumber(least: number, most: number, example: number) {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  return parameter(z.coerce.number().int().min(least).max(most).optional(), `a whole number ${range}`, String(example));
}

/**
 * Reads a query. An empty parameter counts as absent. Answers 400 naming each parameter that is wrong, given twice or not
 * known (a misspelt one would be answered with something else than was asked for), with what it must be and an example.
 */
export function parseQuery<T>(schema: z.ZodType<T>, given: URLSearchParams): T {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const names = [...new Set(given.keys())];
  const values = Object.fromEntries(names.map((name) => [name, given.get(name)]).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(values);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  const faults = [
    ...names.filter((name) => !known.includes(name)).map((name) => `${shown(name)}: not known here`),
    ...names
      .filter((name) => known.includes(name) && given.getAll(name).length > 1)
      .map((name) => `${name}: give it once`),
    ...[...new Set(wrong)].map((name) => `${name}: ${told(schema, name, name in values)}`),
  ];
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new HttpError(400, 'BadArgument', `${faults.slice(0, 5).join('; ')}. The parameters are: ${known.join(', ')}.`);
}

function told(schema: z.ZodType, name: string, given: boolean): string {
  const field: unknown = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
  const { description = 'in another form', examples } = (field instanceof z.ZodType && field.meta()) || {};
  const example = Array.isArray(examples) ? `, such as ${name}=${encodeURIComponent(String(examples[0]))}` : '';
  return `${given ? 'must be' : 'is missing: it must be'} ${description}${example}`;
}

/** A name that the caller wrote: letters only, and not long. */
function shown(name: string): string {
  return name.replace(/[^\w.-]/g, '').slice(0, 40) || 'a parameter';
}
