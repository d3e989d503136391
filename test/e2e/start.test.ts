import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the product where it must refuse; its exit code and what it said. */
function refused(env: Record<string, string>): { code: number | null; said: string } {
  const run = spawnSync(process.execPath, ['bot/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: run.status, said: run.stderr };
}

describe('a start that is refused', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('names all faulty settings together', () => {
    const { code, said } = refused({ DATA_DIR: folder, PORT: '99999', LOG_LEVEL: 'loud' });
    assert.equal(code, 2);
    assert.match(said, /PORT: /);
    assert.match(said, /LOG_LEVEL: /);
  });

  it('names line, path and what is allowed for a broken manual', () => {
    const manual = join(folder, 'manual.yaml');
    const shipped = readFileSync(join(ROOT, 'domain/manual/telecom.yaml'), 'utf8');
    writeFileSync(manual, shipped.replace('severity: major', 'severity: huge'));
    const { code, said } = refused({ DATA_DIR: folder, MANUAL_FILE: manual });
    assert.equal(code, 2);
    assert.match(said, /manual\.yaml:\d+:\d+: clocks\.[\w-]+\.severity: found "huge"; allowed: minor, moderate, major/);
  });

  it('does not make new keys beside data that were sealed with lost ones', () => {
    writeFileSync(join(folder, 'ledger.db'), '');
    const { code, said } = refused({ DATA_DIR: folder });
    assert.equal(code, 2);
    assert.match(said, /keys\.json is missing/);
  });
});
