import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Case } from '../../domain/cases/case.ts';
import { phonesOf, stayingOf } from '../../domain/customers/personalData.ts';
import type { CustomerId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import {
  aComplaint,
  aConversation,
  aKey,
  aVisit,
  fresh,
  HOUR,
  manual,
  NOON,
  openAt,
  testSealer,
} from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const PHONE = '+8613800138000';
const NAME = '欧阳修远';
const ADDRESS = '深圳市南山区科苑南路 1 号';
const CONTACT = { name: NAME, phone: PHONE, address: ADDRESS };
const CUSTOMER = { by: 'customer', case: null } as const;
const DAY = 24 * HOUR;
const KEPT = manual.retention.caseDays * DAY;
const texts = z.array(z.record(z.string(), z.unknown()));

/** Everything sealed that hangs on a customer, opened behind the ledger's back from the raw rows. */
async function rawOf(home: TestHome, customer: CustomerId): Promise<string> {
  const rows = async (query: string) => texts.parse(await home.sql(query));
  const place = (...parts: string[]) => JSON.stringify(parts);
  const open = (sealed: unknown, ...parts: string[]) =>
    typeof sealed === 'string' ? testSealer.open(sealed, place(...parts)) : '';
  const said: string[] = [];
  for (const row of await rows(`select * from customers where id = '${customer}'`))
    said.push(
      open(row.name, 'customers', customer, 'name'),
      open(row.phone, 'customers', customer, 'phone'),
      `index ${row.phone_index}`,
    );
  for (const row of await rows(`select * from cases where customer = '${customer}' order by number`))
    said.push(open(row.answers, 'cases', String(row.number), 'answers'));
  for (const row of await rows(
    `select * from history where case_number in (select number from cases where customer = '${customer}')`,
  ))
    said.push(open(row.note, 'history', `${row.case_number}/${row.seq}`, 'note'));
  for (const row of await rows(`select * from bookings where customer = '${customer}'`))
    said.push(open(row.contact, 'bookings', String(row.number), 'contact'));
  for (const row of await rows(`select * from surveys where customer = '${customer}'`))
    said.push(open(row.words, 'surveys', String(row.key), 'words'));
  for (const row of await rows(`select * from handoffs where customer = '${customer}'`))
    said.push(open(row.briefing, 'handoffs', String(row.id), 'briefing'));
  return said.join('\n');
}

const holds = (raw: string, ...words: string[]) => words.filter((word) => raw.includes(word));

export function ledgerPersonalData(makeHome: MakeHome): void {
  describe('rights over personal data', () => {
    let home: TestHome;
    let ledger: Ledger;
    before(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    after(async () => {
      await ledger.close();
      home.remove();
    });

    const aSource = () => ({ channel: 'wechat', account: 'gh_1', sourceId: fresh('openid') });
    const key = (): IdempotencyKey => aKey();

    async function someone() {
      const source = aSource();
      const conversation = aConversation();
      const { customer } = await ledger.customers.seen(source, { conversation, reference: '{}' }, NOON);
      await ledger.customers.saveContact(customer, { name: NAME, phone: PHONE }, key(), NOON);
      return { source, customer, conversation };
    }
    const file = (customer: CustomerId, more: Partial<Case> = {}): Promise<Case> => {
      const story = `我叫${NAME}，电话13800138000，住${ADDRESS}，宽带每天断线`;
      const answers = { story, name: NAME, phone: PHONE, place: ADDRESS, service: 'broadband' };
      return ledger.cases.register(aComplaint({ customer, answers, clocks: [], ...more }), key(), NOON);
    };
    async function close({ number }: Case, at: Instant = NOON + HOUR) {
      const by = { by: 'customer', note: `回电 138 打 13800138000 找${NAME}` };
      const moved = await ledger.cases.move(number, 'withdrawn', by, key(), at);
      assert.equal(moved.kind, 'moved');
    }
    const survey = (customer: CustomerId) =>
      ledger.surveys.record(
        {
          ...{ subject: 'x', customer, conversation: aConversation(), agent: null, at: NOON },
          answers: {
            ...{ solved: true, quality: 5, efficiency: null, attitude: null, response: null, recommend: null },
            words: `谢谢，${NAME}`,
          },
        },
        key(),
      );
    const forget = (customer: CustomerId, what: 'contact' | 'records' = 'contact', at = NOON + 2 * HOUR) =>
      ledger.personalData.forget(customer, what, CUSTOMER, key(), at);

    it('shows all that is held, with until when', async () => {
      const { customer } = await someone();
      const [open, closed] = [await file(customer), await file(customer)];
      await close(closed);
      await ledger.bookings.book(aVisit({ customer, contact: CONTACT }), key(), NOON);
      await survey(customer);
      const held = await ledger.personalData.held(customer);
      assert.deepEqual(held.contact, { name: NAME, phone: PHONE });
      assert.deepEqual(held.addresses, [ADDRESS]);
      assert.deepEqual(phonesOf(held), [PHONE]);
      assert.equal(held.surveys.length, 1);
      assert.equal(held.sources.length, 1);
      const staying = stayingOf(held, NOON);
      assert.deepEqual(staying.open, [open.number]);
      assert.deepEqual(staying.closed, [{ number: closed.number, until: NOON + HOUR + KEPT }]);
      assert.equal(staying.bookings.length, 1);
    });

    it('takes name, phone and address out of everything that may be forgotten, in the raw rows', async () => {
      const { customer } = await someone();
      await close(await file(customer));
      const visit = await ledger.bookings.book(aVisit({ customer, contact: CONTACT }), key(), NOON);
      assert.ok(visit.kind === 'booked');
      await ledger.bookings.settle(visit.booking.number, { state: 'done', by: null }, key(), NOON + 24 * HOUR);
      await survey(customer);
      const before = await rawOf(home, customer);
      assert.equal(holds(before, NAME, '13800138000', ADDRESS).length, 3, 'the search finds what is there');
      await forget(customer);
      const raw = await rawOf(home, customer);
      assert.deepEqual(holds(raw, NAME, '欧阳', '13800138000', '0013800', ADDRESS, '科苑'), []);
      assert.ok(raw.includes('断线'), 'the record stays for its time');
      assert.ok(raw.includes('index null'));
      assert.deepEqual(await ledger.customers.findByPhone(PHONE).then((all) => all.includes(customer)), false);
      assert.equal((await ledger.customers.sources(customer))[0]?.assurance, 'none');
    });

    it('leaves open cases and visits to come their contact, and takes it when they are over', async () => {
      const { customer } = await someone();
      const open = await file(customer);
      const visit = await ledger.bookings.book(aVisit({ customer, contact: CONTACT }), key(), NOON);
      assert.ok(visit.kind === 'booked');
      const { number, slot } = visit.booking;
      await forget(customer);
      await ledger.personalData.forgetOver(slot.end - 1);
      assert.equal((await ledger.cases.find(open.number))?.answers.phone, PHONE);
      assert.equal((await ledger.bookings.find(number))?.contact.phone, PHONE);
      await ledger.personalData.forgetOver(slot.end);
      assert.equal((await ledger.bookings.find(number))?.contact.phone, null);
      await close(open, slot.end);
      await ledger.personalData.forgetOver(slot.end);
      const found = await ledger.cases.find(open.number);
      assert.equal(found?.answers.phone, null);
      assert.equal(found?.answers.service, 'broadband');
      assert.deepEqual(holds(await rawOf(home, customer), NAME, '13800138000', ADDRESS), []);
    });

    it('destroys what was told in a case when its retention has passed, of everybody, and not before', async () => {
      const { customer } = await someone();
      const [closed, open] = [await file(customer), await file(customer)];
      await close(closed);
      await ledger.personalData.expire(NOON + HOUR + KEPT - 1);
      assert.equal((await ledger.cases.find(closed.number))?.answers.phone, PHONE);
      await ledger.personalData.expire(NOON + HOUR + KEPT);
      const found = await ledger.cases.find(closed.number);
      assert.deepEqual(found?.answers, {});
      assert.deepEqual(
        found?.history.filter(({ note }) => note !== null),
        [],
      );
      assert.equal(found?.stage, 'withdrawn', 'the figures stay');
      assert.equal((await ledger.cases.find(open.number))?.answers.phone, PHONE);
      assert.deepEqual(
        (await ledger.personalData.held(customer)).cases.map((each) => each.number),
        [open.number],
      );
    });

    it('destroys the records of closed cases at once when a person decided so', async () => {
      const { customer } = await someone();
      const closed = await file(customer);
      await close(closed);
      await forget(customer, 'contact');
      await forget(customer, 'records');
      assert.ok(!(await rawOf(home, customer)).includes('断线'));
      assert.deepEqual((await ledger.personalData.held(customer)).cases, []);
    });

    it('removes where somebody wrote from when the chat has gone and nothing is left', async () => {
      const { customer, source } = await someone();
      const other = await someone();
      await forget(customer);
      const chat = manual.retention.conversationDays * DAY;
      await ledger.personalData.expire(NOON + chat - HOUR);
      assert.equal((await ledger.customers.sources(customer)).length, 1);
      await ledger.personalData.expire(NOON + chat + 2 * HOUR);
      assert.deepEqual(await ledger.customers.sources(customer), []);
      assert.equal((await ledger.customers.sources(other.customer)).length, 1, 'who is known is found again');
      assert.notEqual(await ledger.customers.ofSource(source, NOON + 2 * chat), customer);
    });

    it('puts a right number where the wrong one stood, and keeps the wrong one nowhere', async () => {
      const { customer } = await someone();
      const [open, closed] = [await file(customer), await file(customer)];
      await close(closed);
      const amended = { by: 'customer', what: 'amended', detail: null, note: `打13800138000` } as const;
      await ledger.cases.note(open.number, amended, key(), NOON);
      const visit = await ledger.bookings.book(aVisit({ customer, contact: CONTACT }), key(), NOON);
      assert.ok(visit.kind === 'booked');
      const once = key();
      const correct = () =>
        ledger.personalData.correct(customer, 'phone', '+8613900139000', CUSTOMER, once, NOON + HOUR);
      const done = await correct();
      assert.deepEqual(done, { cases: [open.number], bookings: [visit.booking.number] });
      assert.deepEqual(await correct(), done);
      assert.equal((await ledger.customers.contact(customer)).phone, '+8613900139000');
      assert.ok((await ledger.customers.findByPhone('+8613900139000')).includes(customer));
      assert.ok(!(await ledger.customers.findByPhone(PHONE)).includes(customer));
      const found = await ledger.cases.find(open.number);
      assert.equal(found?.answers.phone, '+8613900139000');
      assert.equal(found?.history.filter(({ detail }) => detail === 'phone').length, 1);
      assert.equal((await ledger.bookings.find(visit.booking.number))?.contact.phone, '+8613900139000');
      await forget(customer, 'records');
      assert.deepEqual(holds(await rawOf(home, customer), '13800138000'), []);
    });

    it('puts a right name and address in place of the wrong ones', async () => {
      const { customer } = await someone();
      const open = await file(customer);
      const visit = await ledger.bookings.book(aVisit({ customer, contact: CONTACT }), key(), NOON);
      assert.ok(visit.kind === 'booked');
      await ledger.personalData.correct(customer, 'name', '李四光', CUSTOMER, key(), NOON);
      await ledger.personalData.correct(customer, 'address', '福田区深南大道 9 号', CUSTOMER, key(), NOON);
      const found = await ledger.cases.find(open.number);
      assert.equal(found?.answers.name, '李四光');
      assert.equal(found?.answers.place, '福田区深南大道 9 号');
      assert.deepEqual((await ledger.bookings.find(visit.booking.number))?.contact, {
        ...{ name: '李四光', phone: PHONE, address: '福田区深南大道 9 号' },
      });
      assert.deepEqual(holds(await rawOf(home, customer), NAME, ADDRESS), []);
    });

    it('writes each deed into the audit, once', async () => {
      const { customer } = await someone();
      const once = key();
      const act = () => ledger.personalData.forget(customer, 'contact', CUSTOMER, once, NOON);
      await act();
      await act();
      await ledger.personalData.exported(customer, { by: 'staff-1', case: null }, key(), NOON);
      const lines = (await ledger.audit.list(50)).filter(({ subject }) => subject === customer);
      assert.deepEqual(
        lines.map(({ by, what, detail }) => [by, what, detail]),
        [
          ['staff-1', 'rights', 'export'],
          ['customer', 'rights', 'delete contact'],
        ],
      );
      assert.equal(await ledger.audit.verify(), null);
    });

    it('locks a source after five wrong proofs, for right ones too', async () => {
      const { source } = await someone();
      const prove = (right: boolean, at = NOON) => ledger.customers.prove(source, right, key(), at);
      assert.equal(await prove(true), 'right');
      for (const expected of ['wrong', 'wrong', 'wrong', 'wrong', 'locked']) assert.equal(await prove(false), expected);
      assert.equal(await prove(true), 'locked');
      assert.equal(await prove(true, NOON + 2 * HOUR), 'right');
      const same = key();
      const other = await someone();
      for (let again = 0; again < 7; again++)
        assert.equal(await ledger.customers.prove(other.source, false, same, NOON), 'wrong', 'a repeat counts once');
    });
  });
}
