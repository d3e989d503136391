import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { AccountSettings } from '../../../adapters/channels/messaging/accounts.ts';
import { ChannelFaulty, startMessaging } from '../../../adapters/channels/messaging/start.ts';
import { wecomKf } from '../../../adapters/channels/wecom-kf/index.ts';
import { createWelcomes } from '../../../adapters/channels/wecom-kf/welcome.ts';
import { CORP, handshake, openWecomKf, type WecomKfPlatform } from '../../simulators/wecom-kf.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop, type ShopOptions, shopNow } from '../messaging/shop.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400, 3)]);
const PDF = Buffer.from('%PDF-1.7\nbody');
const PREVIOUS = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba';

describe('wecom-kf: the service', () => {
  let platform: WecomKfPlatform;
  let shop: Shop;
  let base: string;
  let ahead = 0;
  const open = async (more: object = {}, options: Partial<ShopOptions> = {}) => {
    ahead = 0;
    platform = await openWecomKf(() => shopNow() + ahead);
    const settings: AccountSettings = { ...platform.account, ...more };
    shop = await openShop({ channel: wecomKf, account: settings, respond: echoing, ...options });
    base = shop.instances[0]?.base ?? '';
  };
  afterEach(async () => {
    await shop.close();
    await platform.close();
    assert.deepEqual(shop.faults, []);
  });
  const send = (to: string, id: string, over: object = {}) =>
    shop.instances[0]?.messaging.accounts[0]?.send(to, { id, text: '你好', actions: [], ...over });
  const posted = (path: string) => platform.api.posted.filter((call) => call.path === path).map(({ body }) => body);
  const logOf = async (source: string) => (await shop.conversations.log(shop.conversation(source), 0))?.entries ?? [];

  it('deciphers what the console asks it, and answers nobody else', async () => {
    await open();
    const ask = async (query: Record<string, string>) => {
      const answer = await fetch(`${base}/channels/wecom-kf/corp?${new URLSearchParams(query)}`);
      return [answer.status, answer.status === 200 ? await answer.text() : ''];
    };
    const right = handshake(CORP, '5927782489442352469', shopNow());
    assert.deepEqual(await ask(right), [200, '5927782489442352469']);
    const { echostr, ...without } = right;
    const wrong = [
      without,
      { ...right, echostr: `${echostr}A` },
      { ...right, msg_signature: 'x' },
      { ...right, timestamp: '1' },
      handshake(CORP, 'x', shopNow() - 301_000),
      handshake(CORP, 'x', shopNow(), { appId: 'ww9' }),
      handshake(CORP, 'x', shopNow(), { token: 'Other' }),
    ];
    for (const query of wrong) assert.deepEqual(await ask(query), [401, '']);
  });
  it('takes the key before the last change', async () => {
    await open({ encodingAESKey: PREVIOUS, previousEncodingAESKey: CORP.encodingAESKey });
    const customer = platform.customer();
    assert.equal(await customer.says('喂')(base), 200);
    await until('answered', () => customer.shown.length === 1);
  });

  it('makes a new session the bot’s before it answers', async () => {
    await open();
    const customer = platform.customer('wkFirst/wm1');
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length === 1);
    assert.equal(platform.api.stateOf(customer.source), 1);
    const whose = { open_kfid: 'wkFirst', external_userid: 'wm1' };
    assert.deepEqual(posted('kf/service_state/trans'), [{ ...whose, service_state: 1 }]);
  });
  for (const state of [2, 3]) {
    it(`is silent in state ${state}, and heard again when the session is over`, async () => {
      await open();
      const customer = platform.customer();
      await customer.says('喂')(base);
      await until('answered', () => customer.shown.length === 1);
      platform.api.setState(customer.source, state);
      await customer.says('你是真人吗')(base);
      platform.api.setState(customer.source, 4);
      await customer.says('回来了')(base);
      await until('answered again', () => customer.shown.length === 2);
      assert.deepEqual([customer.shown[1]?.text, shop.worked.length], ['回声：回来了', 2]);
      assert.equal(
        (await logOf(customer.source)).some(({ activity }) => activity.text === '你是真人吗'),
        false,
      );
    });
  }
  it('hears nobody but the customer', async () => {
    await open();
    const customer = platform.customer();
    const hi = { msgtype: 'text', text: { content: '我是客服' } };
    await customer.writes({ ...hi, origin: 5, servicer_userid: 'zhangsan' })(base);
    await customer.writes({ ...hi, origin: 4 })(base);
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length > 0);
    assert.deepEqual((await logOf(customer.source)).map(({ activity }) => activity.text).slice(0, 2), [
      '喂',
      '回声：喂',
    ]);
  });
  it('keeps what it may not say any more until the customer writes', async () => {
    await open();
    const customer = platform.customer();
    platform.api.mishaps.push('http 500');
    await customer.says('喂')(base);
    platform.api.setState(customer.source, 3);
    await until('the platform refused', () => platform.api.refused.includes(95018) || customer.shown.length === 1);
    platform.api.setState(customer.source, 1);
    await customer.says('还在吗')(base);
    await until('both', () => customer.shown.length === 2);
    assert.deepEqual(
      customer.shown.map(({ text }) => text),
      ['回声：喂', '回声：还在吗'],
    );
  });

  it('greets who comes in for the first time by the code of that, once', async () => {
    await open({}, { respond: (real) => real });
    const customer = platform.customer();
    const enters = customer.enters();
    assert.equal(await enters(base), 200);
    await until('greeted', () => customer.shown.length === 1);
    assert.ok((customer.shown[0]?.choices.length ?? 0) > 1);
    assert.deepEqual([posted('kf/send_msg_on_event').length, posted('kf/send_msg').length], [1, 0]);
    await enters(base);
    await customer.presses(customer.shown[0]?.choices[0] ?? '')(base);
    await until('answered', () => customer.shown.length === 2);
    await customer.enters()(base);
    assert.deepEqual([posted('kf/send_msg_on_event').length, posted('kf/send_msg').length], [1, 1]);
    assert.deepEqual(platform.api.refused, []);
  });
  it('does not greet twice when it ended after the platform had the greeting, and says the rest later', async () => {
    await open({}, { respond: (real) => async (state, input) => ({ ...(await real(state, input)), replies: [] }) });
    const customer = platform.customer();
    await customer.enters()(base);
    await until('the turn is over', () => shop.worked.length === 1);
    const welcomes = createWelcomes(shop.ledger.channelStore, shopNow);
    const taken = await welcomes.take(shop.conversation(customer.source), 'greeting');
    assert.equal(taken.kind, 'code');
    assert.deepEqual(await send(customer.source, 'greeting'), { kind: 'sent', platformId: 'greeting' });
    assert.deepEqual(posted('kf/send_msg_on_event'), []);
    assert.equal((await send(customer.source, 'another'))?.kind, 'closed', 'they wrote nothing yet');
    await welcomes.giveBack(shop.conversation(customer.source));
    assert.equal((await send(customer.source, 'another'))?.kind, 'sent', 'the code was surely not used');
    assert.equal(customer.shown.length, 1);
  });
  it('does not greet who came in more than 20 s ago', async () => {
    await open({}, { respond: (real) => real });
    const customer = platform.customer();
    ahead = -21_000;
    await customer.enters()(base);
    ahead = 0;
    await customer.says('转人工')(base);
    await until('answered', () => customer.shown.length > 0);
    assert.deepEqual(posted('kf/send_msg_on_event'), []);
    assert.equal(shop.worked.length, 1);
  });

  it('keeps pictures and files sealed in ours, and no programs', async () => {
    await open();
    for (const [id, bytes] of Object.entries({ png: PNG, pdf: PDF, svg: Buffer.from('<svg xmlns="x"></svg>') })) {
      platform.api.media.set(id, bytes);
    }
    const customer = platform.customer();
    await customer.writes({ msgtype: 'image', image: { media_id: 'png' } })(base);
    await customer.writes({ msgtype: 'file', file: { media_id: 'pdf' } })(base);
    await customer.writes({ msgtype: 'image', image: { media_id: 'pdf' } })(base);
    await customer.writes({ msgtype: 'file', file: { media_id: 'svg' } })(base);
    const said = (await logOf(customer.source)).filter(({ activity }) => activity.from.role === 'user');
    const seen = said.map(({ activity }) => [activity.text, activity.attachments?.[0]?.contentType]);
    assert.deepEqual(seen, [
      ['', 'image/png'],
      ['', 'application/pdf'],
      ['📷', undefined],
      ['📄', undefined],
    ]);
    const id = said[0]?.activity.attachments?.[0]?.contentUrl?.split('/').at(-1) ?? '';
    assert.deepEqual((await shop.uploads.read(id))?.content, PNG);
  });
  it('sends pictures and files by upload', async () => {
    await open();
    const customer = platform.customer();
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length === 1);
    const conversation = shop.conversation(customer.source);
    for (const [at, bytes] of [PNG, PDF].entries()) {
      const saved = await shop.uploads.save(conversation, 'a', Readable.from([bytes]));
      assert.ok(saved.kind === 'saved');
      const { contentType, name } = saved.upload;
      const media = { kind: at === 0 ? 'image' : 'file', contentType, url: saved.path, name };
      assert.deepEqual(await send(customer.source, `m${at}`, { text: '', media }), {
        kind: 'sent',
        platformId: `m${at}`,
      });
    }
    assert.deepEqual(
      customer.shown.slice(1).map(({ image }) => image),
      [PNG, PDF],
    );
    assert.deepEqual(platform.api.uploaded, ['image', 'file']);
    assert.deepEqual(
      posted('kf/send_msg')
        .slice(1)
        .map(({ msgtype }) => msgtype),
      ['image', 'file'],
    );
  });
  it('gives long words numbers in a menu’s place, within what a message takes', async () => {
    await open();
    const customer = platform.customer();
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length === 1);
    const actions = [
      { label: '报修', value: '报修' },
      { label: '投诉', value: '投诉' },
    ];
    await send(customer.source, 'a', { text: '好'.repeat(341), actions });
    await send(customer.source, 'b', { text: '好'.repeat(342), actions });
    await send(customer.source, 'c', { text: '好'.repeat(682), actions });
    const [menu, numbers, most] = customer.shown.slice(1);
    assert.deepEqual([menu?.choices.length, numbers?.choices.length], [2, 0]);
    for (const shown of [numbers, most]) assert.match(shown?.text ?? '', /\n\n1\. 报修\n2\. 投诉$/);
    assert.deepEqual(platform.api.refused, []);
  });
  it('sends again under the same id what may have been taken, and the customer sees it once', async () => {
    await open();
    const customer = platform.customer();
    platform.api.mishaps.push('cut after it was taken', 'cut');
    await customer.says('喂')(base);
    await until('three calls', () => posted('kf/send_msg').length === 3);
    assert.equal(new Set(posted('kf/send_msg').map(({ msgid }) => msgid)).size, 1);
    await customer.says('好')(base);
    await until('the next', () => customer.shown.length === 2);
    assert.deepEqual(
      customer.shown.map(({ text }) => text),
      ['回声：喂', '回声：好'],
    );
  });

  it('notes what did not arrive, and writes no more where the platform says the window is over', async () => {
    await open();
    const customer = platform.customer();
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length === 1);
    const id = String(posted('kf/send_msg')[0]?.msgid);
    const conversation = shop.conversation(customer.source);
    const fails = (fail_type: number) => customer.happens({ event_type: 'msg_send_fail', fail_msgid: id, fail_type });
    const receipts: string[][] = [];
    const { channelStore } = shop.ledger;
    const receipt = channelStore.receipt.bind(channelStore);
    channelStore.receipt = async (...given) => {
      receipts.push(given.slice(0, 2).map(String));
      await receipt(...given);
    };
    const left = async () => (await shop.ledger.channelStore.window(conversation, shopNow()))?.left;
    await fails(13)(base);
    assert.equal(await left(), 4);
    ahead = 1500;
    await fails(6)(base);
    ahead = 0;
    assert.equal(await left(), undefined);
    await customer.says('再来')(base);
    await until('the next', () => customer.shown.length === 2);
    assert.deepEqual(receipts, [
      [id, 'failed'],
      [id, 'failed'],
    ]);
    assert.match(shop.logged.join('\n'), /did not arrive.*"code":6/);
  });
  it('hears of a customer who does not want to be written to', async () => {
    await open();
    const customer = platform.customer();
    await customer.says('喂')(base);
    await customer.happens({ event_type: 'msg_send_fail', fail_msgid: 'x', fail_type: 10 })(base);
    await platform.customer('wkFirst/wmStop').says('退订')(base);
    assert.deepEqual(shop.consents, [
      { source: customer.source, given: false },
      { source: 'wkFirst/wmStop', given: false },
    ]);
  });

  for (const [code, kind] of [
    [95001, 'closed'],
    [95018, 'closed'],
    [40058, 'never'],
  ] as const) {
    it(`tells a refusal with ${code} as ${kind}`, async () => {
      await open();
      platform.api.setState('wkFirst/wm1', code === 95018 ? 3 : 0);
      const sent = await send('wkFirst/wm1', code === 40058 ? 'far too long: '.repeat(3) : 'a');
      assert.deepEqual(sent, { kind, code: String(code) });
    });
  }
  it('says when the secret is wrong, without telling it', async () => {
    await open({ secret: 'canary' });
    assert.equal((await send('wkFirst/wm1', 'a'))?.kind, 'later');
    assert.equal(await platform.customer().says('喂')(base), 503);
    assert.doesNotMatch(shop.logged.join('\n'), /canary|喂|wm1/);
    assert.deepEqual(await send('nobody', 'a'), { kind: 'never', code: 'no-address' });
  });

  it('knows the same person at two accounts of customer service as two conversations', async () => {
    await open();
    const [first, second] = [platform.customer('wkFirst/wm1'), platform.customer('wkSecond/wm1')];
    await first.says('一')(base);
    await second.says('二')(base);
    await until('both', () => first.shown.length === 1 && second.shown.length === 1);
    assert.deepEqual([first.shown[0]?.text, second.shown[0]?.text], ['回声：一', '回声：二']);
  });
  it('reads what it was not called for when it starts, but not what is older', async () => {
    await open();
    await shop.close();
    const customer = platform.customer();
    ahead = -3_600_000;
    const old = customer.says('旧');
    await old('http://127.0.0.1:1').catch(() => {});
    ahead = 0;
    await customer
      .says('新')('http://127.0.0.1:1')
      .catch(() => {});
    shop = await openShop({ channel: wecomKf, account: platform.account, respond: echoing });
    await until('answered', () => customer.shown.length === 1);
    assert.deepEqual(
      customer.shown.map(({ text }) => text),
      ['回声：新'],
    );
  });

  it('does not start with settings that cannot work, and says where they are wrong', async () => {
    await open();
    const wrong = {
      channel: 'wecom-kf',
      account: 'x',
      corpId: 'a b',
      secret: 'canary',
      token: 't',
      openKfIds: ['a', 'a'],
    };
    const start = startMessaging([wecomKf], [{ ...wrong, channel: 'wecom-kf', unknown: 1 }], {
      ...{ log: { info() {}, warn() {}, error() {} }, now: shopNow, consent: async () => {}, server: {} as never },
      ...{ store: shop.ledger.channelStore, uploads: shop.uploads, intake: async () => assert.fail() },
      customers: shop.ledger.customers,
    });
    await assert.rejects(start, (error: unknown) => {
      assert.ok(error instanceof ChannelFaulty);
      for (const word of ['corpId', 'token', 'encodingAESKey', 'openKfIds', 'unknown'])
        assert.match(error.message, new RegExp(word));
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  });
});
