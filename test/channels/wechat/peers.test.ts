import assert from 'node:assert/strict';
import WechatClient from 'co-wechat-api';
import { wechat } from '../../../adapters/channels/wechat/index.ts';
import { ACCOUNT, openWechat } from '../../simulators/wechat.ts';
import { type CustomMessage, openWechatApi, type WechatApi } from '../../simulators/wechatApi.ts';
import { dialogsOf } from '../messaging/acceptDialogs.ts';
import { openShop, shopNow } from '../messaging/shop.ts';
import { differences, hasSamples, jsonSample } from '../tencent/samples.ts';
import { type Middleware, openMiddleware } from './middleware.ts';

/**
 * In safe mode: pushes are sealed and signed by `wechat-crypto`, and each is one that the middleware `wechat` understands as
 * it was meant; the answers in the response are opened by `wechat-crypto` and read by `xml2js`; each text message to the API
 * is what `co-wechat-api` posts for the same words, and no message has what the sample of another project has not.
 */
describe('wechat with wechat, wechat-crypto and co-wechat-api: whole conversations', () => {
  let middleware: Middleware;
  let other: WechatApi;
  const closing: (() => Promise<void>)[] = [];
  const checks: (() => Promise<void>)[] = [];
  let judged = 0;
  let samples = false;
  before(async () => {
    samples = hasSamples();
    middleware = await openMiddleware();
    other = await openWechatApi(ACCOUNT, shopNow);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    for (const check of checks.splice(0)) await check();
    judged = 0;
  });
  after(async () => {
    await middleware.close();
    await other.close();
  });

  async function asPosted({ touser, text }: CustomMessage): Promise<CustomMessage | undefined> {
    const client = new WechatClient(ACCOUNT.appId, ACCOUNT.secret);
    client.prefix = `${other.url}/cgi-bin/`;
    other.allow(touser, 1, 60_000);
    await client.sendText(touser, text?.content ?? '');
    return other.sent.at(-1);
  }

  dialogsOf(async (options = {}) => {
    const platform = await openWechat(shopNow, ACCOUNT, async (wire, fields) => {
      assert.equal((await middleware.take(wire)).status, 200);
      const understood = middleware.heard.at(-1);
      for (const [name, value] of Object.entries(fields)) assert.equal(understood?.[name], String(value), name);
      judged += 1;
    });
    closing.push(() => platform.close());
    const shop = await openShop({ channel: wechat, account: platform.account, ...options });
    closing.unshift(() => shop.close());
    checks.push(async () => {
      const { sent, refused } = platform.api;
      const known = samples ? jsonSample('CgibinMessageCustomSendRequest') : null;
      for (const message of known === null ? [] : sent) assert.deepEqual(differences(message, known), []);
      const texts = sent.filter(({ msgtype }) => msgtype === 'text');
      for (const message of texts) assert.deepEqual(message, await asPosted(message));
      const inline = platform.answers.filter((answer) => answer !== null);
      assert.ok(judged > 4 && inline.length + texts.length > 0, `${judged} in, ${inline.length} + ${texts.length} out`);
      assert.deepEqual(refused, []);
    });
    return { platform, shop, base: shop.instances[0]?.base ?? '' };
  });
});
