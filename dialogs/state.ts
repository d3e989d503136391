import { z } from 'zod';
import { HANDOFF_REASONS } from '../domain/desk/handoff.ts';
import { INTENTS } from '../domain/labels.ts';

/** Longest single answer kept in the state, in UTF-16 units; a longer story is cut here and stored whole in its case. */
const json = z.json();
const names = z.strictObject({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

export const FORM_NAMES = [
  'appointment',
  'appointmentChange',
  'appointmentCancel',
  'appointmentStatus',
  'fault',
  'complaint',
  'application',
  'feedback',
  'privacy',
  'security',
  'callback',
  'reach',
  'survey',
  'caseStatus',
  'caseUrge',
  'caseAmend',
  'caseWithdraw',
  'link',
] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** A form under way. The open question is never stored: it is the first one without an answer. */
const openForm = z.strictObject({
  name: z.enum(FORM_NAMES),
  /** The message that began it: part of every idempotency key, so that a repeated turn writes once. */
  instance: z.string(),
  /** By question key, in the order of answering. Parsed again by the form; an unknown shape is asked again. */
  answers: z.record(z.string(), json),
  /** The question that was put last; null for the summary. The quick replies are answers to this one only. */
  asked: z.string().nullable().default(null),
  /** Quick replies shown with the open question: their labels and ordinals are valid answers. */
  offered: z.array(z.strictObject({ value: z.string(), label: names })),
  /** The customer asked to change something on the summary and was asked what. */
  choosingChange: z.boolean(),
});
export type OpenForm = z.infer<typeof openForm>;

/** Something offered outside a form that a yes or no decides. */
const offer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin'), form: z.enum(FORM_NAMES), answers: z.record(z.string(), json) }),
  z.strictObject({
    kind: z.literal('intent'),
    intent: z.enum(INTENTS),
    text: z.string(),
    /** Why a person was offered, where that is what is offered; absent = the customer asked. */
    reason: z.enum(HANDOFF_REASONS).optional(),
  }),
  /** "Did you mean …": the words are read again with the intent that was picked. */
  z.strictObject({ kind: z.literal('meaning'), intents: z.array(z.enum(INTENTS)), text: z.string() }),
]);
export type Offer = z.infer<typeof offer>;

/** Nothing was asked: only words of its own take it ("it is down again"), and whatever else waits goes before it. */
export function isQuiet(offer: Offer): boolean {
  return offer.kind === 'begin' && offer.form === 'fault';
}

export const dialogStateSchema = z.strictObject({
  form: openForm.nullable(),
  /** Forms put aside by another wish, newest last. */
  suspended: z.array(openForm).max(3),
  offer: offer.nullable(),
  /** Second wishes waiting for their turn. */
  wishes: z.array(z.strictObject({ intent: z.enum(INTENTS), text: z.string() })).max(3),
  /** Misunderstandings in a row. */
  misses: z.int().min(0),
  /** Angry messages since a person was last called: one is met with an offer, the next with a person. */
  anger: z.int().min(0),
  /** Wrong proofs of ownership in this conversation. */
  wrongProofs: z.int().min(0),
});
export type DialogState = z.infer<typeof dialogStateSchema>;

export const emptyDialog: DialogState = {
  form: null,
  suspended: [],
  offer: null,
  wishes: [],
  misses: 0,
  anger: 0,
  wrongProofs: 0,
};
