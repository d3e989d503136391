import { EXPORT_MS, EXPORT_NAME, exportOf } from '../domain/customers/exportFile.ts';
import type { Proved } from '../domain/customers/identity.ts';
import type { ContactField, Holdings } from '../domain/customers/personalData.ts';
import { CORRECTIONS } from '../locales/labels.ts';
import { type Row, type Say, type Staying, say } from '../locales/messages.ts';
import { caseCard, fileCase, promises } from './file.ts';
import type { Submitted } from './form.ts';
import { heldRows, wholeRows } from './privacyRows.ts';
import type { Right } from './privacyWords.ts';
import { withdrawConsent } from './questions/consent.ts';
import { maskPhone } from './questions/contact.ts';
import { keyOf, type Scene } from './scene.ts';

export type PrivacyAnswers = {
  wish: Right;
  proof?: string | undefined;
  field?: ContactField | 'other' | undefined;
  value?: string | undefined;
  what?: string | undefined;
  sure?: 'yes' | 'no' | undefined;
};

export interface PrivacyFacts {
  readonly held: Holdings;
  /** Who writes must prove first that they know the number that is held. */
  readonly unproved: boolean;
  /** What came of the proof of this turn; null without one. */
  readonly proved: Proved | null;
}

const CUSTOMER = { by: 'customer', case: null } as const;
/** Rows of a copy in one message, and messages at most: where no file can be handed over. */
const PART_ROWS = 12;
const MOST_PARTS = 8;

/** Ends a correction of what is not held; null where it is. */
export function nothingToCorrect(given: Partial<PrivacyAnswers>, { held, unproved }: PrivacyFacts): Submitted | null {
  const { wish, field, proof } = given;
  if (wish !== 'correct' || field === undefined || field === 'other' || (unproved && proof === undefined)) return null;
  const { contact, cases, bookings, addresses } = held;
  const stands = (key: 'phone' | 'name') =>
    contact[key] !== null ||
    [...cases.map((c) => c.answers[key]), ...bookings.map((b) => b.contact[key])].some(Boolean);
  const isHeld = field === 'address' ? addresses.length > 0 : stands(field);
  return isHeld ? null : { kind: 'done', says: [say('nothingToCorrect', { what: CORRECTIONS[field] })] };
}

/** What the customer asked for, done at once as far as it can be. */
export async function carryOut(
  given: PrivacyAnswers,
  { held }: PrivacyFacts,
  scene: Scene,
  instance: string,
): Promise<Submitted> {
  switch (given.wish) {
    case 'see':
      return done(say('privacyShown', { rows: heldRows(held, scene) }));
    case 'export':
      return done(...(await handOver(held, scene, instance)));
    case 'correct':
      return correct(given, scene, instance);
    case 'withdraw': {
      if (given.sure === 'no') return done(say('kept'));
      await withdrawConsent(scene, instance);
      return done(say('consentWithdrawn', await forget(scene, instance)));
    }
    case 'delete':
      return given.sure === 'no' ? done(say('kept')) : erase(given, scene, instance);
  }
}

const done = (...says: Say[]): Submitted => ({ kind: 'done', says });

/** Deletes what can go, and gives what stays and until when. */
async function forget(scene: Scene, instance: string): Promise<Staying> {
  const { conversationDays: chatDays, caseDays } = scene.manual.retention;
  const key = keyOf(scene, instance, 'forget');
  const left = await scene.ledger.personalData.forget(scene.customer, 'contact', CUSTOMER, key, scene.now);
  return { ...left, chatDays, caseDays };
}

/** As a file where one can be handed over, else in parts. */
async function handOver(held: Holdings, scene: Scene, instance: string): Promise<Say[]> {
  const key = keyOf(scene, instance, 'export');
  await scene.ledger.personalData.exported(scene.customer, CUSTOMER, key, scene.now);
  if (scene.takesFiles) {
    const content = JSON.stringify(exportOf(held, scene.now), null, 2);
    const file = { name: EXPORT_NAME, contentType: 'application/json', content };
    return [say('exported', { until: scene.now + EXPORT_MS }, { file })];
  }
  const rows = wholeRows(held, scene);
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows.length / PART_ROWS)));
  const partAt = (at: number): readonly Row[] => rows.slice(at * PART_ROWS, (at + 1) * PART_ROWS);
  const more = rows.length > MOST_PARTS * PART_ROWS;
  return Array.from({ length: parts }, (_, at) =>
    say('exportPart', { rows: partAt(at), part: at + 1, parts, more: more && at + 1 === parts }),
  );
}

async function correct(given: PrivacyAnswers, scene: Scene, instance: string): Promise<Submitted> {
  const { field, value, what, sure } = given;
  if (field === undefined || field === 'other' || value === undefined)
    return ask({ field: 'other', words: what ?? scene.heard.text.slice(0, 500) }, 'correct', [], scene, instance);
  if (sure === 'no') return { kind: 'again', says: [], clear: ['value', 'sure'] };
  const key = keyOf(scene, instance, `correct/${scene.message}`);
  const { personalData } = scene.ledger;
  const changed = await personalData.correct(scene.customer, field, value, CUSTOMER, key, scene.now);
  const shown = field === 'phone' ? maskPhone(value) : value;
  const places = { cases: changed.cases.length, bookings: changed.bookings.length };
  return done(say('corrected', { what: CORRECTIONS[field], value: shown, ...places }));
}

/** What can go goes now; whether work under way may end early, a person decides. */
async function erase(given: PrivacyAnswers, scene: Scene, instance: string): Promise<Submitted> {
  const { customers } = scene.ledger;
  const left = await forget(scene, instance);
  const parted = await customers.unlinkOthers(
    scene.customer,
    scene.source,
    keyOf(scene, instance, 'unlink'),
    scene.now,
  );
  const says = [...(parted > 0 ? [say('othersUnlinked', { count: parted })] : []), say('dataDeleted', left)];
  if (left.open.length === 0) return done(...says);
  const words = given.what ?? scene.heard.text.slice(0, 500);
  const asked = await ask({ words }, 'delete', left.open, scene, instance);
  return asked.kind === 'done' ? done(...says, ...asked.says) : asked;
}

/** A case for what a person must decide, with its clock. */
async function ask(
  answers: Readonly<Record<string, string>>,
  wish: Right,
  links: readonly string[],
  scene: Scene,
  instance: string,
): Promise<Submitted> {
  const filed = await fileCase(
    { kind: 'privacy', category: wish, answers: { wish, ...answers }, links },
    scene,
    instance,
  );
  const facts = { number: filed.number, promises: promises(scene.manual, filed) };
  return done(say('privacyTaken', facts, { card: caseCard(scene.manual, filed) }));
}
