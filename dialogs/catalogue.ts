import type { Intent } from '../domain/labels.ts';
import { application } from './application.ts';
import { appointment } from './appointment.ts';
import { appointmentCancel, appointmentChange, appointmentStatus } from './appointmentCare.ts';
import { callback } from './callback.ts';
import { caseAmend, caseStatus, caseUrge, caseWithdraw } from './caseCare.ts';
import { complaint } from './complaint.ts';
import { fault } from './fault.ts';
import { feedback } from './feedback.ts';
import type { AnyForm, Json } from './form.ts';
import { link } from './link.ts';
import { privacy } from './privacy.ts';
import { reach } from './reach.ts';
import { security } from './security.ts';
import type { FormName } from './state.ts';
import { survey } from './survey.ts';

/** Every form by name: a form that is not here cannot be stored. */
export const FORMS = {
  appointment,
  appointmentChange,
  appointmentCancel,
  appointmentStatus,
  fault,
  complaint,
  application,
  feedback,
  privacy,
  security,
  callback,
  reach,
  survey,
  caseStatus,
  caseUrge,
  caseAmend,
  caseWithdraw,
  link,
} as const satisfies Record<FormName, AnyForm>;

/** What an intent calls for. `talk` is answered in a message, `control` steers what is open, `person` needs a person. */
export type Call =
  | { readonly kind: 'form'; readonly form: FormName; readonly known?: Record<string, Json> }
  | { readonly kind: 'talk' }
  | { readonly kind: 'control' }
  | { readonly kind: 'person' };

/** The routing table. An intent without a dialog does not compile. */
export const CALLS = {
  'consult.general': { kind: 'talk' },
  'consult.account': { kind: 'talk' },
  'service.apply': { kind: 'form', form: 'application', known: { request: 'apply' } },
  'service.change': { kind: 'form', form: 'application', known: { request: 'change' } },
  'service.terminate': { kind: 'form', form: 'application', known: { request: 'terminate' } },
  'appointment.book': { kind: 'form', form: 'appointment' },
  'appointment.change': { kind: 'form', form: 'appointmentChange' },
  'appointment.cancel': { kind: 'form', form: 'appointmentCancel' },
  'appointment.status': { kind: 'form', form: 'appointmentStatus' },
  'fault.report': { kind: 'form', form: 'fault' },
  'complaint.file': { kind: 'form', form: 'complaint' },
  'case.status': { kind: 'form', form: 'caseStatus' },
  'case.urge': { kind: 'form', form: 'caseUrge' },
  'case.amend': { kind: 'form', form: 'caseAmend' },
  'case.withdraw': { kind: 'form', form: 'caseWithdraw' },
  'feedback.praise': { kind: 'form', form: 'feedback', known: { kind: 'praise' } },
  'feedback.suggest': { kind: 'form', form: 'feedback', known: { kind: 'suggest' } },
  'handoff.request': { kind: 'person' },
  'privacy.request': { kind: 'form', form: 'privacy' },
  'security.report': { kind: 'form', form: 'security' },
  greet: { kind: 'talk' },
  thanks: { kind: 'talk' },
  goodbye: { kind: 'talk' },
  affirm: { kind: 'control' },
  deny: { kind: 'control' },
  help: { kind: 'talk' },
  cancel: { kind: 'control' },
  back: { kind: 'control' },
  restart: { kind: 'control' },
  'out-of-scope': { kind: 'talk' },
} as const satisfies Record<Intent, Call>;

/** Whether an intent opens a form, or calls a person. */
export function opens(intent: Intent): boolean {
  const { kind } = callOf(intent);
  return kind === 'form' || kind === 'person';
}

export function callOf(intent: Intent): Call {
  return CALLS[intent];
}
