import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { whatsapp } from '../../../adapters/channels/whatsapp/index.ts';
import { FILES_PATH } from '../../../adapters/uploads/store.ts';
import { ACCOUNT, openWhatsapp, type WhatsappPlatform } from '../../simulators/whatsapp.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop, shopNow } from '../messaging/shop.ts';
import { type Spied, spied } from '../messaging/spied.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400, 3)]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('whatsapp: the webhook', () => {
  let platform: WhatsappPlatform;
  let shop: Shop;
  let spy: Spied;
  let base: string;
  const open = async (more: object = {}) => {
    platform = await openWhatsapp(shopNow);
    spy = spied(whatsapp);
    shop = await openShop({ channel: spy.channel, account: { ...platform.account, ...more }, respond: echoing });
    base = shop.instances[0]?.base ?? '';
  };
  afterEach(async () => {
    await shop.close();
    await platform.close();
    assert.deepEqual(shop.faults, []);
    assert.ok(!shop.logged.join().includes(ACCOUNT.accessToken));
  });
  const texts = () => spy.received.map(({ text }) => text);

  it('answers the handshake with its challenge, and only one with the verify token', async () => {
    await open();
    const ask = async (change: Record<string, string>) => {
      const given = { 'hub.mode': 'subscribe', 'hub.verify_token': ACCOUNT.verifyToken, 'hub.challenge': '115820' };
      const answer = await fetch(`${base}/channels/whatsapp/main?${new URLSearchParams({ ...given, ...change })}`);
      return [answer.status, answer.status === 200 ? await answer.text() : ''];
    };
    assert.deepEqual(await ask({}), [200, '115820']);
    const wrong = { 'hub.verify_token': 'verify-me-pleas', 'hub.mode': 'x', 'hub.challenge': '<script>' };
    for (const [name, value] of Object.entries(wrong)) assert.deepEqual(await ask({ [name]: value }), [403, ''], name);
  });

  it('takes all of a batch in order, without what is bad in it or for others', async () => {
    await open();
    const [a, b] = ['85211112222', '85233334444'];
    const text = (id: string, from: string, body: string) => ({
      id,
      from,
      timestamp: '1',
      type: 'text',
      text: { body },
    });
    const other = {
      field: 'messages',
      value: { metadata: { phone_number_id: '9' }, messages: [text('o', a, '别人的')] },
    };
    const entry = [
      {
        id: '1',
        changes: [platform.change({ messages: [text('1', a, '一'), { bad: true }, text('2', b, '二')] }), other],
      },
      { id: '2', changes: [platform.change({ messages: [text('3', a, '三')], statuses: [{}] }), { field: 'flows' }] },
    ];
    assert.equal(await platform.hook({ object: 'whatsapp_business_account', entry })(base), 200);
    assert.deepEqual(texts(), ['一', '二', '三']);
    assert.deepEqual(
      spy.received.map(({ source }) => source),
      [a, b, a],
    );
  });

  it('knows a customer by the id made for this business, with or without a phone number, and writes to it', async () => {
    await open({ locale: 'zh-Hant' });
    const customer = platform.customer('HK.13491208655302741918');
    await customer.says('你好')(base);
    await until('answered', () => customer.shown.length === 1);
    await platform.customer('85255556666').sends({ type: 'text', text: { body: '甲' }, from_user_id: 'HK.1a' })(base);
    const received = spy.received.map(({ source, locale }) => [source, locale]);
    assert.deepEqual(received, [
      ['HK.13491208655302741918', 'zh-Hant'],
      ['HK.1a', 'zh-Hant'],
    ]);
  });

  it('takes a pressed button and a row of a list with label and value', async () => {
    await open();
    const customer = platform.customer();
    const interactive = { type: 'button_reply', button_reply: { id: 'v1', title: '报修' } };
    await customer.sends({ type: 'interactive', interactive })(base);
    const row = { id: 'v2', title: '一个很长…', description: '一个很长的说明' };
    await customer.sends({ type: 'interactive', interactive: { type: 'list_reply', list_reply: row } })(base);
    await customer.sends({ type: 'button', button: { payload: 'p', text: 'Unsubscribe' } })(base);
    assert.deepEqual(
      spy.received.map(({ text, value, trigger, consent }) => [text, value, trigger, consent]),
      [
        ['报修', 'v1', 'click', undefined],
        ['一个很长的说明', 'v2', 'click', undefined],
        ['Unsubscribe', 'p', 'click', false],
      ],
    );
    assert.deepEqual(shop.consents, [{ source: customer.source, given: false }]);
  });

  it('stores a picture and gives it with our address, and takes only the words of what is none', async () => {
    await open();
    const { source, sends } = platform.customer();
    platform.api.media.set('11', { content: PNG, type: 'image/png' });
    platform.api.media.set('12', { content: SVG, type: 'image/svg+xml' });
    const push = sends({ type: 'image', image: { id: '11' } });
    assert.deepEqual([await push(base), await push(base)], [200, 200]);
    await sends({ type: 'document', document: { id: '12', filename: 'a.png', caption: '账单' } })(base);
    const [picture, words] = spy.received;
    const address = picture?.files[0]?.contentUrl ?? '';
    assert.ok(address.startsWith(FILES_PATH));
    const kept = await shop.uploads.read(address.slice(FILES_PATH.length));
    assert.deepEqual(kept?.content, PNG);
    assert.equal(kept.upload.conversation, shop.conversation(source));
    assert.deepEqual([picture?.text, words?.text, words?.files.length], ['', '账单', 0]);
    assert.equal(spy.received.length, 2);
  });

  it('does not show its token to an address that is not the platform’s', async () => {
    await open();
    const seen: string[] = [];
    const thief = createServer((req, res) => {
      seen.push(req.headers.authorization ?? '');
      res.end(PNG);
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    const address = thief.address();
    assert.ok(typeof address === 'object' && address !== null);
    const json = JSON.stringify({ url: `http://127.0.0.1:${address.port}/x` });
    platform.api.media.set('13', { content: Buffer.from(json), type: 'application/json' });
    const real = globalThis.fetch;
    // the platform's answer for this one is the file itself: an address of somebody else
    globalThis.fetch = (url, init) => real(String(url).endsWith('/13') ? `${platform.api.url}/file/13` : url, init);
    try {
      await platform.customer().sends({ type: 'image', image: { id: '13' } })(base);
    } finally {
      globalThis.fetch = real;
      thief.close();
    }
    assert.deepEqual([seen, spy.received[0]?.files], [[], []]);
  });

  it('notes receipts, and ends what a changed number had', async () => {
    await open();
    const customer = platform.customer();
    await customer.says('喂')(base);
    await until('answered', () => customer.shown.length === 1);
    const status = (state: string, more = {}) => ({ id: 'wamid.OUT1', status: state, timestamp: '1', ...more });
    const statuses = [status('read'), status('delivered'), status('failed', { errors: [{ code: 131026 }] })];
    const entry = [{ id: '1', changes: [platform.change({ statuses })] }];
    assert.equal(await platform.hook({ object: 'whatsapp_business_account', entry })(base), 200);
    assert.deepEqual(
      spy.receipts.map(({ state }) => state),
      ['read', 'delivered', 'failed'],
    );
    assert.ok(shop.logged.some((line) => line.includes('131026') && !line.includes(customer.source)));
    await customer.sends({ type: 'system', system: { type: 'user_changed_number', wa_id: '1' } })(base);
    assert.equal(spy.received.at(-1)?.kind, 'departure');
  });

  it('still takes what was signed with the secret before the last change', async () => {
    await open({ previousAppSecret: 'the-secret-before' });
    const { sends } = platform.customer();
    const hi = { type: 'text', text: { body: '喂' } };
    assert.equal(await sends(hi, { secret: 'the-secret-before' })(base), 200);
    assert.equal(await sends(hi, { secret: 'the-secret-befor' })(base), 401);
  });
});
