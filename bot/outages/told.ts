import { z } from 'zod';
import type { Scene } from '../../dialogs/scene.ts';
import type { DialogState } from '../../dialogs/state.ts';
import { areaOf } from '../../domain/appointments/places.ts';
import { FAULT_CATEGORIES } from '../../domain/labels.ts';
import type { Reply } from '../replies.ts';
import type { ConversationState } from '../state.ts';
import { outageFacts } from './news.ts';

/** What an open fault report says of where and what; another shape is none. */
const where = z.object({
  place: z.string(),
  service: z.string().optional(),
  symptom: z.object({ category: z.enum(FAULT_CATEGORIES) }).optional(),
});
type Where = z.infer<typeof where>;

/**
 * Outages in what is said in a turn: a customer who is told of one follows it from now on, whether they register or only
 * wait (CSG 3.3.1); and who reports from where one is suspected hears that before the next question. Repeated with the same
 * state it says the same.
 */
export async function outagesTold(
  before: DialogState,
  { state, says }: { readonly state: ConversationState; readonly says: readonly Reply[] },
  scene: Scene,
): Promise<readonly Reply[]> {
  const now = reportedFrom(state.dialog);
  const area = now === null ? null : areaOf(scene.manual, now.place);
  if (now === null || area === null) return says;
  const known = says.find((each) => each.name === 'knownOutage');
  if (known !== undefined) await followKnown(area, now, known.facts.expected, scene);
  else if (known === undefined && isNew(reportedFrom(before), now)) return suspicionTold(area, now, says, scene);
  return says;
}

function reportedFrom({ form }: DialogState): Where | null {
  const read = form?.name === 'fault' ? where.safeParse(form.answers) : null;
  return read?.success ? read.data : null;
}

function isNew(before: Where | null, now: Where): boolean {
  return before === null || before.place !== now.place || before.service !== now.service;
}

/** Told of what it was when it was said: a change that came in between is still news. */
async function followKnown(area: string, { service }: Where, expected: number | null, scene: Scene): Promise<void> {
  const { outages } = scene.ledger;
  const outage = await outages.active(area, service ?? null);
  if (outage === null) return;
  const told = outage.expectedRepair === expected ? outage.news : outage.news - 1;
  await outages.follow(outage.id, { customer: scene.customer, conversation: scene.conversation, told }, scene.now);
}

async function suspicionTold(
  area: string,
  { service, symptom }: Where,
  says: readonly Reply[],
  scene: Scene,
): Promise<readonly Reply[]> {
  const { outages } = scene.ledger;
  if (symptom !== undefined && !scene.manual.outages.categories.includes(symptom.category)) return says;
  const outage = await outages.suspected(area, service ?? null);
  if (outage === null) return says;
  await outages.follow(outage.id, { customer: scene.customer, conversation: scene.conversation, told: 0 }, scene.now);
  const notice = { name: 'outageSuspected', facts: outageFacts(outage, scene.manual) } as const;
  return [...says.slice(0, -1), notice, ...says.slice(-1)];
}
