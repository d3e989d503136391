import { maskName, maskPlace } from '../domain/customers/masked.ts';
import type { Holdings } from '../domain/customers/personalData.ts';
import type { Names } from '../domain/ids.ts';
import { dateName } from '../locales/format.ts';
import { FIELDS, GIVEN, HELD, NONE_HELD, PURPOSE_NAMES } from '../locales/labels.ts';
import type { Row } from '../locales/messages.ts';
import { maskPhone } from './questions/contact.ts';
import type { Scene } from './scene.ts';

/** As many of a kind as one message names. */
const MOST = 10;

type Written = Names | string;
const joined = (parts: readonly Written[]): Names => {
  const of = (language: keyof Names) =>
    parts.map((part) => (typeof part === 'string' ? part : part[language])).join(' · ');
  return { 'zh-Hans': of('zh-Hans'), 'zh-Hant': of('zh-Hant'), en: of('en') };
};

/** What is held, item by item and masked (manual section 10). */
export function heldRows(held: Holdings, scene: Scene): Row[] {
  const { contact, addresses, cases, bookings, consents } = held;
  const { manual, zone } = scene;
  const rows: Row[] = [
    { label: FIELDS.name, value: contact.name === null ? NONE_HELD : maskName(contact.name) },
    { label: FIELDS.phone, value: contact.phone === null ? NONE_HELD : maskPhone(contact.phone) },
    ...addresses.slice(0, MOST).map((place) => ({ label: FIELDS.address, value: maskPlace(place) })),
    ...cases.slice(0, MOST).map(({ number, kind, stage, openedAt }) => ({
      label: FIELDS.case,
      value: joined([number, manual.caseKinds[kind].names, manual.stages[stage].names, dateName(openedAt, zone)]),
    })),
    ...bookings.slice(0, MOST).map(({ number, slot }) => ({
      label: FIELDS.booking,
      value: joined([number, dateName(slot.start, zone)]),
    })),
    ...consents.slice(0, MOST).map(({ purpose, channel, given, at }) => ({
      label: FIELDS.consent,
      value: joined([PURPOSE_NAMES[purpose], channel, given ? GIVEN.yes : GIVEN.no, dateName(at, zone)]),
    })),
  ];
  const more = [cases, bookings].reduce((sum, all) => sum + Math.max(0, all.length - MOST), 0);
  const words = held.surveys.length > 0 ? [{ label: HELD.surveys, value: String(held.surveys.length) }] : [];
  return [...rows, ...words, ...(more > 0 ? [{ label: HELD.more, value: String(more) }] : [])];
}

/** The same and all that was told, whole: for channels that take no files. */
export function wholeRows(held: Holdings, scene: Scene): Row[] {
  const { manual, zone } = scene;
  const { contact, addresses, cases, bookings, consents, surveys } = held;
  return [
    ...(contact.name === null ? [] : [{ label: FIELDS.name, value: contact.name }]),
    ...(contact.phone === null ? [] : [{ label: FIELDS.phone, value: contact.phone }]),
    ...addresses.map((value) => ({ label: FIELDS.address, value })),
    ...cases.flatMap(({ number, kind, openedAt, answers, notes }) => [
      { label: FIELDS.case, value: joined([number, manual.caseKinds[kind].names, dateName(openedAt, zone)]) },
      ...Object.entries(answers)
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => ({ label: labelOf(key), value: String(value) })),
      ...notes.map((value) => ({ label: FIELDS.what, value })),
    ]),
    ...bookings.map(({ number, slot, contact: whom }) => ({
      label: FIELDS.booking,
      value: joined([
        number,
        dateName(slot.start, zone),
        ...[whom.name, whom.phone, whom.address].filter((x) => x !== null),
      ]),
    })),
    ...consents.map(({ purpose, channel, given, at }) => ({
      label: FIELDS.consent,
      value: joined([PURPOSE_NAMES[purpose], channel, given ? GIVEN.yes : GIVEN.no, dateName(at, zone)]),
    })),
    ...surveys.map(({ words }) => ({ label: HELD.surveys, value: words })),
  ];
}

function labelOf(key: string): Names {
  const labels: Readonly<Record<string, Names>> = FIELDS;
  return labels[key] ?? { 'zh-Hans': key, 'zh-Hant': key, en: key };
}
