import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { BOOKING_KINDS } from '../../domain/appointments/booking.ts';
import { CASE_KINDS, STAGES } from '../../domain/cases/case.ts';
import { ALERT_KINDS } from '../../domain/desk/alerts.ts';
import { HANDOFF_ENDS, HANDOFF_REASONS, HANDOFF_RESULTS } from '../../domain/desk/handoff.ts';
import { DESK_EVENT_KINDS } from '../../domain/desk/handoffs.ts';
import { ROLES, STATUSES } from '../../domain/desk/staff.ts';
import { LANGUAGES } from '../../domain/ids.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, SEVERITIES } from '../../domain/labels.ts';
import { oneOf, parameter, wholeNumber } from '../http/query.ts';
import { appointmentView, caseView, incidentStep, whole } from '../operator/schemas.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth/newPassword.ts';

/**
 * What the console and `/desk/api` say to each other; `/openapi.json` is made from it. Instants are ISO 8601 in UTC.
 * Personal data are masked in every view; `reveal` shows one field, and the audit says to whom.
 */
export const instant = z.iso.datetime({ offset: true });
export const id = z.string().min(1).max(300);
const language = z.enum(LANGUAGES);
const names = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
const text = (limit: number) => z.string().trim().min(1).max(limit);
/** Of the caller: the same id twice is one message, note or case. */
const clientId = z.string().regex(/^[\w.:@+=-]{1,100}$/, '1 to 100 letters, digits and .:@+=-');
/** Made here where the caller has none: then a repeat is another one. */
const anyId = clientId.optional().transform((given) => given ?? randomUUID());

// --- signing in -----------------------------------------------------------------------------------------------------
export const loginBody = z.strictObject({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(LONGEST_PASSWORD),
  /** Six digits, where the account asks for them (401 `CodeNeeded`). */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export const staffView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  skills: z.array(z.string()),
  languages: z.array(language),
  limit: z.number(),
  status: z.enum(STATUSES),
  present: z.boolean(),
  disabled: z.boolean(),
  mustChange: z.boolean(),
  totp: z.boolean(),
  /** Conversations under way. */
  load: z.number(),
});
export const signedIn = z.object({
  user: staffView,
  csrfToken: z.string(),
  /** May administer accounts: admins, and supervisors as long as no account of an admin is enabled. */
  administers: z.boolean(),
});
export const statusBody = z.strictObject({ status: z.enum(STATUSES) });
export const passwordBody = z.strictObject({
  current: z.string().max(LONGEST_PASSWORD),
  next: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
});
export const totpView = z.object({ secret: z.string(), uri: z.string() });
export const totpBody = z.strictObject({ code: z.string().regex(/^\d{6}$/) });

// --- what the console shows from the start --------------------------------------------------------------------------
/** Names of the manual and what may be chosen. */
export const deskCatalogue = z.object({
  operator: names,
  hotline: z.string(),
  teams: z.record(z.string(), names),
  services: z.record(z.string(), names),
  areas: z.record(z.string(), names),
  branches: z.record(z.string(), names),
  caseKinds: z.record(z.string(), names),
  stages: z.record(z.string(), z.object({ names, next: z.array(z.enum(STAGES)) })),
  complaintCategories: z.record(z.string(), names),
  faultCategories: z.record(z.string(), names),
  severities: z.record(z.string(), names),
  faultLevels: z.record(z.string(), names),
  clocks: z.record(z.string(), names),
  bookingKinds: z.record(z.string(), names),
  /** Questions of forms by key, as summaries call them. */
  fields: z.record(z.string(), names),
  intents: z.record(z.string(), names),
  handoff: z.object({
    offerSeconds: z.number(),
    silentSeconds: z.number(),
    firstReplyTargetSeconds: z.number(),
    firstReplyLimitSeconds: z.number(),
  }),
  /** Sign-in by the operator's own identity provider is set up. */
  oidc: z.boolean(),
});

// --- queue and conversations ----------------------------------------------------------------------------------------
export const ownerView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue') }),
  z.object({ kind: z.literal('offered'), agent: z.string(), until: instant }),
  z.object({ kind: z.literal('agent'), agent: z.string(), since: instant, firstReplyAt: instant.nullable() }),
  z.object({
    kind: z.literal('ended'),
    how: z.enum(HANDOFF_ENDS),
    by: z.string(),
    at: instant,
    result: z.enum(HANDOFF_RESULTS).nullable(),
  }),
]);
/** A row of the queue or of my conversations. */
export const handoffView = z.object({
  handoff: z.string(),
  conversation: z.string(),
  epoch: z.number(),
  owner: ownerView,
  reason: z.enum(HANDOFF_REASONS),
  language,
  channel: z.string(),
  severity: z.enum(SEVERITIES).nullable(),
  team: z.string(),
  /** In the queue, from 1; null for one that an agent has or that is ended. */
  position: z.number().nullable(),
  requestedAt: instant,
  waitingSeconds: z.number(),
  /** Null before the customer wrote anything after the agent, i.e. nobody waits for the agent. */
  unansweredSince: instant.nullable(),
  /** Masked, else how the conversation is called. */
  customer: z.string(),
  /** The newest words, at most 120 characters. */
  preview: z.string().nullable(),
  first: z.boolean(),
  wanted: z.union([z.object({ agent: z.string() }), z.object({ team: z.string() })]).nullable(),
});
export const queueView = z.object({
  /** The first 200. */
  waiting: z.array(handoffView),
  /** How many wait behind them. */
  more: z.number(),
  mine: z.array(handoffView),
  /** Read the events after this one. */
  after: z.number(),
});
/** `closed`, or nothing: the caller's former ones, newest first; `team`: those that agents have now, for supervisors. */
export const handoffsQuery = z.object({ which: oneOf(['closed', 'team']), limit: wholeNumber(1, 100, 30) });
/** Lines of the transcript from a position on. */
export const entriesQuery = z.object({ from: wholeNumber(0, Number.MAX_SAFE_INTEGER, 0) });
export const closedView = z.object({ handoffs: z.array(handoffView) });
export const taken = z.object({ handoff: handoffView });

export const attachmentView = z.object({ contentType: z.string(), url: z.string(), name: z.string() });
/** A line of the transcript; `position` counts from 0. */
export const entryView = z.object({
  position: z.number(),
  at: instant,
  from: z.enum(['customer', 'bot', 'agent']),
  /** Agent's name; null for others. */
  name: z.string().nullable(),
  /** Staff id of an agent. */
  agent: z.string().nullable(),
  /** Name of the bot's message, e.g. `summary`; null for people. */
  message: z.string().nullable(),
  /** The console's own id of an agent's message: what was sent is delivered when it stands here. */
  clientId: z.string().nullable(),
  text: z.string(),
  language: language.nullable(),
  choices: z.array(z.string()),
  card: z.unknown().nullable(),
  attachments: z.array(attachmentView),
});
export const noteView = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  byName: z.string(),
  kind: z.enum(['note', 'whisper', 'transfer']),
  text: z.string(),
});
export const fieldView = z.object({ field: z.string(), label: names, value: z.string() });
export const conversationView = z.object({
  conversation: z.string(),
  channel: z.string(),
  language,
  /** The open hand-off, or the newest one. */
  handoff: handoffView.nullable(),
  /** May the caller write here now. */
  mine: z.boolean(),
  entries: z.array(entryView),
  next: z.number(),
  notes: z.array(noteView),
  /** Others who have it open. */
  viewers: z.array(z.object({ id: z.string(), name: z.string() })),
  customer: z.object({
    id: z.string(),
    /** Masked; null when not known. */
    name: z.string().nullable(),
    phone: z.string().nullable(),
    /** How sure it is that the customer is who they say. */
    assurance: z.enum(['none', 'claimed', 'code']),
    consents: z.array(z.object({ purpose: z.string(), channel: z.string(), given: z.boolean(), at: instant })),
  }),
  understood: z.object({
    words: z.string(),
    intent: z.string().nullable(),
    confidence: z.number().nullable(),
    mood: z.enum(['calm', 'upset']),
    form: z.string().nullable(),
    /** What the form has gathered so far, masked. */
    slots: z.array(fieldView),
  }),
  cases: z.array(caseView),
  bookings: z.array(appointmentView),
  earlier: z.array(
    z.object({
      handoff: z.string(),
      conversation: z.string(),
      requestedAt: instant,
      reason: z.enum(HANDOFF_REASONS),
      how: z.enum(HANDOFF_ENDS).nullable(),
      result: z.enum(HANDOFF_RESULTS).nullable(),
      agent: z.string().nullable(),
    }),
  ),
  /** What the customer's channel can do. */
  limits: z.object({
    textLimit: z.number(),
    images: z.boolean(),
    files: z.boolean(),
    typing: z.boolean(),
    /** Messages left before the customer must write again; null = no such limit. */
    quotaLeft: z.number().nullable(),
    /** When the channel closes until the customer writes again. */
    windowEndsAt: instant.nullable(),
  }),
});

// --- what agents do -------------------------------------------------------------------------------------------------
/** Characters of one message, whatever the channel takes. */
export const MESSAGE_LIMIT = 4000;
export const messageBody = z
  .strictObject({
    id: clientId,
    text: z.string().max(MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} characters: send it in parts`),
    files: z.array(z.string().max(2000)).max(5).optional(),
  })
  .refine((body) => body.text.trim() !== '' || (body.files?.length ?? 0) > 0, 'text or files');
/** Taken durably; it is with the customer when it stands in the transcript. */
export const messageTaken = z.object({ id: z.string() });
/** Nothing to say but that it is done. */
export const done = z.object({});
/** Files of a form, parts named `file`; `id` goes into `files` of a message. */
export const filesTaken = z.object({
  files: z.array(z.object({ id: z.string(), contentType: z.string(), name: z.string(), url: z.string() })),
});
export const noteBody = z.strictObject({ id: anyId, text: text(2000) });
export const transferBody = z.union(
  [
    z.strictObject({ agent: id, note: text(2000).optional() }),
    z.strictObject({ team: id, note: text(2000).optional() }),
  ],
  'give either agent, the id of an account, or team, an id of the catalogue; note may go with it',
);
/** Without a result nobody says how it ended. */
export const returnBody = z.strictObject({ result: z.enum(HANDOFF_RESULTS).nullish(), note: text(2000).optional() });
export const revealBody = z.strictObject({
  field: z.enum(['name', 'phone', 'answers', 'address']),
  /** Whose answers; those the bot had gathered when it handed over when it is absent. */
  case: z.string().max(40).optional(),
  /** Whose address. */
  booking: z.string().max(40).optional(),
});
export const revealed = z.object({ value: z.record(z.string(), z.unknown()) });
const answers = z.record(z.string().max(60), z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]));
/** Files a case from the conversation; the customer is told its number. */
export const newCaseBody = z.strictObject({
  id: anyId,
  kind: z.enum(CASE_KINDS),
  category: z
    .union([z.enum(COMPLAINT_CATEGORIES), z.enum(FAULT_CATEGORIES)])
    .nullable()
    .optional(),
  severity: z.enum(SEVERITIES).nullable().optional(),
  level: z.enum(FAULT_LEVELS).nullable().optional(),
  area: z.string().max(60).nullable().optional(),
  /**
   * What it is about, under the key of the bot's own form or as `story`: complaints `story`, faults `symptom`, call-backs and
   * privacy `words`, others `what`; and whatever else is known, by question key.
   */
  answers,
});
/** The case keeps what it was registered as; its history says what it is now. */
export const caseCategoryBody = z.strictObject({
  id: anyId,
  category: z.union([z.enum(COMPLAINT_CATEGORIES), z.enum(FAULT_CATEGORIES)]),
  note: text(2000).optional(),
});
export const caseStageBody = z.strictObject({ id: anyId, stage: z.enum(STAGES), note: text(2000).optional() });
/** What the customer is asked, and why the clocks wait. */
export const casePauseBody = z.strictObject({ id: anyId, question: text(2000) });
export const caseIncidentBody = whole(z.strictObject({ id: anyId, ...incidentStep }));
export const caseResumeBody = z.strictObject({ id: anyId });
/** What is carried out for a request about personal data. `records`: also all that was told in closed cases. */
export const rightsBody = z.union([
  z.strictObject({
    id: anyId,
    do: z.literal('correct'),
    field: z.literal('phone'),
    value: z.string().regex(/^(\+\d{7,15}|1\d{10})$/, 'a number as +8613800138000, or one of eleven digits'),
  }),
  z.strictObject({ id: anyId, do: z.literal('correct'), field: z.enum(['name', 'address']), value: text(200) }),
  z.strictObject({ id: anyId, do: z.literal('delete'), what: z.enum(['contact', 'records']) }),
  z.strictObject({ id: anyId, do: z.literal('export') }),
]);
export const rightsDone = z.object({
  /** Numbers of cases and bookings that were changed as well. */
  changed: z.array(z.string()),
  /** What cannot go yet; `until` null: until it is closed. Null when nothing was deleted. */
  staying: z.array(z.object({ number: z.string(), until: instant.nullable() })).nullable(),
  /** The copy for the customer. */
  file: z.object({ name: z.string(), contentType: z.string(), content: z.string() }).nullable(),
});
export const newBookingBody = z.strictObject({
  id: anyId,
  kind: z.enum(BOOKING_KINDS),
  service: z.string().max(60),
  place: z.string().max(60),
  slot: z.string().max(100),
  address: z.string().max(300).optional(),
  case: z.string().max(40).optional(),
});
export const slotQuery = z.object({
  kind: parameter(z.enum(BOOKING_KINDS), `one of ${BOOKING_KINDS.join(', ')}`, BOOKING_KINDS[0]),
  place: parameter(z.string().max(60), 'a branch or an area of the catalogue', 'sz-nanshan'),
});
export const slotsView = z.object({
  slots: z.array(z.object({ id: z.string(), start: instant, end: instant, left: z.number() })),
});

// --- team, board, administration ------------------------------------------------------------------------------------
export const agentsView = z.object({ agents: z.array(staffView) });
export const boardView = z.object({
  at: instant,
  open: z.boolean(),
  waiting: z.array(handoffView),
  active: z.array(handoffView),
  agents: z.array(staffView),
  longestWaitSeconds: z.number(),
  averageHandlingSeconds: z.number().nullable(),
  /** Hand-offs without a first answer past target and past limit. */
  late: z.number(),
  breached: z.number(),
  /** Cases with a clock past its limit. */
  overdueCases: z.array(caseView),
  today: z.object({ handoffs: z.number(), returned: z.number(), left: z.number(), callback: z.number() }),
});
/** What calls the people on duty; a suspected outage stays until somebody confirms or dismisses it. */
export const alertView = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  at: instant,
  /** Number of the case it is about. */
  case: z.string().nullable(),
  /** Id of the suspected outage. */
  outage: z.string().nullable(),
  area: z.string().nullable(),
  service: z.string().nullable(),
  category: z.string().nullable(),
  /** Customers whose reports made the suspicion. */
  reports: z.number().nullable(),
  acknowledged: z.object({ by: z.string(), byName: z.string(), at: instant }).nullable(),
});
export const alertsView = z.object({ alerts: z.array(alertView) });
/** `expectedRepair`: what the customers are told; null or absent when nobody knows yet. */
export const outageConfirmBody = z.strictObject({ expectedRepair: instant.nullable().optional() });
export const newUserBody = z.strictObject({
  login: z.string().regex(/^[\w.@-]{1,60}$/, '1 to 60 letters, digits, dots, dashes'),
  name: text(60),
  role: z.enum(ROLES),
  skills: z.array(z.string().max(60)).max(30),
  languages: z.array(language).min(1),
  limit: z.int().min(1).max(50),
});
/** The password is shown once; it must be changed at the first sign-in. */
export const newUser = z.object({ user: staffView, password: z.string() });
export const userChange = newUserBody.omit({ login: true }).partial().extend({ disabled: z.boolean().optional() });
const windows = z
  .array(
    z.tuple([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)]),
  )
  .max(4);
export const deskSettingsBody = z.strictObject({
  open: z.boolean().nullable(),
  notice: z
    .strictObject({ 'zh-Hans': z.string().max(300), 'zh-Hant': z.string().max(300), en: z.string().max(300) })
    .nullable(),
  hours: z.strictObject({ workingDays: windows, otherDays: windows }).nullable(),
});
export const cannedBody = z.strictObject({
  shortcut: z.string().regex(/^[\p{L}\p{N}-]{1,40}$/u),
  text: z.strictObject({ 'zh-Hans': text(2000), 'zh-Hant': text(2000), en: text(2000) }),
});
export const cannedView = cannedBody.extend({ id: z.string() });
export const cannedList = z.object({ replies: z.array(cannedView) });
export const auditView = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: instant,
      by: z.string(),
      byName: z.string(),
      what: z.string(),
      subject: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

// --- events: GET /desk/api/events?after= (WebSocket) ----------------------------------------------------------------
/**
 * Frames of the server. `event` frames are numbered: after a reconnect `?after=` the newest seq gives what was missed,
 * nothing else. `entries` frames continue the transcript of conversations the console watches, from the position it gave.
 */
export const serverFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.number() }),
  z.object({
    type: z.literal('event'),
    seq: z.number(),
    at: instant,
    kind: z.enum(DESK_EVENT_KINDS),
    conversation: z.string().nullable(),
    handoff: z.string().nullable(),
    by: z.string(),
    /** Of `message`: `{ id, text, files }`, for those who may read it; of `handoff`: `{ epoch, command, owner }`. */
    data: z.record(z.string(), z.unknown()),
  }),
  z.object({ type: z.literal('entries'), conversation: z.string(), entries: z.array(entryView), next: z.number() }),
  /** The customer (or another member of staff) is writing now; shown for 5 s. */
  z.object({ type: z.literal('typing'), conversation: z.string(), by: z.string() }),
  z.object({
    type: z.literal('viewers'),
    conversation: z.string(),
    viewers: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
]);
/** The newest event that is known already; without it from now on. */
export const eventsQuery = z.object({ after: wholeNumber(0, Number.MAX_SAFE_INTEGER, 120) });
/** Frames of the console. `watch` from a position on; `here`: looking at it (a sign of life, every 10 s). */
export const clientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('watch'), conversation: id, from: z.int().min(0) }),
  z.strictObject({ type: z.literal('unwatch'), conversation: id }),
  z.strictObject({ type: z.literal('here'), conversation: id.nullable() }),
  z.strictObject({ type: z.literal('typing'), conversation: id }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;
export type ClientFrame = z.infer<typeof clientFrame>;
export type HandoffView = z.infer<typeof handoffView>;
export type StaffView = z.infer<typeof staffView>;
export type EntryView = z.infer<typeof entryView>;
export type NoteView = z.infer<typeof noteView>;
export type ConversationView = z.infer<typeof conversationView>;
export type QueueView = z.infer<typeof queueView>;
export type AlertView = z.infer<typeof alertView>;
export type BoardView = z.infer<typeof boardView>;
export type DeskCatalogue = z.infer<typeof deskCatalogue>;
export type DeskSettingsView = z.infer<typeof deskSettingsBody>;
export type CannedView = z.infer<typeof cannedView>;
export type RightsDone = z.infer<typeof rightsDone>;
export type AuditView = z.infer<typeof auditView>;
