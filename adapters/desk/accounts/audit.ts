import { z } from 'zod';
import { wholeNumber } from '../../http/query.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import { auditView } from '../schemas.ts';
import type { AccountsDeps } from './deps.ts';

const DEFAULT_PAGE = 50;
const query = z.object({
  limit: wholeNumber(1, 200, DEFAULT_PAGE),
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER, 120),
});

/** Who of the staff did or tried what, for supervisors. */
export function auditOperations({ guard, ledger }: AccountsDeps): DeskOperation[] {
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/audit',
      access: 'supervisor',
      summary: 'Newest first; the next page with `before` = the smallest seq of this one.',
      query,
      answer: auditView,
      handle: async ({ query: { limit, before } }) => {
        const entries = await ledger.audit.list(limit ?? DEFAULT_PAGE, before);
        const names = new Map<string, string>((await ledger.staff.list()).map(({ id, name }) => [id, name]));
        return {
          entries: entries.map(({ seq, at, by, what, subject, detail }) => ({
            ...{ seq, by, what, subject, detail },
            at: new Date(at).toISOString(),
            byName: names.get(by) ?? by,
          })),
        };
      },
    }),
  ];
}
