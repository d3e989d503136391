import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accounts, NotDone } from '../../../adapters/cli/accounts.ts';
import { verifyPassword } from '../../../adapters/desk/auth/passwords.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { Usage } from '../../../nlu/cli/fail.ts';
import { manual, NOON, openAt } from '../../contracts/ledgerFixtures.ts';

const ADD = ['add-user', '--login', 'lin', '--name', '林薇', '--role', 'agent'];

describe('accounts at the command line', () => {
  let ledger: Ledger;
  let printed: Record<string, unknown>[];
  let warned: string[];
  let stdin: string;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    [printed, warned, stdin] = [[], [], 'correct horse battery\n'];
  });
  afterEach(() => ledger.close());
  const run = (...args: string[]) =>
    accounts(args, {
      ...{ ledger, manual, now: () => NOON, stdin: async () => stdin },
      print: (line) => void printed.push({ ...line }),
      warn: (line) => void warned.push(line),
    });

  it('are added, ready to be used', async () => {
    await run(...ADD, '--skills', 'billing,astrology', '--languages', 'zh-Hans,en', '--password-stdin');
    const { id, ...rest } = printed[0] ?? {};
    assert.deepEqual(rest, {
      ...{ login: 'lin', name: '林薇', role: 'agent', skills: ['billing', 'astrology'], languages: ['zh-Hans', 'en'] },
      ...{ limit: manual.handoff.agentLimit, disabled: false, mustChange: false, totp: false },
      made: new Date(NOON).toISOString(),
    });
    assert.match(warned.join(), /astrology/);
    const found = await ledger.staff.credentials({ login: 'lin' });
    assert.equal(found?.staff.id, id);
    assert.equal(await verifyPassword('correct horse battery', found?.passwordHash ?? null), true);
    const [line] = await ledger.audit.list(1);
    assert.deepEqual([line?.by, line?.what, line?.subject], ['command line', 'user-added', id]);
  });

  it('serve every language, have no password, or must change it, where that is asked for', async () => {
    await run(...ADD, '--no-password');
    assert.deepEqual(printed[0]?.languages, ['zh-Hans', 'zh-Hant', 'en']);
    assert.equal((await ledger.staff.credentials({ login: 'lin' }))?.passwordHash, null);
    await run('add-user', '--login', 'ana', '--name', 'Ana', '--role', 'admin', '--must-change', '--password-stdin');
    assert.equal(printed[1]?.mustChange, true);
    await run('list-users');
    assert.deepEqual(
      printed.slice(2).map(({ login }) => login),
      ['ana', 'lin'],
    );
  });

  it('get another password, which ends the lock, and two-step sign-in where that is asked for', async () => {
    await run(...ADD, '--password-stdin');
    const id = (await ledger.staff.list())[0]?.id;
    assert.ok(id);
    await ledger.staff.setTotp(id, 'JBSWY3DPEHPK3PXP');
    await ledger.staff.failed(id, NOON + 1);
    stdin = 'another pass phrase';
    await run('reset-password', '--login', 'LIN', '--password-stdin');
    const found = await ledger.staff.credentials({ id });
    assert.equal(await verifyPassword(stdin, found?.passwordHash ?? null), true);
    assert.deepEqual([found?.failedAt, found?.totpSecret], [0, 'JBSWY3DPEHPK3PXP']);
    await run('reset-password', '--login', 'lin', '--password-stdin', '--end-totp');
    assert.equal((await ledger.staff.credentials({ id }))?.totpSecret, null);
  });

  it('are not made by half a command', async () => {
    const wrong = [
      [],
      ['remove-user'],
      ['add-user'],
      ADD,
      [...ADD, '--password-stdin', '--no-password'],
      [...ADD, '--password-stdin', 'more'],
      [...ADD, '--password-stdin', '--admin'],
      [...ADD.slice(0, -1), 'root', '--password-stdin'],
      [...ADD, '--languages', 'tlh', '--password-stdin'],
      [...ADD, '--limit', 'many', '--password-stdin'],
      ['reset-password', '--login', 'lin'],
      ['list-users', 'all'],
    ];
    for (const args of wrong) await assert.rejects(run(...args), Usage, args.join(' '));
    assert.deepEqual(await ledger.staff.list(), []);
  });

  it('have no password that the console would refuse, and say what it needs', async () => {
    const refused = [
      ['', /at least 10 characters/],
      ['\n', /at least 10 characters/],
      ['short', /at least 10 characters/],
      ['nine char', /at least 10 characters/],
      ['aaaaaaaaaaaa', /at least 5 different/],
      ['lin goes to work', /not the login/],
      ['x1y2z'.repeat(41), /at most 200/],
      ['two lines of\npass words', /more than one line/],
    ] as const;
    const fails = (needs: RegExp) => (error: unknown) => error instanceof Usage && needs.test(error.message);
    for (const [given, needs] of refused) {
      stdin = given;
      await assert.rejects(run(...ADD, '--password-stdin'), fails(needs), given);
    }
    assert.deepEqual(await ledger.staff.list(), []);
    await run(...ADD, '--no-password');
    stdin = 'short';
    await assert.rejects(run('reset-password', '--login', 'lin', '--password-stdin'), fails(/at least 10/));
    assert.equal((await ledger.staff.credentials({ login: 'lin' }))?.passwordHash, null);
  });

  it('have the password that was meant, without a mark before or a line end after it', async () => {
    stdin = '\uFEFFcorrect horse battery\r\n';
    await run(...ADD, '--password-stdin');
    const found = await ledger.staff.credentials({ login: 'lin' });
    assert.equal(await verifyPassword('correct horse battery', found?.passwordHash ?? null), true);
  });

  it('say what cannot be done', async () => {
    await run(...ADD, '--password-stdin');
    await assert.rejects(run(...ADD, '--password-stdin'), NotDone);
    await assert.rejects(run('reset-password', '--login', 'nobody', '--password-stdin'), NotDone);
  });

  it('come with a check of the audit', async () => {
    await run(...ADD, '--no-password');
    await run('verify-audit');
    assert.deepEqual(printed.at(-1), { whole: true, brokenAt: null });
  });
});

describe('the command desk', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'desk-cli-'));
  after(() => rmSync(folder, { recursive: true }));
  const script = fileURLToPath(new URL('../../../adapters/cli/desk.ts', import.meta.url));
  const desk = (args: readonly string[], input: string, env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [script, ...args], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), ...env },
    });

  it('answers one JSON object a line, with its exit codes, and makes no other keys for data that have theirs', () => {
    const added = desk([...ADD, '--password-stdin'], 'correct horse battery\n');
    assert.deepEqual([added.status, added.stderr], [0, '']);
    assert.equal(JSON.parse(added.stdout).login, 'lin');
    assert.equal(added.stdout.trim().split('\n').length, 1);
    const again = desk([...ADD, '--password-stdin'], 'correct horse battery\n');
    assert.deepEqual([again.status, again.stdout], [1, '']);
    assert.match(again.stderr, /taken/);
    assert.equal(desk(['nothing'], '').status, 2);
    const weak = desk(['add-user', '--login', 'chen', '--name', '陈', '--role', 'agent', '--password-stdin'], 'short');
    assert.deepEqual([weak.status, weak.stdout], [2, '']);
    assert.match(weak.stderr, /at least 10 characters/);
    assert.equal(desk(['list-users'], '', { PORT: 'x' }).status, 2);
    rmSync(join(folder, 'data', 'keys.json'));
    const keyless = desk(['list-users'], '');
    assert.deepEqual([keyless.status, existsSync(join(folder, 'data', 'keys.json'))], [2, false]);
    assert.match(keyless.stderr, /keys\.json/);
  });
});
