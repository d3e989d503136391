import type { Instant } from '../../../domain/ids.ts';
import { DAY_MS } from '../../../domain/manual/zone.ts';
import { COMPARED_DAYS, type Improvement, lastOf, perDay } from '../../../domain/statistics/improvement.ts';
import type { DeskDeps } from '../deps.ts';
import { iso, isoOrNull } from '../views/time.ts';
import type { ImprovementView } from './schemas.ts';

type Deps = Pick<DeskDeps, 'now'> & { readonly ledger: Pick<DeskDeps['ledger'], 'improvements' | 'staff'> };

/** With the names of staff, and what became of the cases. */
export async function viewImprovements(
  { ledger, now }: Deps,
  improvements: readonly Improvement[],
): Promise<ImprovementView[]> {
  const at = now();
  const names = new Map<string, string>((await ledger.staff.list()).map(({ id, name }) => [id, name]));
  const person = (id: string) => ({ id, name: names.get(id) ?? id });
  return Promise.all(
    improvements.map(async (improvement) => {
      const { id, kind, category, area, openedAt, closedAt, entries } = improvement;
      const { stage, owner, due } = lastOf(improvement);
      return {
        ...{ id, kind, category, area, stage, due },
        owner: owner === null ? null : person(owner),
        entries: entries.map((entry) => ({
          ...{ stage: entry.stage, text: entry.text },
          ...{ by: person(entry.by), at: iso(entry.at) },
        })),
        openedAt: iso(openedAt),
        closedAt: isoOrNull(closedAt),
        perDay: perDay(await counts(ledger, improvement, at), openedAt, at),
      };
    }),
  );
}

async function counts({ improvements }: Deps['ledger'], improvement: Improvement, now: Instant) {
  const { openedAt } = improvement;
  const [before, since] = await Promise.all([
    improvements.cases(improvement, openedAt - COMPARED_DAYS * DAY_MS, openedAt),
    improvements.cases(improvement, openedAt, now),
  ]);
  return { before, since };
}
