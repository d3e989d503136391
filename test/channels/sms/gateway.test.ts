import assert from 'node:assert/strict';
import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { type GatewayPlatform, openGateway, SECRET } from '../../simulators/sms-http.ts';
import { type Line, type Office, openOffice } from './line.ts';

const TO = '+8613800138000';
const PUBLIC = 'https://bot.example';
const ID = 'sms-http/main/m1';

describe('sms-http: the gateway', () => {
  let office: Office;
  let platform: GatewayPlatform;
  let line: Line;
  beforeEach(async () => {
    platform = await openGateway();
    office = await openOffice();
    line = await office.line(smsHttp, { ...platform.account, publicUrl: `${PUBLIC}/`, signature: '【首问】' });
  });
  afterEach(async () => {
    await office.close();
    await platform.close();
  });
  const send = (text = '好', id = 'm1') => line.account.send(TO, { id, text, actions: [] });
  const receipt = async (query: Record<string, string>) => {
    const url = `${line.base}/channels/sms-http/main/dlr?${new URLSearchParams(query)}`;
    return (await fetch(url)).status;
  };

  it('is asked as Kannel documents it', async () => {
    assert.deepEqual(await send('您好 & 谢谢+😀'), { kind: 'sent', platformId: ID });
    assert.deepEqual(Object.fromEntries(platform.sent[0] ?? []), {
      ...{ username: 'shouwen', password: 'kannel-password', from: '10086', to: TO },
      ...{ text: '【首问】您好 & 谢谢+😀', coding: '2', charset: 'UTF-8', 'dlr-mask': '31' },
      'dlr-url': `${PUBLIC}/channels/sms-http/main/dlr?secret=${SECRET}&id=m1&type=%d`,
    });
  });
  it('may be away, refuse us, or break off when it has taken a message', async () => {
    platform.mishaps.push(503, 404, 'cut', 'taken and cut', 400);
    const outcomes = [];
    for (let at = 0; at < 5; at++) {
      const sent = await send();
      outcomes.push(sent.kind === 'later' ? [sent.code, sent.maybe === true] : sent.kind);
    }
    assert.deepEqual(outcomes, [
      ['503', false],
      ['404', false],
      ['UND_ERR_SOCKET', true],
      ['UND_ERR_SOCKET', true],
      'never',
    ]);
    await platform.close();
    assert.deepEqual(await send(), { kind: 'later', code: 'ECONNREFUSED', maybe: false });
    platform = await openGateway();
  });
  it('is left alone as long as it says', async () => {
    platform.retryAfter = 120;
    platform.mishaps.push(429);
    assert.deepEqual(await send(), { kind: 'later', code: '429', afterMs: 120_000 });
  });
  it('tells what became of a message, in any order; only who knows the secret', async () => {
    const right = { secret: SECRET, id: 'm1' };
    assert.equal(await receipt({ ...right, type: '1', secret: `${SECRET}x` }), 403);
    assert.equal(await receipt({ id: 'm1', type: '1' }), 403);
    assert.equal(await receipt({ ...right, id: '../m1', type: '1' }), 400);
    assert.equal(office.stateOf(ID), null);
    for (const type of ['8', '4', 'x', '']) assert.equal(await receipt({ ...right, type }), 200);
    assert.equal(office.stateOf(ID), null);
    assert.equal(await receipt({ ...right, type: '1' }), 200);
    assert.equal(office.stateOf(ID), 'delivered');
    assert.equal(await receipt({ ...right, type: '8' }), 200);
    assert.equal(office.stateOf(ID), 'delivered');
  });
  it('is logged without numbers, texts or secrets', async () => {
    office.away = true;
    assert.equal(await platform.customer(TO).says('很私密')(line.base), 503);
    platform.mishaps.push(403);
    await send();
    const log = line.logged.join('\n');
    assert.ok(log.includes('could not be stored') && log.includes('refuses the account'));
    for (const secret of ['13800138000', '很私密', SECRET, 'kannel-password']) assert.ok(!log.includes(secret), log);
  });
});
