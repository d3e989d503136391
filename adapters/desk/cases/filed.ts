import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey, deskMessageId } from '../keys.ts';
import { putNews, stored } from '../stored.ts';

/** Tells the customer and the desk of a case or booking that an agent filed. Each can be repeated without harm. */
export async function tellFiled(
  deps: DeskDeps,
  staff: StaffMember,
  { id: handoff, epoch, conversation }: Handoff,
  filed: { readonly kind: 'case' | 'booking'; readonly number: string; readonly form: string | null },
): Promise<void> {
  const { number } = filed;
  const value = { handoff, epoch, ...filed };
  await putNews(deps, conversation, deskMessageId('filed', number), 'handoff.filed', value);
  await tellDesk(deps, staff, { handoff, conversation }, number, deskKey('filed', number));
  const entry = { by: staff.id, what: 'file', subject: number, detail: conversation };
  await stored(deps, deps.ledger.audit.add(entry, deps.now()));
}

/** The `case` event: something of a customer's was filed or changed. */
export async function tellDesk(
  deps: DeskDeps,
  { id: by }: StaffMember,
  where: Pick<Handoff, 'conversation'> & { readonly handoff: Handoff['id'] | null },
  number: string,
  key: ReturnType<typeof deskKey>,
): Promise<void> {
  const event = { kind: 'case', ...where, by, data: { number } } as const;
  await stored(deps, deps.ledger.deskEvents.add(event, key, deps.now()));
  deps.signals.send({ kind: 'desk' });
}
