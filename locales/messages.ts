import type { Instant, Names } from '../domain/ids.ts';

/** A line of a summary or card: what it is, and the value as a name in all languages or as the customer's own words. */
export interface Row {
  readonly label: Names;
  readonly value: Names | string;
}

/** A promise to the customer: what happens, and by when at the latest. */
export interface Promised {
  readonly what: Names;
  readonly by: Instant;
}

/** What cannot be deleted yet, and until when (manual section 10). */
export interface Staying {
  /** Numbers of open cases: their contact stays until they are closed. */
  readonly open: readonly string[];
  /** Closed cases, without name, phone and address. */
  readonly closed: readonly { readonly number: string; readonly until: Instant }[];
  readonly bookings: readonly { readonly number: string; readonly until: Instant }[];
  /** Days after the last message for which the chat itself is kept. */
  readonly chatDays: number;
  /** Days for which a case is kept after it was closed. */
  readonly caseDays: number;
}

/** A file made for the customer. */
export interface MadeFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/**
 * Every message the bot can say, with the facts it needs. The words live in one file a language (`locales/<language>/`);
 * a message without wording in a language does not compile. One entry asks at most one question.
 */
export interface Messages {
  // meeting and small talk
  welcome: { operator: Names };
  /** `aside`: beside an open form, whose question follows. */
  greeting: { aside: boolean };
  youAreWelcome: Record<never, never>;
  goodbye: Record<never, never>;
  /** A form is open and kept. */
  goodbyeForNow: { form: Names };
  help: Record<never, never>;
  anythingElse: Record<never, never>;
  outOfScope: Record<never, never>;
  openingHours: { open: boolean; hours: Names; hotline: string };
  branchHours: { hours: Names };
  cannotAnswer: { aside: boolean };
  cannotSeeAccount: { hotline: string };
  nothingToConfirm: Record<never, never>;
  languageSet: Record<never, never>;
  /** In a group chat: nothing personal is handled there. */
  privateOnly: Record<never, never>;
  filesTaken: { count: number };
  filesNotUsed: { count: number };
  apology: Record<never, never>;

  // understanding
  notUnderstood: Record<never, never>;
  didYouMean: Record<never, never>;
  notUnderstoodTwice: { aside: boolean };
  answerNotUnderstood: Record<never, never>;
  /** Nothing was said but dots or blanks. `aside`: beside an open form, whose question follows. */
  stillHere: { aside: boolean };

  // forms in general
  resumed: { form: Names };
  backTo: { form: Names };
  /** `more`: something else follows, so nothing is asked. */
  dropped: { form: Names; more: boolean };
  nothingToDrop: Record<never, never>;
  startedOver: Record<never, never>;
  recap: { form: Names; rows: readonly Row[] };
  recapEmpty: Record<never, never>;
  /** Taken while another question was open. */
  noted: { what: readonly Names[] };
  changed: { what: Names; value: Names | string };
  nothingToGoBackTo: Record<never, never>;
  /** The customer does not know the answer, or could not make it understood. */
  leftOpen: { what: Names };
  /** The customer has had enough of questions: only what is needed is still asked. */
  leftRest: Record<never, never>;
  /** What is asked about is still being filled in; `promises`: what would follow if it were handed in now. */
  notYetFiled: { form: Names; promises: readonly Promised[] };
  /** A second matter of the same kind, told in the middle of the first. */
  alsoLater: { intent: Names };
  summary: { form: Names; rows: readonly Row[] };
  whatToChange: Record<never, never>;
  alsoWanted: { intent: Names };

  // consent and contact
  /** `days`: how long masked wording is kept of those who agree to that as well; `again`: put again, shorter. */
  askConsent: { purpose: Names; days: number; again: boolean };
  /** `needed`: nothing can be arranged without. */
  whyContact: { purpose: Names; needed: boolean };
  consentNeeded: { hotline: string };
  consentRefused: Record<never, never>;
  askContact: Record<never, never>;
  /** The name is known. */
  askPhone: Record<never, never>;
  phoneUnclear: Record<never, never>;

  // appointment
  askKind: Record<never, never>;
  askService: Record<never, never>;
  askAddress: Record<never, never>;
  askBranch: Record<never, never>;
  /** `wished`: within the time that was named; `only`: just one is; `nearest`: nothing is free then. */
  askSlot: { near: 'any' | 'wished' | 'only' | 'nearest' };
  slotTaken: Record<never, never>;
  slotPast: Record<never, never>;
  slotTooFar: { until: Instant };
  booked: { number: string; kind: Names; from: Instant; to: Instant; place: Names | string; remindAt: Instant | null };
  bookingMoved: { number: string; from: Instant; to: Instant };
  bookingCancelled: { number: string };
  bookingIs: { number: string; kind: Names; from: Instant; to: Instant; place: Names | string };
  noBookings: Record<never, never>;
  whichBooking: Record<never, never>;
  sureToCancel: { number: string; from: Instant; to: Instant };
  kept: Record<never, never>;
  reminder: { number: string; kind: Names; from: Instant; to: Instant; place: Names | string };

  // fault
  tellFault: Record<never, never>;
  sorryForFault: Record<never, never>;
  safetyFirst: { emergency: string };
  securityFirst: { hotline: string; emergency: string };
  majorFault: Record<never, never>;
  selfCheck: { steps: Names };
  selfCheckAgain: Record<never, never>;
  /** The customer is going to try. */
  takeYourTime: Record<never, never>;
  selfCheckWorked: Record<never, never>;
  askSince: Record<never, never>;
  sinceFuture: Record<never, never>;
  askPattern: Record<never, never>;
  askPlace: Record<never, never>;
  whyPlace: Record<never, never>;
  askExtent: Record<never, never>;
  askImpact: Record<never, never>;
  askBefore: Record<never, never>;
  knownOutage: { area: Names; since: Instant; expected: Instant | null };
  faultTaken: { number: string; promises: readonly Promised[] };
  offerVisit: Record<never, never>;

  // complaint
  tellMe: Record<never, never>;
  /** Sympathy, and how it is filed. */
  heardYou: { category: Names; also: readonly Names[] };
  askRemedy: Record<never, never>;
  /** `major`: it went straight to the duty manager. */
  complaintTaken: { number: string; promises: readonly Promised[]; major: boolean };
  askCategory: Record<never, never>;
  askSeverity: Record<never, never>;
  nextInstance: { regulator: Names; contact: Names };

  // applications, feedback, privacy, security, call-back
  askWhatToApply: Record<never, never>;
  materials: { list: readonly Names[] };
  applicationTaken: { number: string; promises: readonly Promised[] };
  tellFeedback: Record<never, never>;
  feedbackTaken: { number: string; promises: readonly Promised[] };
  askPrivacy: Record<never, never>;
  askCorrection: Record<never, never>;
  sureToDelete: Record<never, never>;
  sureToWithdrawConsent: Record<never, never>;
  /** Item by item, masked. */
  privacyShown: { rows: readonly Row[] };
  askNewValue: { what: Names };
  /** The new number is read back whole. */
  sureToCorrect: { phone: string };
  /** `value` masked; how many open cases and visits to come were changed as well. */
  corrected: { what: Names; value: string; cases: number; bookings: number };
  nothingToCorrect: { what: Names };
  /** With the file; its address works until then. */
  exported: { until: Instant };
  /** Where no file can be handed over. `more`: there is more than fits. */
  exportPart: { rows: readonly Row[]; part: number; parts: number; more: boolean };
  dataDeleted: Staying;
  /** What a person must decide. */
  privacyTaken: { number: string; promises: readonly Promised[] };
  consentWithdrawn: Staying;
  tellSecurity: Record<never, never>;
  securityTaken: { number: string; promises: readonly Promised[] };
  callbackOpen: Record<never, never>;
  callbackNoData: { hotline: string };
  callbackTaken: { number: string; promises: readonly Promised[] };
  /** Asked for again; `added`: what was said is added to the one registered before. */
  callbackPending: { number: string; added: boolean; promises: readonly Promised[] };

  // a person
  /** Beside an angry message: feelings first, and a person is one word away. */
  upset: Record<never, never>;
  /** Beside the open question, to somebody frightened or at a loss. */
  reassure: Record<never, never>;
  /** `team`: who was told of a case just filed; null for anybody. */
  handoffSought: { team: Names | null };
  /** What supervisors have customers told who ask for a person. */
  deskNotice: { notice: Names };
  /** Nobody is at the desk; `back` is null when nobody knows until when. */
  deskClosed: { back: Instant | null };
  /** `minutes`: null when nobody is at the desk; `long`: a call-back is offered beside it. */
  handoffPlace: { position: number; minutes: number | null; long: boolean };
  /** Asked how long before the desk has said. */
  stillSought: Record<never, never>;
  /** The first message written while waiting. */
  passedOn: Record<never, never>;
  agentJoined: { name: string };
  agentChanged: { name: string };
  /** An agent was lost. */
  agentGone: { name: string };
  agentTransfers: { name: string };
  /** `more`: a form goes on, so nothing is asked. */
  handoffLeft: { more: boolean };
  botBack: Record<never, never>;
  /** With the call-back that was filed. */
  nobodyCame: { number: string; promises: readonly Promised[] };
  /** The call-back is filed; how to reach the customer beside the conversation. */
  askReach: Record<never, never>;
  filedByAgent: { number: string; promises: readonly Promised[] };
  bookedByAgent: { number: string; kind: Names; from: Instant; to: Instant; place: Names | string };

  // survey
  offerSurvey: Record<never, never>;
  /** `number`: of the case it is about; null after a person. */
  askSolved: { number: string | null };
  askRating: { what: Names };
  ratingOut: Record<never, never>;
  askRecommend: Record<never, never>;
  askSurveyWords: Record<never, never>;
  surveyThanks: Record<never, never>;
  /** Ended early; `some`: something was answered. */
  surveyEnded: { some: boolean };
  /** Not solved, or a low score. `reopened`: number of the case that is worked on again. */
  surveySorry: { reopened: string | null };

  // one customer on several channels
  askLinkCode: Record<never, never>;
  linkCode: { code: string };
  linkCodeShape: { digits: number };
  linkWrong: { left: number };
  linkExpired: Record<never, never>;
  linkLocked: { hotline: string };
  /** A code that was given to this very customer. */
  linkSame: Record<never, never>;
  sureToLink: { cases: number; bookings: number };
  linked: { cases: number; bookings: number };
  sureToUnlink: Record<never, never>;
  unlinked: Record<never, never>;
  /** A deletion was asked for: how many other channels no longer belong to the customer. */
  othersUnlinked: { count: number };

  // cases
  whichCase: Record<never, never>;
  askCaseNumber: Record<never, never>;
  caseNumberMistyped: Record<never, never>;
  caseNotFound: Record<never, never>;
  askProof: Record<never, never>;
  proofWrong: Record<never, never>;
  proofLocked: { hotline: string };
  caseIs: { number: string; kind: Names; stage: Names; team: Names; openedAt: Instant; promises: readonly Promised[] };
  urged: { number: string; promises: readonly Promised[] };
  askAmendment: Record<never, never>;
  amended: { number: string };
  sureToWithdraw: { number: string };
  withdrawn: { number: string };
  cannotWithdraw: { number: string; stage: Names };
  /** Where branches are. */
  branches: { list: readonly Names[] };
  /** Asked for the nearest branch. */
  cannotLocate: Record<never, never>;
  noEarlierSlot: Record<never, never>;
  /** The customer's own word has closed it. */
  caseConfirmed: { number: string };
  /** The customer's own word has opened it again; a person follows. */
  caseReopened: { number: string; promises: readonly Promised[] };
  stageChanged: { number: string; stage: Names; note: string | null };
}
export type MessageName = keyof Messages;

/** A quick reply: `value` is what the question reads, `label` what the customer sees and may also type. */
export interface Choice {
  readonly value: string;
  readonly label: Names;
}

export type Card =
  | { readonly kind: 'case'; readonly number: string; readonly title: Names; readonly rows: readonly Row[] }
  /** A date and slot picker; each value is also accepted when typed as its label. */
  | {
      readonly kind: 'slots';
      readonly days: readonly {
        readonly label: Names;
        readonly slots: readonly (Choice & { readonly left: number })[];
      }[];
    };

/** A named reply with its facts: what is said, not how. */
export type Say = {
  [N in MessageName]: {
    readonly name: N;
    readonly facts: Messages[N];
    readonly choices?: readonly Choice[];
    readonly card?: Card;
    readonly file?: MadeFile;
  };
}[MessageName];

/** Builds a reply; `more` adds quick replies or a card. */
export function say<N extends MessageName>(
  name: N,
  ...[facts, more]: Messages[N] extends Record<never, never>
    ? [facts?: Messages[N], more?: { choices?: readonly Choice[]; card?: Card; file?: MadeFile }]
    : [facts: Messages[N], more?: { choices?: readonly Choice[]; card?: Card; file?: MadeFile }]
): Say {
  return { name, facts: facts ?? {}, ...more } as Say;
}
