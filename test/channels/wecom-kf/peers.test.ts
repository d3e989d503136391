import assert from 'node:assert/strict';
import { wecomKf } from '../../../adapters/channels/wecom-kf/index.ts';
import { openWecomKf } from '../../simulators/wecom-kf.ts';
import { dialogsOf } from '../messaging/acceptDialogs.ts';
import { openShop, shopNow } from '../messaging/shop.ts';
import { differences, hasSamples, jsonSample } from '../tencent/samples.ts';

const KNOWN: Readonly<Record<string, string>> = {
  'kf/sync_msg': 'CgibinKfSyncMessageRequest',
  'kf/send_msg': 'CgibinKfSendMessageRequest',
  'kf/service_state/get': 'CgibinKfServiceStateGetRequest',
  'kf/service_state/trans': 'CgibinKfServiceStateTransferRequest',
};

/** Callbacks are sealed and signed by `wechat-crypto`; no body of ours has what the sample of another project has not. */
describe('wecom-kf with wechat-crypto and the samples of another project: whole conversations', () => {
  const closing: (() => Promise<void>)[] = [];
  const checks: (() => void)[] = [];
  let samples = false;
  before(() => {
    samples = hasSamples();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    for (const check of checks.splice(0)) check();
  });

  dialogsOf(async (options = {}) => {
    const platform = await openWecomKf(shopNow);
    closing.push(() => platform.close());
    const shop = await openShop({ channel: wecomKf, account: platform.account, ...options });
    closing.unshift(() => shop.close());
    checks.push(() => {
      const { posted, refused } = platform.api;
      assert.ok(posted.filter(({ path }) => path === 'kf/send_msg').length > 4);
      for (const { path, body } of samples ? posted : [])
        assert.deepEqual(differences(body, jsonSample(KNOWN[path] ?? '')), [], path);
      assert.deepEqual(refused, []);
    });
    return { platform, shop, base: shop.instances[0]?.base ?? '' };
  });
});
