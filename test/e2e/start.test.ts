import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/ports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 25_000;

/** Starts the product where it must refuse; its exit code and what it said. A start that waits too long is ended: code null. */
function refused(env: Record<string, string>): { code: number | null; said: string } {
  const run = spawnSync(process.execPath, ['bot/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  // what is logged meanwhile is no line for whoever reads why
  assert.doesNotMatch(run.stdout, /failed|error/i);
  assert.doesNotMatch(run.stderr, /^ +at |hunter2/m, 'no stack, no secret');
  return { code: run.status, said: run.stderr };
}

describe('a start that is refused', function () {
  this.timeout(120_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('names all faulty settings together, with those of the files that they name', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, said } = refused({
      ...{ DATA_DIR: file, PORT: '99999', LOG_LEVEL: 'loud', HOST: '999.1.1.1', PUBLIC_URL: 'https://a b' },
      ...{
        MANUAL_FILE: '/nope',
        CHANNELS_FILE: '/nope2',
        REDIS_URL: 'redis://u:hunter2@',
        DATABASE_URL: 'postgres://',
      },
      ...{ DATA_KEYS: 'k1:hunter2', INDEX_KEY: 'hunter2', MicrosoftAppType: 'SingleTenant', MicrosoftAppId: 'x' },
    });
    assert.equal(code, 2);
    const [title, ...faults] = said.trimEnd().split('\n');
    assert.equal(title, 'The settings have faults:');
    for (const fault of faults) assert.match(fault, /^ {2}\w+: found .+; allowed: .+/);
    assert.deepEqual(faults.map((fault) => fault.trim().split(':')[0]).sort(), [
      ...['CHANNELS_FILE', 'DATABASE_URL', 'DATA_DIR', 'DATA_KEYS', 'HOST', 'INDEX_KEY', 'LOG_LEVEL', 'MANUAL_FILE'],
      ...['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'PORT', 'PUBLIC_URL', 'REDIS_URL'],
    ]);
  });

  it('names line, path and what is allowed for a broken manual', () => {
    const manual = join(folder, 'manual.yaml');
    const shipped = readFileSync(join(ROOT, 'domain/manual/telecom.yaml'), 'utf8');
    writeFileSync(manual, shipped.replace('severity: major', 'severity: huge'));
    const { code, said } = refused({ DATA_DIR: folder, MANUAL_FILE: manual });
    assert.equal(code, 2);
    assert.match(
      said,
      /MANUAL_FILE: .*manual\.yaml:\d+:\d+: clocks\.[\w-]+\.severity: found "huge"; allowed: minor, moderate, major/,
    );
  });

  it('does not make new keys beside data that were sealed with lost ones', () => {
    writeFileSync(join(folder, 'ledger.db'), '');
    const { code, said } = refused({ DATA_DIR: folder });
    assert.equal(code, 2);
    assert.match(said, /DATA_DIR: .*keys\.json is missing/);
  });

  it('says in one line which store does not answer, and where, exit 1', async () => {
    const at = `127.0.0.1:${await freePort()}`;
    for (const [name, url] of [
      ['REDIS_URL', `redis://:hunter2@${at}`],
      ['DATABASE_URL', `postgres://u:hunter2@${at}/db?x=hunter2`],
    ] as const) {
      const { code, said } = refused({ DATA_DIR: folder, [name]: url });
      assert.deepEqual([code, said.trimEnd().split('\n').length], [1, 1], said);
      assert.ok(said.startsWith(`${name}: `), said);
      assert.ok(said.includes(`…@${at}`) && said.includes('ECONNREFUSED'), said);
    }
  });

  it('says in one line which port is taken, or which address is not here, exit 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const taken = refused({ DATA_DIR: folder, PORT: String(port) });
    other.close();
    assert.deepEqual([taken.code, taken.said.trimEnd().split('\n').length], [1, 1], taken.said);
    assert.ok(taken.said.startsWith(`PORT: ${port} at 127.0.0.1 is taken`), taken.said);
    // 192.0.2.0/24 is for examples: no machine has it
    const elsewhere = refused({ DATA_DIR: folder, HOST: '192.0.2.1' });
    assert.equal(elsewhere.code, 1);
    assert.match(elsewhere.said, /^HOST: 192\.0\.2\.1 is no address of this machine: .+\n$/);
  });
});
