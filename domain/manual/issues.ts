import { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Path, Positions } from './position.ts';

/** One fault of the manual: where in the file, which entry, what is wrong with it. */
export interface Fault {
  /** `line:column` */
  readonly position: string;
  readonly path: Path;
  readonly what: string;
}

type Issue = z.core.$ZodIssue;

/** Says a schema's finding in an operator's words; unknown keys become one fault each, at the key. */
export function explain(schema: z.ZodType, issue: Issue, whole: unknown, positions: Positions): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysOf(schemaAt(schema, issue.path));
    return issue.keys.map((key) => {
      const meant = nearest(key, allowed);
      const hint = meant === null ? `allowed: ${allowed.join(', ')}` : `did you mean ${meant}?`;
      return { position: positions.ofKey(issue.path, key), path: [...issue.path, key], what: `unknown key; ${hint}` };
    });
  }
  const found = valueAt(whole, issue.path);
  const position = positions.of(issue.path);
  const allowed = allowedBy(issue);
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    return [{ position: positions.ofKey(issue.path.slice(0, -1), key), path: issue.path, what: `bad id; ${allowed}` }];
  }
  const what = found === undefined ? `missing; ${allowed}` : `found ${shown(found)}; ${allowed}`;
  return [{ position, path: issue.path, what }];
}

function allowedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `allowed: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `wanted: ${issue.expected}`;
    case 'invalid_format':
      return `wanted: ${issue.message.startsWith('Invalid') ? (issue.pattern ?? issue.format) : issue.message}`;
    case 'too_small':
      return `wanted: ${issue.origin === 'string' ? 'length ' : ''}at least ${issue.minimum}`;
    case 'too_big':
      return `wanted: ${issue.origin === 'string' ? 'length ' : ''}at most ${issue.maximum}`;
    case 'invalid_key':
      return `wanted: ${issue.issues.map((each) => each.message).join(', ')}`;
    default:
      return issue.message;
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function valueAt(whole: unknown, path: Path): unknown {
  let value = whole;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The part of the schema that a path leads to. */
function schemaAt(schema: unknown, path: Path): unknown {
  let part = schema;
  for (const step of path) {
    while (part instanceof z.ZodOptional) part = part.unwrap();
    if (part instanceof z.ZodObject) part = part.shape[String(step)];
    else if (part instanceof z.ZodRecord) part = part.valueType;
    else if (part instanceof z.ZodArray) part = part.element;
    else return undefined;
  }
  return part instanceof z.ZodOptional ? part.unwrap() : part;
}

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}
