import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { envExample } from '../../adapters/cli/envExample.ts';
import { readSettings } from '../../bot/settings.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('deployment', () => {
  it('has an env.example made from the settings (npm run --silent env > deployment/env.example)', () => {
    assert.equal(read('deployment/env.example'), envExample());
  });

  it('gives Redis the settings that start asks for', () => {
    const conf = read('deployment/redis.conf');
    for (const line of ['appendonly yes', 'appendfsync always', 'maxmemory-policy noeviction'])
      assert.match(conf, new RegExp(`^${line}$`, 'm'));
  });

  it('has a compose file whose app settings are settings of the product', () => {
    const compose: { services: { app: { environment: Record<string, string> } } } = parse(
      read('deployment/compose.yaml'),
    );
    for (const name of Object.keys(compose.services.app.environment))
      assert.match(read('deployment/env.example'), new RegExp(`#${name}=`));
  });
});

describe('settings', () => {
  it('all have defaults', () => {
    const found = readSettings({});
    assert.ok(found.kind === 'settings');
    assert.equal(found.settings.PORT, 3978);
    assert.equal(found.settings.HOST, '127.0.0.1');
    assert.equal(found.settings.TZ_OPERATOR, 'Asia/Shanghai');
  });

  it('report all faults together, each by its name', () => {
    const found = readSettings({
      PORT: '70000',
      REDIS_URL: 'http://x',
      TZ_OPERATOR: 'Mars/Base',
      LOG_LEVEL: 'loud',
      DIRECT_LINE_SECRET: 'short',
    });
    assert.ok(found.kind === 'faulty');
    assert.deepEqual(found.faults.map((fault) => fault.split(':')[0]).sort(), [
      'DIRECT_LINE_SECRET',
      'LOG_LEVEL',
      'PORT',
      'REDIS_URL',
      'TZ_OPERATOR',
    ]);
  });

  it('take an empty variable for an absent one', () => {
    const found = readSettings({ PORT: '', DATABASE_URL: '' });
    assert.ok(found.kind === 'settings' && found.settings.DATABASE_URL === undefined);
  });
});
