import { z } from 'zod';
import type { FaultCategory, FaultLevel } from '../domain/labels.ts';
import { selfCheckFor } from '../domain/manual/selfCheck.ts';
import type { Outage } from '../domain/outages.ts';
import { consentAnswer } from './questions/consent.ts';
import { type ContactFacts, contactSchema, nameSchema } from './questions/contact.ts';
import { sinceSchema } from './questions/since.ts';
import { symptomSchema } from './questions/symptom.ts';
import type { Scene } from './scene.ts';

/** What the customer cannot say; not shown, and filed as nothing. */
export const UNKNOWN = 'unknown';
export function knownOnly(value: string | undefined): string | null {
  return value === undefined || value === UNKNOWN ? null : value;
}

/** OSM 5.2.2: what, service, when, where, how badly, why, who. Never asked what was already said. */
export const faultAnswers = z.strictObject({
  symptom: symptomSchema,
  service: z.string(),
  selfCheck: z.enum(['worked', 'failed', 'later']).optional(),
  since: sinceSchema.optional(),
  pattern: z.enum(['always', 'sometimes', UNKNOWN]).optional(),
  place: z.string(),
  outage: z.enum(['register', 'leave']).optional(),
  extent: z.enum(['device', 'home', 'area', UNKNOWN]).optional(),
  impact: z.enum(['none', 'partly', UNKNOWN]).optional(),
  before: z.string().optional(),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
export type Fault = z.infer<typeof faultAnswers>;

export interface FaultFacts extends ContactFacts {
  readonly area: string | null;
  readonly outage: Outage | null;
}

/** Category as understood when the fault was told. */
export function categoryOf(given: Partial<Fault>): FaultCategory {
  return given.symptom?.category ?? 'business-service';
}

/** A whole building or area, or a critical customer, makes a fault major (manual section 3). */
export function levelOf(given: Partial<Fault>): FaultLevel {
  return given.extent === 'area' || given.symptom?.level === 'major' || given.symptom?.dangerous ? 'major' : 'normal';
}

export function stepsFor(given: Partial<Fault>, scene: Scene) {
  if (!given.symptom || given.service === undefined) return null;
  return (
    selfCheckFor(scene.manual, { service: given.service, symptom: given.symptom.id, category: categoryOf(given) })
      ?.steps ?? null
  );
}

export function needsSelfCheck(given: Partial<Fault>, scene: Scene): boolean {
  if (!given.symptom || given.symptom.dangerous || levelOf(given) === 'major') return false;
  if (['line-cut', 'hacked', 'device-broken'].includes(given.symptom.id)) return false;
  return given.service === undefined || stepsFor(given, scene) !== null;
}
