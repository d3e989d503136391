import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LedgerNotDurable } from '../../adapters/ledger/errors.ts';
import { configuration } from '../../adapters/settings/configuration.ts';
import { exitCodeOf } from '../../adapters/settings/exitCode.ts';
import { StoreRefused, storeFault } from '../../adapters/storeFaults.ts';
import { shownAddress } from '../../bot/shownSetting.ts';

const MANUAL = fileURLToPath(new URL('../../domain/manual/telecom.yaml', import.meta.url));
const KEY = Buffer.alloc(32, 1).toString('base64');

describe('the configuration', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const faults = (env: Record<string, string>): readonly string[] => {
    const read = configuration({ DATA_DIR: join(folder, 'data'), ...env });
    return read.kind === 'faulty' ? read.faults : [];
  };
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('is sound with nothing set, and makes nothing', () => {
    assert.deepEqual(faults({}), []);
    assert.ok(!existsSync(join(folder, 'data')));
  });

  for (const [name, values] of Object.entries({
    PORT: ['0', '80', '65535'],
    HOST: ['0.0.0.0', '::', '::1', 'localhost', 'a-b.example.com', '10.0.0.1', 'pod_1'],
    PUBLIC_URL: ['http://a', 'https://a.b:8443/x/', 'https://[::1]:3978'],
    REDIS_URL: ['redis://a', 'rediss://u:p@a:1,b:2', 'redis+sentinel://a:1,b:2/name', 'redis+cluster://a'],
    DATABASE_URL: ['postgres://a', 'postgresql://u:p%40@a:1/b?sslmode=require', 'postgres:///b?host=/run/postgresql'],
    DATA_KEYS: [`k1:${KEY}`, `k2:${KEY},k1:${KEY}`],
    INDEX_KEY: [KEY],
    DIRECT_LINE_SECRET: ['sixteen letters!'],
    TZ_OPERATOR: ['Asia/Taipei'],
  })) {
    it(`takes ${name} in every form it has`, () => {
      for (const value of values) assert.deepEqual(faults({ [name]: value }), [], value);
    });
  }

  for (const [name, values] of Object.entries({
    PORT: ['99999', '-1', 'x', ' ', '1e3', '0x10', '80.5'],
    HOST: ['999.1.1.1', '1.2.3', '1.2.3.4.5', 'a b', 'http://a', '::g', '-a', 'a..b'],
    PUBLIC_URL: ['http://', 'https://a b', 'https:///x', 'ftp://a', 'a.example', 'https://a:99999'],
    OIDC_ISSUER: ['https://'],
    REDIS_URL: ['redis://', 'http://a', 'redis://a:0', 'redis://a/5', 'redis+sentinel://a', 'redis://a b'],
    DATABASE_URL: ['postgres://', 'mysql://a', 'postgres://a b/c', 'postgres://a:x/b'],
    DATA_KEYS: ['x', 'k1:short', `k1:${KEY},k1:${KEY}`, `a key:${KEY}`, ','],
    INDEX_KEY: ['short'],
    DIRECT_LINE_SECRET: ['short'],
    TZ_OPERATOR: ['Mars/Base'],
    LOG_LEVEL: ['loud'],
    MANUAL_FILE: ['/nope', '/'],
    CHANNELS_FILE: ['/nope', '/'],
  })) {
    it(`refuses ${name} in any other form, with what was found and what is allowed`, () => {
      for (const value of values) {
        const own = faults({ [name]: value }).filter((fault) => !/^OIDC_CLIENT/.test(fault));
        assert.equal(own.length, 1, `${value}: ${own.join('\n')}`);
        assert.match(own[0] ?? '', new RegExp(`^${name}: found .+; allowed: .+`));
      }
    });
  }

  it('never shows a secret', () => {
    const canary = 'hunter2';
    const told = faults({
      ...{ REDIS_URL: `redis://u:${canary}@`, DATABASE_URL: `postgres:///b?password=${canary}#${canary} ` },
      ...{ DATA_KEYS: `k1:${canary}`, INDEX_KEY: canary, DIRECT_LINE_SECRET: canary, OPERATOR_API_KEY: canary },
      ...{ MicrosoftAppPassword: canary.repeat(100), OIDC_CLIENT_SECRET: canary.repeat(100) },
    }).join('\n');
    for (const name of [
      'REDIS_URL',
      'DATABASE_URL',
      'DATA_KEYS',
      'INDEX_KEY',
      'MicrosoftAppPassword',
      'OIDC_CLIENT_SECRET',
    ])
      assert.ok(told.includes(`${name}: found`), name);
    assert.doesNotMatch(told, /hunter2/);
  });

  it('knows what must stand together', () => {
    const names = (env: Record<string, string>) => faults(env).map((fault) => fault.split(':')[0]);
    const app = { MicrosoftAppId: 'a', MicrosoftAppPassword: 'p' };
    assert.deepEqual(names({ ...app, MicrosoftAppType: 'SingleTenant' }), ['MicrosoftAppTenantId']);
    assert.deepEqual(names({ ...app, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 't' }), []);
    assert.deepEqual(names({ ...app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' }), [
      'MicrosoftAppPassword',
    ]);
    assert.deepEqual(names({ ...app, MicrosoftAppType: 'MultiTenant' }), []);
    assert.deepEqual(names({ MicrosoftAppId: 'a' }), []);
    assert.deepEqual(names({ OIDC_ISSUER: 'https://a' }), ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  });

  it('finds a folder that cannot be one, and keys that are lost or damaged', () => {
    const plain = file('plain', '');
    for (const path of [plain, join(plain, 'in', 'it')]) {
      const [fault, ...more] = faults({ DATA_DIR: path });
      assert.deepEqual(more, []);
      assert.match(fault ?? '', /^DATA_DIR: found .*is a file; allowed: a folder/);
    }
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'ledger.db'), '');
    assert.match(faults({}).join(), /^DATA_DIR: .*keys\.json is missing beside data/);
    assert.deepEqual(faults({ DATA_KEYS: `k1:${KEY}` }), []);
    writeFileSync(join(data, 'keys.json'), '{"dataKeys":"');
    assert.match(faults({}).join(), /^DATA_DIR: .*keys\.json is damaged/);
  });

  it('reads a manual as other systems write it, and tells each fault of one', () => {
    const shipped = readFileSync(MANUAL, 'utf8');
    assert.deepEqual(faults({ MANUAL_FILE: file('marked.yaml', `\uFEFF${shipped.replaceAll('\n', '\r\n')}`) }), []);
    const broken = shipped.replaceAll('severity: major', 'severity: huge');
    const told = faults({ MANUAL_FILE: file('broken.yaml', broken), PORT: 'x' });
    assert.ok(told.length > 1);
    assert.match(told[0] ?? '', /^PORT: /);
    for (const fault of told.slice(1))
      assert.match(fault, /^MANUAL_FILE: .*broken\.yaml:\d+:\d+: .*found "huge"; allowed: /);
  });

  it('tells each fault of the channels’ accounts, beside those of other settings', () => {
    const accounts = [
      '- { channel: wechat, account: a, appId: wx1, secret: hunter2, token: t, unknown: 1 }',
      '- { channel: telegram, account: b }',
    ];
    const told = faults({ CHANNELS_FILE: file('channels.yaml', `\uFEFF${accounts.join('\r\n')}`), PORT: 'x' });
    assert.match(told[0] ?? '', /^PORT: /);
    for (const fault of told.slice(1))
      assert.match(fault, /^CHANNELS_FILE: .*channels\.yaml: (wechat\/a|telegram\/b): /);
    assert.ok(told.some((fault) => fault.includes('wechat/a')) && told.some((fault) => fault.includes('telegram/b')));
    assert.doesNotMatch(told.join(), /hunter2/);
    const syntax = faults({ CHANNELS_FILE: file('bad.yaml', '- {\n  hunter2') });
    assert.match(syntax.join(), /^CHANNELS_FILE: .*bad\.yaml: not YAML, line 2$/);
    const shape = faults({ CHANNELS_FILE: file('shape.yaml', '- { channel: pigeon, account: a }') });
    assert.match(shape.join(), /^CHANNELS_FILE: .*shape\.yaml: 0\.channel: /);
    const elsewhere = configuration({ DATA_DIR: folder, CHANNELS_FILE: '/nope' }, { channels: false });
    assert.equal(elsewhere.kind, 'sound', 'a command that takes no messages');
  });
});

describe('a store that cannot be used', () => {
  it('is told on one line with its setting and place, and nobody’s password', () => {
    const url = 'postgres://user:hunter2@db.example:5432/shouwen?password=hunter2';
    const several = new AggregateError([new Error('connect ECONNREFUSED\n  ::1:5432'), new Error('other')]);
    const fault = storeFault('DATABASE_URL', shownAddress(url), several);
    assert.equal(
      fault.message,
      'DATABASE_URL: postgres://…@db.example:5432/shouwen cannot be used: connect ECONNREFUSED ::1:5432',
    );
    assert.equal(exitCodeOf(fault), 1);
  });

  it('is a matter of configuration when it would lose work', () => {
    const fault = storeFault('DATABASE_URL', 'there', new LedgerNotDurable('PostgreSQL runs with fsync = off'));
    assert.ok(fault instanceof StoreRefused);
    assert.equal(exitCodeOf(fault), 2);
    assert.equal(exitCodeOf(new TypeError('of ours')), 1);
  });
});
