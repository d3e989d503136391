import assert from 'node:assert/strict';
import type { AccountSettings } from '../../../adapters/channels/messaging/accounts.ts';
import { ChannelFaulty, startMessaging } from '../../../adapters/channels/messaging/start.ts';
import { wechat } from '../../../adapters/channels/wechat/index.ts';
import type { Respond } from '../../../bot/shouwenBot.ts';
import { ACCOUNT, openWechat, sealPush, type WechatAccount, type WechatPlatform } from '../../simulators/wechat.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop, type ShopOptions, shopNow } from '../messaging/shop.ts';

const PREVIOUS = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba';
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400, 3)]);
const HI = { MsgType: 'text', Content: '喂' } as const;

describe('wechat: the webhook', () => {
  let platform: WechatPlatform;
  let shop: Shop;
  let base: string;
  const open = async (account: Partial<WechatAccount> = {}, more: object = {}, options: Partial<ShopOptions> = {}) => {
    platform = await openWechat(shopNow, { ...ACCOUNT, ...account });
    const settings: AccountSettings = { ...platform.account, ...more };
    shop = await openShop({ channel: wechat, account: settings, respond: echoing, ...options });
    base = shop.instances[0]?.base ?? '';
  };
  afterEach(async () => {
    await shop.close();
    await platform.close();
    assert.deepEqual(shop.faults, []);
  });
  /** A turn that ends when it is told to. */
  const gate = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const respond =
      (real: Respond): Respond =>
      async (...turn) => {
        const answered = await echoing(real)(...turn);
        await promise;
        return answered;
      };
    return { respond, open: resolve };
  };

  it('answers the handshake with what it was given, and only a signed one', async () => {
    await open();
    const ask = async (change: Record<string, string | undefined>, at = shopNow()) => {
      const { query } = sealPush({ ...ACCOUNT, mode: 'plain' }, '', at);
      const all = Object.entries({ ...query, echostr: '4375120948345356249', ...change });
      const given = new URLSearchParams();
      for (const [name, value] of all) if (value !== undefined) given.set(name, value);
      const answer = await fetch(`${base}/channels/wechat/main?${given}`);
      return [answer.status, answer.status === 200 ? await answer.text() : ''];
    };
    assert.deepEqual(await ask({}), [200, '4375120948345356249']);
    for (const wrong of [{ signature: 'x' }, { signature: undefined }, { timestamp: '1' }, { echostr: undefined }]) {
      assert.deepEqual(await ask(wrong), [401, ''], JSON.stringify(wrong));
    }
    assert.deepEqual(await ask({}, shopNow() - 301_000), [401, '']);
    assert.deepEqual(await ask({}, shopNow() + 301_000), [401, '']);
  });

  for (const mode of ['plain', 'compatible', 'safe'] as const) {
    it(`answers in ${mode} mode with the turn's words, at no cost of quota`, async () => {
      await open({ mode });
      const customer = platform.customer();
      assert.equal(await customer.says('a ]]> <b> &lt; 😀')(base), 200);
      assert.deepEqual(
        customer.shown.map(({ text }) => text),
        ['回声：a ]]> <b> &lt; 😀'],
      );
      assert.deepEqual([platform.api.sent.length, platform.api.asked], [0, 0]);
    });
  }
  it('believes plain pushes in compatible mode, but no cipher text by the plain signature', async () => {
    await open({ mode: 'compatible' });
    const { pushes } = platform.customer();
    assert.equal(await pushes(HI, { mode: 'plain' })(base), 200);
    assert.equal(await pushes(HI, { query: (q) => delete q.msg_signature })(base), 401);
  });
  it('takes the key before the last change, and answers with it', async () => {
    await open({}, { encodingAESKey: PREVIOUS, previousEncodingAESKey: ACCOUNT.encodingAESKey });
    const customer = platform.customer();
    await customer.says('喂')(base);
    assert.equal(customer.shown[0]?.text, '回声：喂');
  });

  it('lets copies wait for the first one, and gives all the same words', async () => {
    const turn = gate();
    await open({}, {}, { respond: turn.respond });
    const customer = platform.customer();
    const push = customer.says('喂');
    const copies = Promise.all([push(base), push(base), push(base)]);
    turn.open();
    assert.deepEqual(await copies, [200, 200, 200]);
    assert.deepEqual([customer.shown.length, shop.worked.length, platform.api.sent.length], [1, 1, 0]);
    // the platform lost the answer, and pushes once more
    assert.equal(await push(base), 200);
    assert.deepEqual(platform.answers, Array(4).fill('回声：喂'));
    assert.equal(shop.worked.length, 1);
  });
  it('says "success" when a turn takes too long, and sends its words once it is done', async () => {
    const turn = gate();
    await open({}, {}, { respond: turn.respond });
    const customer = platform.customer();
    assert.equal(await customer.says('喂')(base), 200);
    assert.deepEqual([customer.shown, platform.answers], [[], [null]]);
    turn.open();
    await until('sent', () => customer.shown.length === 1);
    assert.deepEqual([customer.shown[0]?.text, platform.api.sent.length], ['回声：喂', 1]);
  });
  it('does not wait when a turn has nothing to say, or its words went another way', async function () {
    // far below the time a push waits for words
    this.timeout(30_000);
    await open(
      {},
      {},
      {
        respond:
          (real) =>
          async (...turn) => ({ ...(await real(...turn)), replies: [] }),
      },
    );
    const { says } = platform.customer();
    for (let count = 0; count < 15; count++) assert.equal(await says('喂')(base), 200);
  });

  it('greets who subscribes, and keeps what they say about being written to', async () => {
    await open({}, {}, { respond: (real) => real });
    const customer = platform.customer();
    await customer.pushes({ MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_7' })(base);
    await until('greeted', () => customer.shown.length === 1);
    assert.ok((customer.shown[0]?.choices.length ?? 0) > 1);
    await customer.presses(customer.shown[0]?.choices[0] ?? '')(base);
    await until('answered', () => customer.shown.length === 2);
    await customer.pushes({ MsgType: 'event', Event: 'unsubscribe', EventKey: '' })(base);
    assert.deepEqual(shop.consents, [
      { source: customer.source, given: true },
      { source: customer.source, given: false },
    ]);
    assert.deepEqual(platform.api.refused, []);
  });
  it('hears a click of the account menu as what was set up for it', async () => {
    await open({}, { clicks: { FAULT: '我要报修' } });
    const customer = platform.customer();
    await customer.pushes({ MsgType: 'event', Event: 'CLICK', EventKey: 'FAULT' })(base);
    await until('answered', () => customer.shown.length === 1);
    assert.equal(customer.shown[0]?.text, '回声：我要报修');
  });

  it('keeps a picture sealed in our files, for whoever may see the conversation', async () => {
    await open();
    platform.api.media.set('m1', PNG);
    const customer = platform.customer();
    await customer.pushes({ MsgType: 'image', PicUrl: 'http://x', MediaId: 'm1' })(base);
    const log = await shop.conversations.log(shop.conversation(customer.source), 0);
    const file = log?.entries[0]?.activity.attachments?.[0];
    assert.equal(file?.contentType, 'image/png');
    const stored = await shop.uploads.read(file?.contentUrl?.split('/').at(-1) ?? '');
    assert.deepEqual(stored?.content, PNG);
    assert.equal(stored?.upload.conversation, shop.conversation(customer.source));
  });
  for (const [what, bytes] of [
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a program', Buffer.from('MZ90000000000000')],
    ['a picture of 6 MB', Buffer.concat([PNG, Buffer.alloc(6 * 1024 * 1024)])],
  ] as const) {
    it(`takes only the word for ${what}`, async () => {
      await open();
      platform.api.media.set('m1', bytes);
      const customer = platform.customer();
      await customer.pushes({ MsgType: 'image', PicUrl: 'http://x', MediaId: 'm1' })(base);
      const log = await shop.conversations.log(shop.conversation(customer.source), 0);
      const said = log?.entries[0]?.activity;
      assert.deepEqual([said?.text, said?.attachments], ['[图片]', undefined]);
    });
  }
  it('shows that somebody is writing', async () => {
    await open();
    await shop.instances[0]?.messaging.accounts[0]?.typing?.show('o1');
    assert.deepEqual(platform.api.typed, ['o1']);
  });

  it('keeps accounts apart', async () => {
    const other = await openWechat(shopNow, { ...ACCOUNT, account: 'other', token: 'Other', appId: 'wx9' });
    await open({}, {}, { more: [other.account] });
    const [here, there] = [platform.customer('o1'), other.customer('o1')];
    await here.says('菜单')(base);
    await there.says('菜单')(base);
    await until('both are answered', () => here.shown.length === 1 && there.shown.length === 1);
    assert.deepEqual([platform.api.sent.length, other.api.sent.length], [1, 1]);
    const stray = sealPush(ACCOUNT, '<xml></xml>', shopNow());
    const url = `${base}/channels/wechat/other?${new URLSearchParams(stray.query)}`;
    assert.equal((await fetch(url, { method: 'POST', body: stray.body })).status, 401);
    await other.close();
  });
  it('writes no customer, no words and no secret into the log', async () => {
    await open();
    const customer = platform.customer('o-canary');
    platform.api.mishaps.push('busy');
    await customer.says('菜单')(base);
    await until('answered', () => customer.shown.length === 1);
    await customer.pushes(HI, { query: (q) => delete q.msg_signature })(base);
    const log = shop.logged.join('\n');
    assert.match(log, /"code":"-1"/);
    for (const secret of ['o-canary', '菜单', ACCOUNT.secret, ACCOUNT.token, ...platform.api.tokens]) {
      assert.equal(log.includes(secret), false, secret);
    }
  });

  it('does not start with settings that cannot work, and says where they are wrong', async () => {
    await open();
    const host = { log: { info() {}, warn() {}, error() {} }, now: shopNow, consent: async () => {} };
    const wrong = { channel: 'wechat', account: 'x', appId: 'a b', secret: 'canary', token: 't', unknown: 1 } as const;
    const start = startMessaging([wechat], [wrong], {
      ...host,
      ...{
        server: {} as never,
        store: shop.ledger.channelStore,
        uploads: shop.uploads,
        customers: shop.ledger.customers,
        intake: async () => assert.fail(),
      },
    });
    await assert.rejects(start, (error: unknown) => {
      assert.ok(error instanceof ChannelFaulty);
      for (const word of ['appId', 'token', 'unknown']) assert.match(error.message, new RegExp(word));
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  });
});
