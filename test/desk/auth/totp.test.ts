import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import { type Console, consoleOf, openDesk, PASSWORD, type TestDesk } from './desk.ts';

const TOTP_PATH = '/desk/api/me/totp';

describe('two-step sign-in', () => {
  let desk: TestDesk;
  let who: Console & { readonly staff: { readonly id: string; readonly login: string } };
  beforeEach(async () => {
    desk = await openDesk();
    who = await desk.console();
  });
  afterEach(() => desk.close());

  /** What the app shows, so many steps from now. */
  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.now + steps * 30_000 });
  const begin = async (): Promise<string> => (await desk.ask(who, 'POST', TOTP_PATH)).json.secret;
  const confirm = async (code: string) => (await desk.ask(who, 'PUT', TOTP_PATH, { code })).status;
  const turnOn = async (): Promise<string> => {
    const secret = await begin();
    assert.equal(await confirm(codeOf(secret)), 200);
    return secret;
  };
  const signIn = async (code?: string, password = PASSWORD) => {
    const given = { login: who.staff.login, password, ...(code === undefined ? {} : { code }) };
    const { status, json } = await desk.ask(null, 'POST', '/desk/api/login', given);
    return status === 200 ? 'in' : json.error.code;
  };
  const wrongOf = (...right: string[]): string => {
    const found = Array.from({ length: 9 }, (_, i) => `00000${i}`).find((code) => !right.includes(code));
    return found ?? '';
  };

  it('is off until a code of the offered secret confirms it', async () => {
    const first = await desk.ask(who, 'POST', TOTP_PATH);
    const { secret, uri } = first.json;
    assert.match(secret, /^[A-Z2-7]{32}$/);
    assert.equal(new URL(uri).searchParams.get('secret'), secret);
    assert.ok(uri.startsWith('otpauth://totp/') && decodeURIComponent(uri).includes(who.staff.login));
    assert.equal(await signIn(), 'in');
    const near = [-1, 0, 1].map((steps) => codeOf(secret, steps));
    assert.equal(await confirm(wrongOf(...near)), 403);
    assert.equal(await signIn(), 'in');
    assert.equal(await confirm(codeOf(secret)), 200);
    assert.equal(await signIn(), 'CodeNeeded');
    assert.deepEqual(await desk.audited(1), [`two-step-on ${who.staff.id}`]);
    assert.equal((await desk.ask(who, 'GET', '/desk/api/me')).json.user.totp, true);
  });

  it('offers another secret to another session, and none while it is on', async () => {
    const other = consoleOf(await desk.signIn(who.staff.login));
    const secret = await begin();
    assert.notEqual((await desk.ask(other, 'POST', TOTP_PATH)).json.secret, secret);
    assert.equal((await desk.ask(other, 'PUT', TOTP_PATH, { code: codeOf(secret) })).status, 403);
    await turnOn();
    assert.equal((await desk.ask(who, 'POST', TOTP_PATH)).status, 409);
    assert.equal(await confirm(codeOf(secret, 1)), 409);
  });

  it('takes a code once', async () => {
    const secret = await turnOn();
    assert.equal(await signIn(codeOf(secret)), 'WrongCode', 'it was used to confirm');
    desk.now += 30_000;
    const code = codeOf(secret);
    assert.equal(await signIn(code), 'in');
    assert.equal(await signIn(code), 'WrongCode');
    assert.equal(await signIn(codeOf(secret, 1)), 'in', 'a phone that is ahead');
    assert.equal(await signIn(code), 'WrongCode', 'nor after a later one');
    desk.now += 120_000;
    const both = await Promise.all([signIn(codeOf(secret)), signIn(codeOf(secret))]);
    assert.deepEqual(both.sort(), ['WrongCode', 'in']);
  });

  it('takes codes of about now alone', async () => {
    const secret = await turnOn();
    desk.now += 600_000;
    for (const steps of [-20, -2, 2, 20]) assert.equal(await signIn(codeOf(secret, steps)), 'WrongCode', `${steps}`);
  });

  it('says nothing of codes to whoever has not the password, and closes after wrong codes', async () => {
    const secret = await turnOn();
    desk.now += 60_000;
    assert.equal(await signIn(codeOf(secret), 'wrong password'), 'WrongPassword');
    const near = [-1, 0, 1].map((steps) => codeOf(secret, steps));
    for (let i = 0; i < 4; i++) assert.equal(await signIn(wrongOf(...near)), 'WrongCode');
    assert.equal(await signIn(codeOf(secret)), 'Locked', 'with one wrong password before');
    assert.equal(await signIn(), 'Locked');
  });

  it('ends with a code of it, not without', async () => {
    const secret = await turnOn();
    desk.now += 60_000;
    const near = [-1, 0, 1].map((steps) => codeOf(secret, steps));
    assert.equal((await desk.ask(who, 'DELETE', TOTP_PATH, { code: wrongOf(...near) })).status, 403);
    assert.deepEqual(await desk.audited(1), [`refused ${who.staff.id} code wrong`]);
    assert.equal(await signIn(), 'CodeNeeded');
    assert.equal((await desk.ask(who, 'DELETE', TOTP_PATH, { code: codeOf(secret) })).status, 200);
    assert.equal(await signIn(), 'in');
    assert.notEqual(await begin(), secret, 'the former secret is not offered again');
  });

  it('is ended by an admin for somebody who lost their phone', async () => {
    await turnOn();
    const admin = await desk.console('admin');
    const { status, json } = await desk.ask(admin, 'POST', `/desk/api/users/${who.staff.id}/password`);
    assert.equal(status, 200);
    assert.equal(await signIn(undefined, json.password), 'in');
  });
});
