import type { z } from 'zod';
import { type Operation, operation } from '../../http/operation.ts';
import type { Call, HttpServer } from '../../http/server.ts';
import type { Access } from './access.ts';
import type { Caller, Guard } from './guard.ts';

/** An operation of `/desk/api`, with who may call it. */
export interface DeskOperation extends Operation {
  readonly access: Access;
}

type Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> = Omit<
  Parameters<typeof operation<P, Q, B, A>>[0],
  'handle' | 'tag'
> & {
  readonly access: Exclude<Access, 'anyone'>;
  readonly handle: (
    input: { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> },
    caller: Caller,
    call: Call,
  ) => Promise<z.input<A>>;
};

/** As `operation`, for staff: `handle` is told who calls. */
export function deskOperation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  guard: Guard,
  { access, handle, ...definition }: Definition<P, Q, B, A>,
): DeskOperation {
  return {
    ...operation({
      ...definition,
      tag: 'desk',
      refusals: { 403: 'The role may not, or the CSRF token is missing.', ...definition.refusals },
      handle: (input: Parameters<typeof handle>[0], call) => handle(input, guard.caller(call), call),
    }),
    access,
  };
}

/** How callers of operations tagged `desk` sign in, for `openApi`. */
export const DESK_SECURITY = {
  desk: {
    name: 'deskSession',
    scheme: {
      type: 'apiKey',
      in: 'cookie',
      name: 'shouwen_desk',
      description: 'Set by POST /desk/api/login; what changes something carries X-CSRF-Token too.',
    },
  },
} as const;

/** Mounts operations behind the guard, which runs before anything is read. */
export function registerDeskOperations(server: HttpServer, operations: readonly DeskOperation[], guard: Guard): void {
  for (const { method, path, access, run } of operations) {
    server.route(method, path, async (call) => {
      await guard.admit(call, access);
      return run(call);
    });
  }
}
