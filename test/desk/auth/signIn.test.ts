import assert from 'node:assert/strict';
import { addressOf } from '../../../adapters/desk/auth/addresses.ts';
import { lockMs } from '../../../adapters/desk/auth/lockout.ts';
import { newPassword, weakness } from '../../../adapters/desk/auth/newPassword.ts';
import { hashPassword, verifyPassword } from '../../../adapters/desk/auth/passwords.ts';
import { createProofs } from '../../../adapters/desk/auth/proofs.ts';
import { HOUR, MINUTE } from '../../contracts/ledgerFixtures.ts';
import { openDesk, PASSWORD, type TestDesk } from './desk.ts';

describe('signing in', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const wrong = async (login: string, times: number): Promise<number[]> => {
    const statuses = [];
    for (let i = 0; i < times; i++) statuses.push((await desk.signIn(login, `wrong password ${i}`)).status);
    return statuses;
  };

  it('tells nobody whether a login is known', async () => {
    const { login } = await desk.account();
    const disabled = await desk.account();
    await desk.ledger.staff.update(disabled.id, { disabled: true });
    const known = await desk.signIn(login, 'wrong password');
    assert.equal(known.status, 401);
    assert.equal(known.headers.get('set-cookie'), null);
    assert.deepEqual((await desk.signIn('nobody', 'wrong password')).json, known.json);
    assert.deepEqual((await desk.signIn(disabled.login)).json, known.json);
    assert.deepEqual(await wrong(login, 4), [401, 401, 401, 401]);
    assert.deepEqual(await wrong('nobody', 4), [401, 401, 401, 401]);
    const [locked, unknown] = [await desk.signIn(login), await desk.signIn('nobody')];
    assert.deepEqual([locked.status, locked.json], [429, unknown.json]);
  });

  it('writes every refusal down, without what was typed', async () => {
    const { login, id } = await desk.account();
    await desk.signIn(login, 'a-mistyped-secret');
    await desk.signIn('typed-my-password-here', 'a-mistyped-secret');
    const lines = await desk.ledger.audit.list(2);
    const facts = { by: 'nobody', what: 'sign-in-refused', detail: 'password' };
    assert.deepEqual(
      lines.map(({ by, what, subject, detail }) => ({ by, what, subject, detail })),
      [
        { ...facts, subject: null },
        { ...facts, subject: id },
      ],
    );
    const written = JSON.stringify([lines, desk.running.logged]);
    assert.ok(!written.includes('mistyped') && !written.includes('typed-my'));
  });

  it('is closed after five failures for a minute, then for twice as long each time, the right password included', async () => {
    const { login } = await desk.account();
    assert.deepEqual(await wrong(login, 5), [401, 401, 401, 401, 401]);
    const locked = await desk.signIn(login);
    assert.deepEqual([locked.status, locked.headers.get('retry-after')], [429, '60']);
    assert.deepEqual(await desk.audited(1), ['sign-in-refused nobody locked']);
    desk.now += MINUTE - 1;
    assert.equal((await desk.signIn(login)).status, 429);
    desk.now += 1;
    assert.deepEqual(await wrong(login, 1), [401]);
    const longer = await desk.signIn(login);
    assert.deepEqual([longer.status, longer.headers.get('retry-after')], [429, '120']);
    desk.now += 2 * MINUTE;
    assert.equal((await desk.signIn(login)).status, 200);
    assert.deepEqual(await wrong(login, 4), [401, 401, 401, 401], 'counted from the start');
    assert.equal((await desk.signIn(login)).status, 200);
  });

  it('is closed for an hour at most', () => {
    assert.deepEqual(
      [0, 4, 5, 6, 10, 11, 12, 2000].map((failures) => lockMs(failures, 5)),
      [0, 0, MINUTE, 2 * MINUTE, 32 * MINUTE, HOUR, HOUR, HOUR],
    );
  });

  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('lets no more guesses through when the login is spelt in many ways', async () => {
    const { login } = await desk.account('agent', { login: 'supervisor' });
    const wide = (at: number) =>
      [...login].map((letter, i) => ((at >> i) & 1 ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter));
    const spellings = Array.from({ length: 40 }, (_, at) => wide(at).join(''));
    assert.equal(new Set(spellings).size, 40);
    const answers = await Promise.all(spellings.map((each) => desk.signIn(each, 'wrong password')));
    assert.equal(answers.filter(({ status }) => status === 401).length, 5);
  });

  it('counts guesses at the password and at the code, under the login and the id, as one after the other', async () => {
    const { login, id } = await desk.account();
    const proofs = createProofs(desk.ledger.staff, () => desk.now);
    const guesses = Array.from({ length: 4 }, () => [
      proofs.password({ login }, 'wrong password', 'a'),
      proofs.password({ id }, 'wrong password', 'a'),
      proofs.code(id, '000000', 'a'),
    ]).flat();
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'wrong').length, 5);
  });

  it('shuts nobody out by a stranger’s guesses, before there are very many', async () => {
    const { login } = await desk.account();
    for (let at = 0; at < 6; at++) await desk.signIn(login, 'wrong password', from('203.0.113.9'));
    assert.equal((await desk.signIn(login, PASSWORD, from('203.0.113.9'))).status, 429);
    assert.equal((await desk.signIn(login, PASSWORD, from('203.0.113.10'))).status, 200);
  });

  it('closes an account to everybody after fifty guesses from anywhere, by the count of all instances', async () => {
    const { login, id } = await desk.account();
    const instances = [1, 2].map(() => createProofs(desk.ledger.staff, () => desk.now));
    const guesses = Array.from({ length: 70 }, (_, at) =>
      instances[at % 2]?.password({ login }, 'wrong password', `address ${at}`),
    );
    const kinds = (await Promise.all(guesses)).map((proof) => proof?.kind);
    const wrongOnes = kinds.filter((kind) => kind === 'wrong').length;
    // the one that the other instance was about to look at
    assert.ok(wrongOnes === 50 || wrongOnes === 51, String(wrongOnes));
    assert.equal((await desk.ledger.staff.credentials({ id }))?.failures, wrongOnes);
    assert.equal((await desk.signIn(login, PASSWORD, from('203.0.113.77'))).status, 429);
  });

  it('begins to count anew with a new password', async () => {
    const { login, id } = await desk.account();
    await wrong(login, 5);
    assert.equal((await desk.signIn(login)).status, 429);
    await desk.ledger.staff.setPassword(id, await hashPassword(PASSWORD), false);
    assert.equal((await desk.signIn(login)).status, 200);
  });

  it('counts the attempts of an address before it looks at them', async () => {
    const guesses = Array.from({ length: 60 }, (_, at) => desk.signIn(`guess-${at}`, 'wrong', from('203.0.113.9')));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 401).length, 50);
    const { login } = await desk.account();
    for (let at = 0; at < 60; at++)
      assert.equal((await desk.signIn(login, PASSWORD, from('203.0.113.11'))).status, 200, String(at));
  });

  it('lets no more guesses through when they come at once', async () => {
    const { login } = await desk.account();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => desk.signIn(login, `wrong ${i} password`)));
    assert.equal(answers.filter(({ status }) => status === 401).length, 5);
    assert.equal(answers.filter(({ status }) => status === 429).length, 7);
  });

  it('closes only the account that was guessed at', async () => {
    const [one, two] = [await desk.account(), await desk.account()];
    await wrong(one.login, 6);
    assert.equal((await desk.signIn(two.login)).status, 200);
  });

  it('is slowed down for an address that fails with many logins', async () => {
    const { login } = await desk.account();
    for (let i = 0; i < 50; i++) {
      const { status } = await desk.signIn(`guess-${i}`, 'wrong password', { 'x-forwarded-for': '203.0.113.9' });
      assert.equal(status, 401);
    }
    const from = (address: string) => desk.signIn(login, PASSWORD, { 'x-forwarded-for': address });
    const slowed = await from('203.0.113.9');
    assert.deepEqual([slowed.status, slowed.headers.get('retry-after')], [429, '12']);
    assert.equal((await from('198.51.100.1, 203.0.113.9')).status, 429, 'what the proxy wrote, not what it was told');
    assert.equal((await from('203.0.113.10')).status, 200);
    desk.now += 12_000;
    assert.equal((await from('203.0.113.9')).status, 200);
  });

  it('refuses what is no sign-in', async () => {
    const bodies: unknown[] = [
      {},
      { login: 'a' },
      { login: ['a'], password: 'b' },
      { login: 'a', password: 'b', x: 1 },
    ];
    bodies.push({ login: 'a', password: 'b'.repeat(201) }, { login: 'a', password: 'b', code: '12345' });
    for (const json of bodies)
      assert.equal((await desk.ask(null, 'POST', '/desk/api/login', json)).status, 400, JSON.stringify(json));
    assert.deepEqual(await desk.ledger.audit.list(1), []);
  });
});

describe('where a request comes from', () => {
  const from = (peer: string, forwarded?: string): string =>
    addressOf({ socket: { remoteAddress: peer }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} } as never);

  it('is the peer, and what a proxy of our own says of its peer', () => {
    assert.equal(from('203.0.113.1'), '203.0.113.1');
    assert.equal(from('203.0.113.1', '198.51.100.7'), '203.0.113.1', 'a stranger says what they like');
    assert.equal(from('::ffff:10.1.2.3', '198.51.100.7'), '198.51.100.7');
    assert.equal(from('127.0.0.1', '1.2.3.4, 198.51.100.7'), '198.51.100.7');
    assert.equal(from('127.0.0.1', 'nonsense'), '127.0.0.1');
  });

  it('is one for the addresses that an IPv6 customer has', () => {
    assert.equal(from('2001:db8:1:2:aaaa::1'), from('2001:db8:1:2:bbbb::2'));
    assert.notEqual(from('2001:db8:1:2::1'), from('2001:db8:1:3::1'));
    assert.notEqual(from('2001:db8::1'), from('2001:db9::1'));
    assert.equal(from('2001:db8::1'), from('2001:db8:0:0:5::1'));
  });
});

describe('a password', () => {
  it('is compared by its hash, with what the hash itself says', async () => {
    const stored = await hashPassword(PASSWORD);
    assert.notEqual(await hashPassword(PASSWORD), stored, 'salted');
    assert.equal(await verifyPassword(PASSWORD, stored), true);
    assert.equal(await verifyPassword(`${PASSWORD} `, stored), false);
    assert.equal(await verifyPassword('ｃorrect horse battery', stored), true, 'typed full-width');
    assert.equal(await verifyPassword(PASSWORD, null), false);
    await assert.rejects(verifyPassword(PASSWORD, 'plain'));
  });

  it('that is made up is long, random and without look-alikes', () => {
    const made = new Set(Array.from({ length: 200 }, newPassword));
    assert.equal(made.size, 200);
    for (const one of made) assert.match(one, /^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });

  it('may not be short, of few characters, or hold the login', () => {
    assert.equal(weakness('correct horse', 'lin'), null);
    assert.equal(weakness('密码要长一点才好记呀', 'lin'), null);
    assert.match(weakness('short', 'lin') ?? '', /10/);
    assert.match(weakness('aaaaaaaabbbb', 'lin') ?? '', /different/);
    assert.match(weakness('I am Lin today', 'lin') ?? '', /login/);
  });
});
