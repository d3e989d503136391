import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { blindIndex } from '../../adapters/crypto/blindIndex.ts';
import { sealer } from '../../adapters/crypto/sealer.ts';
import { type Books, type LedgerHome, openLedger } from '../../adapters/ledger/index.ts';
import type { NewBooking, Slot } from '../../domain/appointments/booking.ts';
import type { Clock, NewCase } from '../../domain/cases/case.ts';
import type { Brand, ConversationId, CustomerId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import { manualSchema } from '../../domain/manual/schema.ts';

const yaml = readFileSync(new URL('../../domain/manual/telecom.yaml', import.meta.url), 'utf8');
export const manual = manualSchema.parse(parse(yaml));

const testKey = (name: string) => createHash('sha256').update(name).digest();
export const testSealer = sealer([{ id: 'test', key: testKey('seal') }]);
export const testIndex = blindIndex(testKey('index'), 'phone');

/** A ledger with the test's keys and the operator's manual. */
export const openAt = (home: LedgerHome, random: () => number = Math.random): Promise<Books> =>
  openLedger({ ...home, manual, sealer: testSealer, blindIndex: testIndex, zone: 'Asia/Shanghai', random });

const brand = <B extends string>(text: string) => text as Brand<string, B>;
let count = 0;
/** A new text each time, also across processes. */
export const fresh = (what: string): string => `${what}-${process.pid}-${++count}`;
export const aKey = (text = fresh('key')): IdempotencyKey => brand<'IdempotencyKey'>(text);
export const aCustomer = (text = fresh('customer')): CustomerId => brand<'CustomerId'>(text);
export const aConversation = (text = fresh('conversation')): ConversationId => brand<'ConversationId'>(text);
export const aCaseNumber = (text: string) => brand<'CaseNumber'>(text);
export const aBookingNumber = (text: string) => brand<'BookingNumber'>(text);

export const NOON: Instant = Date.UTC(2026, 10, 23, 4);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const aClock = (name: string, limit: Instant, more: Partial<Clock> = {}): Clock => ({
  ...{ name, target: limit, limit, pausedMs: 0, pausedSince: null, metAt: null },
  ...more,
});

export const aComplaint = (more: Partial<NewCase> = {}): NewCase => ({
  kind: 'complaint',
  category: 'billing-plan',
  alsoCategories: ['service-quality'],
  severity: 'moderate',
  level: null,
  customer: aCustomer(),
  conversation: aConversation(),
  channel: 'web',
  language: 'zh-Hans',
  area: 'sz-nanshan',
  owner: 'complaints-desk',
  answers: { story: '上个月多扣了三十块', times: 2, refund: true, since: null, bills: ['十月', '十一月'] },
  clocks: [
    aClock('complaint-registered', NOON + 24 * HOUR, { metAt: NOON }),
    aClock('complaint-classified', NOON + 48 * HOUR),
    aClock('complaint-resolved', NOON + 100 * HOUR),
  ],
  links: [],
  ...more,
});

export const aSlot = (start: Instant): Slot => ({ id: new Date(start).toISOString(), start, end: start + 2 * HOUR });

export const aVisit = (more: Partial<NewBooking> = {}): NewBooking => ({
  kind: 'repair',
  service: 'broadband',
  place: fresh('place'),
  slot: aSlot(NOON + 24 * HOUR),
  capacity: 3,
  customer: aCustomer(),
  conversation: aConversation(),
  channel: 'web',
  language: 'en',
  contact: { name: '王小明', phone: '+8613800138000', address: '深圳市南山区科苑南路 1 号' },
  case: null,
  remindAt: NOON + 22 * HOUR,
  ...more,
});
