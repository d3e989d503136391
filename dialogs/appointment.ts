import { z } from 'zod';
import { BOOKING_KINDS } from '../domain/appointments/booking.ts';
import { areaOf, branchOf } from '../domain/appointments/places.ts';
import { remindAt } from '../domain/appointments/slots.ts';
import type { Names } from '../domain/ids.ts';
import { slotLabel } from '../locales/format.ts';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { branchLabel } from './branchLabel.ts';
import { anyForm } from './filling.ts';
import { problem, type Questions, read } from './form.ts';
import { kindIn } from './kindWords.ts';
import { wishNamed } from './named.ts';
import { placeQuestion } from './questions/address.ts';
import { consentAnswer, consentQuestion, recordConsent, refusal } from './questions/consent.ts';
import {
  type ContactFacts,
  contactFacts,
  contactOf,
  contactQuestion,
  contactSchema,
  nameQuestion,
  nameSchema,
  saveContact,
} from './questions/contact.ts';
import { serviceQuestion } from './questions/service.ts';
import { freeSlots, type SlotFacts, slotQuestion, slotSchema, wishQuestion } from './questions/slot.ts';
import { wishSchema } from './questions/slotFits.ts';
import { keyOf, type Scene } from './scene.ts';
import { asksBranches } from './talk.ts';

/** OSM 2.1.2: booked before served. */
const answers = z.strictObject({
  kind: z.enum(BOOKING_KINDS),
  service: z.string(),
  address: z.string().optional(),
  branch: z.string().optional(),
  wish: wishSchema.optional(),
  slot: slotSchema,
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
  /** Case the visit is for; only set by the offer after a fault report. */
  case: z.string().optional(),
});
type Appointment = z.infer<typeof answers>;
type Facts = ContactFacts & SlotFacts;

const SERVICES = ['broadband', 'mobile', 'iptv', 'fixed', 'data', 'cloud'];

function placeOf(given: Partial<Appointment>, scene: Scene): string | null {
  if (given.kind === undefined) return null;
  if (given.kind === 'callback') return 'phone';
  if (given.kind === 'branch') return given.branch ?? null;
  return given.address === undefined ? null : (areaOf(scene.manual, given.address) ?? 'elsewhere');
}

function placeShown(given: Partial<Appointment>, scene: Scene): Names | string {
  if (given.kind === 'branch') {
    const branch = scene.manual.branches.find((b) => b.id === given.branch);
    return branch ? branchLabel(branch) : '';
  }
  return given.kind === 'callback' ? scene.manual.slotPlans.callback.names : (given.address ?? '');
}

/** A visit or a call needs somebody to reach. */
const PURPOSE = {
  purpose: CONSENT_PURPOSES.visit,
  needed: (given: Partial<Appointment>) => given.kind !== 'branch',
};
const visits = (given: Partial<Appointment>) => given.kind === 'install' || given.kind === 'repair';

const questions: Questions<Appointment, Facts> = {
  kind: {
    label: FIELDS.kind,
    ask: () => say('askKind'),
    choices: (_given, _facts, scene) =>
      BOOKING_KINDS.map((kind) => ({ value: kind, label: scene.manual.slotPlans[kind].names })),
    pick: (value) => {
      const kind = BOOKING_KINDS.find((k) => k === value);
      return kind ? read(kind) : undefined;
    },
    read: (heard, manner) => {
      // the quick reply that opens the form names them all
      if (manner === 'volunteered' || wishNamed(heard.text) !== null) return undefined;
      const kind = kindIn(heard.text);
      return kind ? read(kind) : undefined;
    },
    show: (value, _given, scene) => scene.manual.slotPlans[value].names,
  },
  service: serviceQuestion<Appointment, Facts>(SERVICES),
  address: placeQuestion(FIELDS.address, () => say('askAddress'), visits),
  branch: {
    label: FIELDS.branch,
    when: (given) => given.kind === 'branch',
    ask: () => say('askBranch'),
    choices: (_given, _facts, scene) => scene.manual.branches.map((b) => ({ value: b.id, label: b.names })),
    read: (heard, manner, given, _facts, scene) => {
      if (given.kind !== 'branch') return undefined;
      const branch = branchOf(scene.manual, heard.text);
      if (branch) return read(branch);
      return manner === 'asked' && asksBranches(heard.text) ? problem(say('cannotLocate')) : undefined;
    },
    show: (_value, given, scene) => placeShown(given, scene),
  },
  wish: wishQuestion<Appointment, Facts>(),
  slot: slotQuestion<Appointment, Facts>((given) => given.kind !== undefined),
  consent: consentQuestion<Appointment, Facts>(PURPOSE),
  name: nameQuestion<Appointment, Facts>(),
  contact: contactQuestion<Appointment, Facts>(PURPOSE),
  case: {
    label: FIELDS.case,
    fixed: true,
    when: (given) => given.case !== undefined,
    ask: () => say('askCaseNumber'),
    read: () => undefined,
  },
};

export const appointment = anyForm<Appointment, Facts>({
  name: 'appointment',
  title: FORM_TITLES.appointment,
  answers,
  questions,
  confirms: true,
  facts: async (given, scene) => {
    const place = placeOf(given, scene);
    const [contact, slots] = await Promise.all([
      contactFacts(scene),
      given.kind === undefined || place === null ? null : freeSlots(scene, given.kind, place),
    ]);
    return { ...contact, slots };
  },
  // a visit or a call needs somebody to reach: without consent nothing can be arranged here
  stop: (given, _facts, scene) =>
    given.consent === 'no' && given.kind !== 'branch'
      ? { kind: 'done', says: [say('consentNeeded', { hotline: scene.manual.operator.hotline })] }
      : null,
  remarks: (before, after) => (after.kind === 'branch' ? refusal(before, after) : []),
  submit: async (given, facts, scene, instance) => {
    const plan = scene.manual.slotPlans[given.kind];
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const reminder = remindAt(plan, given.slot, scene.now);
    const result = await scene.ledger.bookings.book(
      {
        kind: given.kind,
        service: given.service,
        place: placeOf(given, scene) ?? 'elsewhere',
        slot: given.slot,
        capacity: plan.capacity,
        customer: scene.customer,
        conversation: scene.conversation,
        channel: scene.channel,
        language: scene.language,
        contact: { name: contact?.name ?? null, phone: contact?.phone ?? null, address: given.address ?? null },
        case: given.case ?? null,
        remindAt: reminder,
      },
      // a slot that was refused may be tried again by a later message
      keyOf(scene, instance, `booking/${given.slot.id}/${scene.message}`),
      scene.now,
    );
    if (result.kind === 'slotTaken') return { kind: 'again', says: [say('slotTaken')], clear: ['slot', 'wish'] };
    const { number } = result.booking;
    const place = placeShown(given, scene);
    const facts_ = { number, kind: plan.names, from: given.slot.start, to: given.slot.end, place, remindAt: reminder };
    return {
      kind: 'done',
      says: [
        say('booked', facts_, {
          card: {
            kind: 'case',
            number,
            title: plan.names,
            rows: [
              { label: FIELDS.slot, value: slotLabel(given.slot, scene.zone) },
              { label: given.kind === 'branch' ? FIELDS.branch : FIELDS.address, value: place },
            ],
          },
        }),
      ],
    };
  },
});
