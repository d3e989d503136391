import { z } from 'zod';
import { BOOKING_KINDS } from '../appointments/booking.ts';
import { CASE_KINDS, STAGES } from '../cases/case.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, SEVERITIES } from '../labels.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a lower-case id such as field-maintenance');
const text = z.string().min(1).max(600);
const names = z.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text });
/** Tag of the operator's document that asks for it, e.g. `OSM 7.1.2`; `OPERATOR` for the operator's own choice. */
const source = z.string().min(1).max(60);
const hourMinute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:30');
const window = z.tuple([hourMinute, hourMinute]);

/** `at once`, `45 min`, `48 h`, `15 days` (natural) or `7 working days`. */
const duration = z
  .string()
  .regex(/^(at once|[1-9]\d{0,3} (min|h|days?|working days?))$/, 'at once, 45 min, 48 h, 15 days or 7 working days');

const week = z.strictObject({
  workingDays: z.array(window).max(4),
  otherDays: z.array(window).max(4),
});

const clock = z.strictObject({
  names,
  kinds: z.array(z.enum(CASE_KINDS)).min(1),
  /** Only for cases of this severity, level or category; absent = all. */
  severity: z.enum(SEVERITIES).optional(),
  level: z.enum(FAULT_LEVELS).optional(),
  category: id.optional(),
  target: duration,
  limit: duration,
  /** Reaching one of these stages meets the clock; `registered` is met at registration. */
  metBy: z.array(z.enum(STAGES)).min(1),
  /** Met as well as soon as the case has this: at registration when it was found by itself, else when staff set it. */
  metWith: z.enum(['category']).optional(),
  /** Waits while the customer is asked for something. Not for what is owed before anybody can ask. */
  pauses: z.boolean().default(true),
  /** Told to the customer as what happens next and by when; the earliest `limit` of these is promised. */
  promised: z.boolean(),
  source,
});

const slotPlan = z.strictObject({
  names,
  place: z.enum(['area', 'branch', 'phone']),
  onWorkingDays: z.array(window).min(1).max(12),
  onOtherDays: z.array(window).max(12),
  /** Bookings a window takes at one place. */
  capacity: z.int().min(1).max(10_000),
  /** Earliest start after now. */
  lead: duration,
  /** Latest day that can be booked, in days from today. */
  horizonDays: z.int().min(1).max(90),
  /** Reminder before the slot's start. */
  remindBefore: duration,
  source,
});

const selfCheck = z.strictObject({
  /** Shown when the fault's service or category fits; the first that fits wins, so the specific ones stand first. */
  services: z.array(id).optional(),
  category: z.enum(FAULT_CATEGORIES).optional(),
  /** Symptom ids (see `symptoms`) it suits. */
  symptoms: z.array(id).optional(),
  steps: names,
  source,
});

export const manualSchema = z.strictObject({
  version: z.literal(1),
  operator: z.strictObject({
    names,
    /** The operator's telephone for customers, and the emergency number of the country. */
    hotline: z.string().min(3).max(20),
    emergency: z.string().min(2).max(20),
    regulator: z.strictObject({ names, contact: names, source }),
  }),
  services: z.record(id, z.strictObject({ names, source })),
  areas: z.array(z.strictObject({ id, names, aliases: z.array(text).max(20) })).min(1),
  branches: z.array(z.strictObject({ id, names, address: names, area: id })).min(1),
  teams: z.record(id, z.strictObject({ names, source })),
  hours: z.strictObject({ desk: week, branches: week, source }),
  stages: z.record(z.enum(STAGES), z.strictObject({ names, next: z.array(z.enum(STAGES)), source })),
  /** What a case is called while it waits for its customer; its stage's name is told when absent. */
  waiting: z.strictObject({ names, source }).optional(),
  caseKinds: z.record(
    z.enum(CASE_KINDS),
    z.strictObject({
      names,
      prefix: z.string().regex(/^[A-Z]{2}$/),
      team: id,
      /** Whoever resolved it does not close it: handled and confirmed by two different people (OSM 4.3). */
      confirmedByAnother: z.boolean().default(false),
      source,
    }),
  ),
  complaintCategories: z.record(
    z.enum(COMPLAINT_CATEGORIES),
    z.strictObject({ names, covers: names, team: id, source }),
  ),
  severities: z.record(z.enum(SEVERITIES), z.strictObject({ names, promise: names, team: id.optional(), source })),
  faultCategories: z.record(z.enum(FAULT_CATEGORIES), z.strictObject({ names, covers: names, team: id, source })),
  /** `team`: who has faults of this level whatever their category, except security faults, which have a duty desk. */
  faultLevels: z.record(z.enum(FAULT_LEVELS), z.strictObject({ names, team: id.optional(), source })),
  symptoms: z.record(id, z.strictObject({ names, source })),
  selfChecks: z.array(selfCheck).min(1),
  /** What a complaining customer can ask for. */
  remedies: z.record(id, z.strictObject({ names, source })),
  /** What to bring or have ready, by application kind (SPG 2.2). */
  materials: z.record(
    z.enum(['apply', 'change', 'terminate']),
    z.strictObject({ names, list: z.array(names).min(1), source }),
  ),
  clocks: z.record(id, clock),
  slotPlans: z.record(z.enum(BOOKING_KINDS), slotPlan),
  /** Manual section 8. */
  handoff: z.strictObject({
    /** An offer to one agent lasts so long, then the next one gets it. */
    offerSeconds: z.int().min(5).max(600),
    /** An agent without a sign of life for so long loses the customer to the head of the queue. */
    silentSeconds: z.int().min(15).max(3600),
    /** First words of a person after the hand-off: target and limit (CSG 5.1.1; OSM 2.2.2). */
    firstReply: z.strictObject({ targetSeconds: z.int().min(1).max(86_400), limitSeconds: z.int().min(1).max(86_400) }),
    /** A longer estimated wait is told, with a call-back offered beside it. */
    longWaitMinutes: z.int().min(1).max(600),
    /** Nobody came for so long: a call-back is filed and the bot goes on. */
    giveUpMinutes: z.int().min(1).max(1440),
    /** Minutes a conversation takes, until it is measured. */
    handlingMinutes: z.int().min(1).max(600),
    /** Conversations at a time of an agent whose account says nothing else. */
    agentLimit: z.int().min(1).max(50),
    source,
  }),
  /** Many reports from one area are one outage (manual section 3, CSG 3.3.1). */
  outages: z
    .strictObject({
      /** So many customers report faults of one service in one area within so many minutes: an outage is suspected. */
      suspectedReports: z.int().min(2).max(1000),
      suspectedMinutes: z.int().min(1).max(1440),
      /** Whoever reported so long before an outage began is told of it as well. */
      earlierMinutes: z.int().min(0).max(2880),
      /** Faults that an outage can explain. */
      categories: z.array(z.enum(FAULT_CATEGORIES)).min(1),
      source,
    })
    .default({
      suspectedReports: 5,
      suspectedMinutes: 30,
      earlierMinutes: 120,
      categories: ['network-performance', 'business-service', 'equipment'],
      source: 'CSG 3.3.1',
    }),
  conduct: z.strictObject({
    /** Misunderstandings in a row before a person is offered (manual section 8). */
    misunderstandings: z.int().min(1).max(5),
    source,
  }),
  retention: z.strictObject({
    /** Idle conversations are dropped after this many days; cases stay in the ledger. */
    conversationDays: z.int().min(1).max(400),
    /** Masked utterances kept to learn from are removed after this many days. */
    utteranceDays: z.int().min(1).max(400).default(90),
    /** What was told in a case, or for an appointment, is destroyed so many days after it is over; the figures stay. */
    caseDays: z.int().min(1).max(3650).default(730),
    source,
  }),
});

/** The operator's manual as data. */
export type Manual = z.infer<typeof manualSchema>;
export type ManualClock = Manual['clocks'][string];
export type SlotPlan = Manual['slotPlans'][keyof Manual['slotPlans']];
