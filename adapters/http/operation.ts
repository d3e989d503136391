import { z } from 'zod';
import type { Answer } from './answer.ts';
import { BODY_LIMIT, readOptionalJson } from './body.ts';
import { parseWith } from './json.ts';
import { parseQuery } from './query.ts';
import type { Call, HttpServer, Method } from './server.ts';

/** One call of a documented API: what is checked is what `/openapi.json` says, since both come from the same schemas. */
export interface Operation {
  readonly method: Method;
  /** With `:name` for parts. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params: z.ZodObject | null;
  readonly query: z.ZodObject | null;
  readonly body: z.ZodType | null;
  /** Status and schema of the good answer. */
  readonly status: number;
  readonly answer: z.ZodType;
  /** Media type of the good answer, which is text then; JSON when absent. */
  readonly media?: string;
  /** What else may be answered, with when. */
  readonly refusals: Readonly<Record<number, string>>;
  readonly run: (call: Call) => Promise<Answer>;
}

interface Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> {
  readonly method: Operation['method'];
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly status?: number;
  readonly answer: A;
  readonly media?: string;
  readonly refusals?: Readonly<Record<number, string>>;
  readonly handle: (
    input: { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> },
    call: Call,
  ) => Promise<z.input<A>>;
}

/** Checks path, query and body, in this order, then handles. The answer is checked too, so nothing undocumented leaves. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  definition: Definition<P, Q, B, A>,
): Operation {
  const { params, query, body, answer, status = 200, handle } = definition;
  return {
    ...definition,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    status,
    refusals: definition.refusals ?? {},
    run: async (call) => {
      const input = {
        params: parseWith(params ?? z.object({}), call.params) as z.output<P>,
        query: (query === undefined ? {} : parseQuery(query, call.query)) as z.output<Q>,
        // no body is an empty one: where nothing is needed it will do, elsewhere the refusal names what is missing
        body: (body === undefined
          ? undefined
          : parseWith(body, await readOptionalJson(call.req, BODY_LIMIT))) as z.output<B>,
      };
      const result = answer.parse(await handle(input, call));
      if (definition.media !== undefined && typeof result === 'string') {
        return { status, body: result, headers: { 'content-type': `${definition.media}; charset=utf-8` } };
      }
      return { status, body: typeof result === 'object' && result !== null ? result : {} };
    },
  };
}

/** Mounts operations; `admit` throws for a caller that may not. It runs before anything is read. */
export function registerOperations(
  server: HttpServer,
  operations: readonly Operation[],
  admit: (call: Call) => void,
): void {
  for (const { method, path, run } of operations) {
    server.route(method, path, async (call) => {
      admit(call);
      return run(call);
    });
  }
}
