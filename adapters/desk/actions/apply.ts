import type { Handoff, HandoffCommand } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { DeskDeps } from '../deps.ts';
import { noHandoff, refusal } from '../refusals.ts';
import { stored, tellChanged } from '../stored.ts';

/** What the audit says of a change; the subject is the conversation. */
export interface Audited {
  readonly what: string;
  readonly detail: string | null;
}

/**
 * Changes a hand-off for a member of staff: in the ledger, then in the audit, then told. `done` tells a repeat whose
 * first answer was lost: it is answered as the first one was.
 */
export async function apply(
  deps: DeskDeps,
  staff: StaffMember,
  handoff: Handoff,
  command: HandoffCommand,
  audited: Audited,
  done: (now: Handoff) => boolean = () => false,
): Promise<Handoff> {
  const { ledger, now } = deps;
  const changed = await stored(deps, ledger.handoffs.change(handoff.id, command, now()));
  if (changed.kind === 'unknown') throw noHandoff();
  if (changed.kind === 'refused') {
    if (done(changed.handoff)) return changed.handoff;
    throw refusal(changed.why, changed.handoff, await ledger.staff.list());
  }
  if (changed.handoff.epoch !== handoff.epoch) {
    const { what, detail } = audited;
    await ledger.audit.add({ by: staff.id, what, subject: handoff.conversation, detail }, now());
  }
  await tellChanged(deps, changed.handoff);
  return changed.handoff;
}
