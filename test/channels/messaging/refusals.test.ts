import assert from 'node:assert/strict';
import { tellingRefusals } from '../../../adapters/channels/messaging/refusals.ts';
import { HttpError } from '../../../adapters/http/answer.ts';
import { createHttpServer } from '../../../adapters/http/server.ts';

describe('a webhook that refuses', () => {
  it('says so with channel, account and code, once in a while, and goes on refusing', async () => {
    const logged: object[] = [];
    const log = { info() {}, warn: (facts: object) => void logged.push(facts), error() {} };
    let now = 1_000_000;
    const server = createHttpServer({ log: { ...log, warn() {} } });
    const telling = tellingRefusals(server, 'wechat', log, () => now);
    const answers = { shop: 401, other: 413, away: 503, well: 200 };
    for (const [account, status] of Object.entries(answers)) {
      telling.route('POST', `/channels/wechat/${account}`, async () => {
        if (status === 200) return { status, body: 'success' };
        throw new HttpError(status, `Code${status}`, 'words with a secret');
      });
    }
    const { port } = await server.listen(0, '127.0.0.1');
    const call = async (account: string) =>
      (await fetch(`http://127.0.0.1:${port}/channels/wechat/${account}`, { method: 'POST' })).status;
    for (let at = 0; at < 3; at++) assert.equal(await call('shop'), 401);
    for (const [account, status] of Object.entries(answers)) assert.equal(await call(account), status);
    now += 10_000;
    await call('shop');
    await server.close(100);
    const line = { channel: 'wechat', account: 'shop', code: 'Code401', status: 401 };
    assert.deepEqual(logged, [
      { ...line, times: 1 },
      { ...line, account: 'other', code: 'Code413', status: 413, times: 1 },
      { ...line, times: 4 },
    ]);
  });
});
