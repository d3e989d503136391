import type { CaseKind } from '../domain/cases/case.ts';
import { type Intent, SEVERITIES } from '../domain/labels.ts';
import { openClocks } from '../domain/manual/clocks.ts';
import { type Say, say } from '../locales/messages.ts';
import { FORMS } from './catalogue.ts';
import { categoryOf, type Fault, levelOf } from './faultAnswers.ts';
import { promises } from './file.ts';
import { asksHowLong } from './howLong.ts';
import { symptomSchema } from './questions/symptom.ts';
import type { Scene } from './scene.ts';
import type { FormName, OpenForm } from './state.ts';

/** What a form hands in. */
const FILES: Partial<Record<FormName, CaseKind>> = {
  fault: 'fault',
  complaint: 'complaint',
  application: 'application',
  feedback: 'feedback',
  security: 'security',
  callback: 'callback',
};
const OF_CASES: ReadonlySet<Intent> = new Set<Intent>(['case.status', 'case.urge']);
const OF_BOOKINGS: ReadonlySet<Intent> = new Set<Intent>(['appointment.status', 'appointment.change']);

/**
 * Asked how it stands, or how long it takes, while it is still being filled in: that it is not handed in yet, and what
 * follows when it is (by the manual's clocks, as of now). Null when something else must be meant.
 */
export async function notYetFiled(open: OpenForm, intent: Intent, scene: Scene): Promise<Say | null> {
  const { ledger, customer, now, heard } = scene;
  const form = FORMS[open.name].title;
  if (open.name === 'appointment' && OF_BOOKINGS.has(intent)) {
    const booked = await ledger.bookings.upcoming(customer, now);
    return booked.length > 0 ? null : say('notYetFiled', { form, promises: [] });
  }
  const kind = FILES[open.name];
  const howLong = asksHowLong(heard.text);
  const visit = open.name === 'fault' && intent === 'appointment.status';
  if (kind === undefined || !(howLong || visit || OF_CASES.has(intent))) return null;
  if (visit && (await ledger.bookings.upcoming(customer, now)).length > 0) return null;
  if (!howLong && (await ledger.cases.ofCustomer(customer, 'open')).length > 0) return null;
  return say('notYetFiled', { form, promises: whenFiledNow(kind, open, scene) });
}

function whenFiledNow(kind: CaseKind, { name, answers }: OpenForm, { manual, now, zone }: Scene) {
  const severity = SEVERITIES.find((each) => each === answers.severity) ?? null;
  const told = name === 'fault' ? faultTold(answers) : null;
  const level = told ? levelOf(told) : kind === 'security' ? 'major' : null;
  const category = told ? categoryOf(told) : null;
  return promises(manual, { clocks: openClocks(manual, { kind, severity, level, category }, now, zone) });
}

/** What decides on the clocks of a fault; stored answers may have the shape of an older release. */
function faultTold({ symptom, extent }: OpenForm['answers']): Partial<Fault> {
  const { data } = symptomSchema.safeParse(symptom);
  return { ...(data ? { symptom: data } : {}), ...(extent === 'area' ? { extent } : {}) };
}
