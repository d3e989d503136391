import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Books, openLedger } from '../../adapters/ledger/index.ts';
import { WebhookSender } from '../../adapters/webhooks/sender.ts';
import type { NewWebhook } from '../../adapters/webhooks/store.ts';
import type { Transcript } from '../../adapters/webhooks/transcript.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { aComplaint, aKey, HOUR, openAt } from '../contracts/ledgerFixtures.ts';
import { addWebhook, HOOK_SECRET } from '../contracts/ledgerWebhookFixtures.ts';
import { Receiver } from './receiver.ts';

describe('the sender of webhooks', function () {
  this.timeout(20_000);
  let folder: string;
  let ledger: Books;
  let receiver: Receiver;
  let now: number;
  let logged: string[];
  let failures: unknown[];
  let senders: WebhookSender[];
  let hook: string;

  const open = (): ReturnType<typeof openLedger> => openAt({ file: join(folder, 'ledger.db') });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-webhooks-'));
    ledger = await open();
    receiver = new Receiver();
    await receiver.listen();
    now = Date.now();
    [logged, failures, senders] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(senders.map((each) => each.stop()));
    await receiver.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(failures, []);
  });

  const nothingSaid: Transcript = async () => [];
  /** Started by hand; its clock is the test's. */
  const sender = (more: Partial<ConstructorParameters<typeof WebhookSender>[0]> = {}): WebhookSender => {
    const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
    const made = new WebhookSender({
      ...{ webhooks: ledger.webhooks, transcript: nothingSaid, privateHosts: [], now: () => now },
      ...{ log: { info: write, warn: write, error: write }, failed: (error: unknown) => void failures.push(error) },
      ...{ timeoutMs: 1500, leaseMs: 2000 },
      ...more,
    });
    senders.push(made);
    return made;
  };
  const add = async (more: Partial<NewWebhook> = {}) => {
    hook = (await addWebhook(ledger, { url: receiver.url, ...more }, now)).id;
  };
  const register = async (): Promise<CaseNumber> => (await ledger.cases.register(aComplaint(), aKey(), now)).number;
  const urge = (number: CaseNumber) =>
    ledger.cases.note(number, { by: 'customer', what: 'urged', detail: null, note: null }, aKey(), now);
  const state = async () => (await ledger.webhooks.list()).find(({ id }) => id === hook);
  const settled = async (waiting: number): Promise<void> => {
    for (let i = 0; (await state())?.waiting !== waiting; i++) {
      assert.ok(i < 200, `not ${waiting} wait, but ${(await state())?.waiting}`);
      await sleep(25);
    }
  };
  /** Lets an attempt that fails end, so that its end is written down. */
  const failed = async (outcome: string): Promise<void> => {
    for (let i = 0; (await state())?.lastFailure?.outcome !== outcome; i++) {
      assert.ok(i < 200, `no failure ${outcome}, but ${(await state())?.lastFailure?.outcome}`);
      await sleep(25);
    }
  };
  const events = () => receiver.got.map(({ json }) => json.event);

  it('signs the bytes it sends, and says which event it is', async () => {
    await add();
    const number = await register();
    await sender().tick();
    await receiver.until(1);
    await settled(0);
    const [one] = receiver.got;
    assert.ok(one);
    const signature = `sha256=${createHmac('sha256', HOOK_SECRET).update(one.raw).digest('hex')}`;
    assert.equal(one.headers['x-shouwen-signature'], signature);
    assert.equal(one.headers['x-shouwen-event'], 'case.registered');
    assert.equal(one.headers['x-shouwen-id'], one.json.id);
    assert.equal(one.headers['x-shouwen-timestamp'], new Date(now).toISOString());
    assert.match(one.headers['content-type'] ?? '', /^application\/json/);
    assert.deepEqual(
      [one.json.event, one.json.subject, one.json.at],
      ['case.registered', number, new Date(now).toISOString()],
    );
    await sender().tick();
    await sleep(50);
    assert.equal(receiver.got.length, 1, 'what was taken is not sent again');
  });

  it('sends a subject in order, also when one fails and is tried again', async () => {
    await add();
    const number = await register();
    for (let i = 0; i < 4; i++) await urge(number);
    let attempts = 0;
    receiver.behave = ({ json }) => {
      attempts += json.event === 'case.registered' ? 1 : 0;
      return attempts < 3 ? { status: 503 } : { status: 200 };
    };
    const one = sender();
    for (const wait of [0, 2000, 5000]) {
      now += wait;
      const before = receiver.got.length;
      await one.tick();
      await receiver.until(before + 1);
      await sleep(50);
    }
    await settled(0);
    assert.deepEqual(events(), [
      ...['case.registered', 'case.registered', 'case.registered'],
      ...['case.urged', 'case.urged', 'case.urged', 'case.urged'],
    ]);
    assert.equal(new Set(receiver.got.slice(0, 3).map(({ json }) => json.id)).size, 1);
    const sequences = receiver.got.slice(2).map(({ json }) => Number(json.sequence));
    assert.deepEqual(
      sequences,
      sequences.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(sequences).size, 5);
  });

  for (const [what, behaviour, outcome] of [
    ['answers with a fault', { status: 500 }, '500'],
    ['refuses', { status: 404 }, '404'],
    ['never answers', 'silent', 'timeout'],
    ['answers too late', { status: 200, afterMs: 900 }, 'timeout'],
    ['cuts the line', 'cut', 'ECONNRESET'],
  ] as const) {
    it(`tries again when the receiver ${what}`, async () => {
      await add();
      await register();
      receiver.behave = () => behaviour;
      const one = sender({ timeoutMs: 500 });
      await one.tick();
      await failed(outcome);
      await one.tick();
      await sleep(50);
      assert.equal(receiver.got.length, 1, 'not before its time');
      receiver.behave = () => ({ status: 204 });
      now += 2000;
      await one.tick();
      await settled(0);
      assert.equal(receiver.got.length, 2);
      assert.equal(receiver.got[0]?.json.id, receiver.got[1]?.json.id);
      assert.deepEqual(receiver.got[0]?.raw, receiver.got[1]?.raw);
      assert.ok(logged.some((line) => line.includes(outcome)));
      assert.doesNotMatch(
        logged.join('\n'),
        /127\.0\.0\.1|TS\d{8}|receiver/,
        'neither bodies nor addresses are logged',
      );
    });
  }

  it('follows no redirect', async () => {
    const other = new Receiver();
    await other.listen();
    await add();
    await register();
    receiver.behave = () => ({ status: 307, location: other.url });
    await sender().tick();
    await failed('307');
    assert.equal(other.got.length, 0);
    await other.close();
  });

  it('removes a webhook that says it is gone', async () => {
    await add();
    await register();
    receiver.behave = () => ({ status: 410 });
    await sender().tick();
    await receiver.until(1);
    for (let i = 0; (await state()) !== undefined; i++) {
      assert.ok(i < 100, 'it is still there');
      await sleep(20);
    }
  });

  it('gives an event up after 24 hours, shows it, and goes on with the next', async () => {
    await add();
    const number = await register();
    await urge(number);
    receiver.behave = ({ json }) => ({ status: json.event === 'case.registered' ? 500 : 200 });
    const one = sender();
    await one.tick();
    await failed('500');
    now += 24 * HOUR - 1;
    await one.tick();
    await receiver.until(2);
    await sleep(50);
    assert.equal((await state())?.dead, 0);
    now += 1000;
    await one.tick();
    await settled(0);
    assert.equal((await state())?.dead, 1);
    assert.deepEqual(events(), ['case.registered', 'case.registered', 'case.registered', 'case.urged']);
  });

  it('keeps a slow receiver from holding up another', async () => {
    await add();
    const quick = new Receiver();
    await quick.listen();
    await addWebhook(ledger, { url: quick.url }, now);
    receiver.behave = () => 'silent';
    for (let i = 0; i < 12; i++) await register();
    await sender({ timeoutMs: 1500, leaseMs: 20_000 }).tick();
    await quick.until(12);
    assert.equal(receiver.got.length, 4, 'no more than so many at once');
    await quick.close();
  });

  it('sends again what a dead process had claimed, before what came after it', async () => {
    await add();
    const number = await register();
    await urge(number);
    // claimed, perhaps even sent, and never settled
    assert.equal((await ledger.webhooks.claim(hook, now, 2000, 10)).length, 1);
    const one = sender();
    await one.tick();
    await sleep(50);
    assert.deepEqual(events(), [], 'its lease is not over');
    now += 2001;
    await one.tick();
    await settled(0);
    assert.deepEqual(events(), ['case.registered', 'case.urged']);
  });

  it('sends again what a process killed -9 was sending, before what came after it', async () => {
    await add();
    const number = await register();
    for (let i = 0; i < 3; i++) await urge(number);
    const child = fork(join(import.meta.dirname, 'child.ts'), [join(folder, 'ledger.db')]);
    receiver.behave = () => {
      // the second is on its way, neither answered nor settled
      if (receiver.got.length === 2) child.kill('SIGKILL');
      return receiver.got.length === 2 ? 'silent' : { status: 200 };
    };
    await once(child, 'exit');
    assert.deepEqual(events(), ['case.registered', 'case.urged']);
    now = Date.now() + 20_001;
    await sender().tick();
    await settled(0);
    assert.deepEqual(events(), ['case.registered', ...['case.urged', 'case.urged', 'case.urged', 'case.urged']]);
    const ids = receiver.got.map(({ json }) => json.id);
    assert.equal(ids[1], ids[2], 'the one that was on its way, before those behind it');
    assert.equal(new Set(ids).size, 4);
  });

  it('sends again what it was sending when it was stopped', async () => {
    await add();
    const number = await register();
    await urge(number);
    receiver.behave = () => 'silent';
    const one = sender({ timeoutMs: 5000, leaseMs: 20_000 });
    await one.tick();
    await receiver.until(1);
    await one.stop();
    receiver.behave = () => ({ status: 200 });
    await sender().tick();
    await settled(0);
    assert.deepEqual(events(), ['case.registered', 'case.registered', 'case.urged']);
  });

  it('sends nothing when it stood still so long that another may have the event', async () => {
    await add();
    await register();
    let asked = 0;
    // the clock jumps between the claim and the sending
    const stalled = sender({ now: () => (asked++ < 2 ? now : now + 600) });
    await stalled.tick();
    await sleep(100);
    await stalled.stop();
    assert.deepEqual(events(), []);
    now += 2001;
    await sender().tick();
    await settled(0);
    assert.deepEqual(events(), ['case.registered']);
  });

  it('sends from two instances at once: each event, in order, once', async () => {
    await add();
    const other = await open();
    const numbers: CaseNumber[] = [];
    for (let i = 0; i < 8; i++) numbers.push(await register());
    for (let i = 0; i < 3; i++) for (const number of numbers) await urge(number);
    receiver.behave = ({ json }) => ({ status: 200, afterMs: Number(json.sequence) % 7 });
    const more = { timeoutMs: 10_000, leaseMs: 20_000 };
    const pair = [sender(more), sender({ ...more, webhooks: other.webhooks })];
    await Promise.all(pair.map((each) => each.tick()));
    for (let i = 0; (await state())?.waiting !== 0; i++) {
      assert.ok(i < 100, 'all are told');
      await Promise.all(pair.map((each) => each.tick()));
      await sleep(30);
    }
    assert.equal(receiver.got.length, 32);
    for (const number of numbers) {
      const sequences = receiver.got.filter(({ json }) => json.subject === number).map(({ json }) => json.sequence);
      assert.deepEqual(
        sequences,
        sequences.toSorted((a, b) => Number(a) - Number(b)),
      );
    }
    await Promise.all(pair.map((each) => each.stop()));
    await other.close();
  });
});
