import type { Instant } from '../ids.ts';
import type { Holdings } from './personalData.ts';

/** Milliseconds for which the address of a copy opens it. */
export const EXPORT_MS: Instant = 60 * 60 * 1000;
export const EXPORT_NAME = 'personal-data.json';

const iso = (at: Instant): string => new Date(at).toISOString();

/** A copy of everything that is held, to be read by people and machines (CSG 7.4.3). */
export function exportOf({ contact, addresses, cases, bookings, consents, surveys, sources }: Holdings, at: Instant) {
  return {
    madeAt: iso(at),
    name: contact.name,
    phone: contact.phone,
    addresses: [...addresses],
    cases: cases.map(({ number, kind, stage, openedAt, answers, notes, keptUntil }) => ({
      ...{ number, kind, stage, openedAt: iso(openedAt), answers: { ...answers }, notes: [...notes] },
      keptUntil: keptUntil === null ? null : iso(keptUntil),
    })),
    bookings: bookings.map(({ number, state, slot, contact: whom }) => ({
      ...{ number, state, from: iso(slot.start), to: iso(slot.end), contact: { ...whom } },
    })),
    consents: consents.map(({ purpose, channel, given, at: when }) => ({ purpose, channel, given, at: iso(when) })),
    surveys: surveys.map(({ at: when, words }) => ({ at: iso(when), words })),
    channels: sources.map(({ channel, lastAt }) => ({ channel, lastAt: iso(lastAt) })),
  };
}
