import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { Outgoing } from '../../../adapters/channels/messaging/port.ts';
import { telegram } from '../../../adapters/channels/telegram/index.ts';
import { dataOf, meantBy } from '../../../adapters/channels/telegram/keyboard.ts';
import { sentOf } from '../../../adapters/channels/telegram/sending.ts';
import { FILES_PATH } from '../../../adapters/uploads/store.ts';
import { ACCOUNT, openTelegram, type TelegramPlatform } from '../../simulators/telegram.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop, shopNow } from '../messaging/shop.ts';
import { accountOf, type Spied, spied } from '../messaging/spied.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400, 3)]);
const LONG = '一个很长的值，长得一个按钮带不走，只好由我们记住它';
const HELD = { id: 'm1', text: '请选择', actions: [{ label: '这个', value: LONG }] } as const;

describe('telegram: the bot', () => {
  let platform: TelegramPlatform;
  let shop: Shop;
  let spy: Spied;
  let base: string;
  const open = async (more: object = {}, instances = 1) => {
    platform = await openTelegram(shopNow);
    spy = spied(telegram);
    const account = { ...platform.account, ...more };
    shop = await openShop({ channel: spy.channel, account, respond: echoing, instances });
    base = shop.instances[0]?.base ?? '';
  };
  afterEach(async () => {
    await shop.close();
    await platform.close();
    assert.deepEqual(shop.faults, []);
    assert.ok(!shop.logged.join().includes(ACCOUNT.token));
  });
  const said = () => spy.received.map(({ kind, text, value }) => [kind, text, value]);

  it('takes /start as an arrival, an edited message as a new one, a block as a departure', async () => {
    await open();
    const { source, sends, updates } = platform.customer();
    const chat = { id: Number(source), type: 'private' };
    const from = { id: Number(source), language_code: 'zh-hant' };
    await sends({ text: '/start from-web' })(base);
    await updates({ edited_message: { chat, from, date: 1, text: '更正' } })(base);
    await updates({ my_chat_member: { chat, from, date: 1, new_chat_member: { status: 'kicked' } } })(base);
    await updates({ my_chat_member: { chat, from, date: 1, new_chat_member: { status: 'member' } } })(base);
    assert.deepEqual(said(), [
      ['arrival', '', undefined],
      ['message', '更正', undefined],
      ['departure', '', undefined],
    ]);
    assert.deepEqual(shop.consents, [
      { source, given: true },
      { source, given: false },
    ]);
    assert.deepEqual([spy.received[0]?.locale, spy.received[1]?.locale], ['zh-hans', 'zh-hant']);
  });

  it('takes a pressed button with its label and value, long ones too, and answers it', async () => {
    await open();
    const customer = platform.customer();
    const conversation = shop.conversation(customer.source);
    await customer.says('菜单')(base);
    await until('the menu', () => customer.shown.length === 1);
    await customer.presses('投诉')(base);
    await until('answered', () => customer.shown.length === 2);
    await shop.ledger.channelStore.saveMenu(conversation, HELD.actions, shopNow());
    assert.equal((await accountOf(shop).send(customer.source, HELD)).kind, 'sent');
    assert.ok(Buffer.byteLength(platform.api.sent.at(-1)?.keyboard[0]?.callback_data ?? '') <= 64);
    await customer.presses('这个')(base);
    await until('answered', () => customer.shown.length === 4);
    await shop.ledger.channelStore.saveMenu(conversation, [], shopNow());
    await customer.presses('这个')(base);
    assert.deepEqual(said().slice(1), [
      ['message', '投诉', '投诉'],
      ['message', '这个', LONG],
      ['message', '这个', undefined],
    ]);
    assert.deepEqual(
      platform.answered.map(({ method }) => method),
      Array(3).fill('answerCallbackQuery'),
    );
  });

  it('keeps data of buttons to 64 bytes, and reads them back', () => {
    const values = ['', '报修', 'x'.repeat(63), 'x'.repeat(64), '报'.repeat(21), '报'.repeat(22), LONG, '#1', '=1'];
    const menu = values.map((value) => ({ label: 'x', value }));
    for (const value of values) {
      assert.ok(Buffer.byteLength(dataOf(value)) <= 64, value);
      assert.equal(meantBy(dataOf(value), menu), value);
    }
    assert.equal(meantBy(dataOf(LONG), []), null);
  });

  it('stores pictures and files, and takes places', async () => {
    await open();
    const { sends } = platform.customer();
    platform.api.files.set('small', Buffer.from('no picture'));
    platform.api.files.set('big', PNG);
    const photo = [
      { file_id: 'small', file_size: 10 },
      { file_id: 'big', file_size: 408 },
    ];
    await sends({ photo: [...photo, { file_id: 'huge', file_size: 6e6 }] })(base);
    await sends({ document: { file_id: 'small', file_name: 'a.html' }, caption: '看' })(base);
    const location = { latitude: 22.28, longitude: 114.15 };
    await sends({ location, venue: { location, title: '中环站', address: '中环' } })(base);
    const [picture, file, place] = spy.received;
    const address = picture?.files[0]?.contentUrl ?? '';
    const kept = await shop.uploads.read(address.slice(FILES_PATH.length));
    assert.deepEqual([kept?.content, picture?.text], [PNG, '']);
    assert.deepEqual([file?.files, file?.text], [[], '看']);
    assert.deepEqual([place?.text, place?.location], ['中环站, 中环', { ...location, label: '中环站, 中环' }]);
  });

  it('tells a group once that it only talks in private', async () => {
    await open();
    const { source, sends, updates } = platform.customer();
    const chat = { id: -100123, type: 'group' };
    const from = { id: Number(source) };
    const member = { chat, from, new_chat_member: { status: 'member' } };
    assert.equal(await updates({ my_chat_member: member })(base), 200);
    assert.equal(await sends({ chat, text: '喂' })(base), 200);
    assert.deepEqual(
      platform.answered.map(({ method, chat_id }) => [method, chat_id]),
      [['sendMessage', -100123]],
    );
    assert.deepEqual(said(), []);
  });

  it('sets its webhook once for two instances when it knows its address', async () => {
    await open({ publicUrl: 'https://bot.example.com/' }, 2);
    await until('it is set', () => platform.api.webhook !== null);
    assert.equal(platform.api.webhook?.url, 'https://bot.example.com/channels/telegram/main');
    assert.equal(platform.api.webhook.secret_token, ACCOUNT.secretToken);
    await shop.close();
    assert.deepEqual(platform.api.calls, ['setWebhook']);
  });

  it('sends pictures and files, shows that it types, and rests as long as it is told', async () => {
    await open({}, 2);
    const { source } = platform.customer();
    const account = accountOf(shop);
    const other = shop.instances[1]?.messaging.accounts[0];
    const message = (more: Partial<Outgoing>): Outgoing => ({ id: 'x', text: '', actions: [], ...more });
    for (const [kind, name, content] of [
      ['image', 'a.png', PNG],
      ['file', 'b.pdf', Buffer.from('%PDF-1.7 ...........')],
    ] as const) {
      const saved = await shop.uploads.save(shop.conversation(source), name, Readable.from([content]));
      assert.ok(saved.kind === 'saved');
      const media = { kind, contentType: saved.upload.contentType, url: saved.path, name };
      assert.equal((await account.send(source, message({ media }))).kind, 'sent');
    }
    assert.deepEqual([platform.api.sent[0]?.photo, platform.api.sent[1]?.document], [PNG, 'b.pdf']);
    await account.typing?.show(source);
    assert.deepEqual(platform.api.typed, [source]);
    platform.api.mishaps.push({ status: 429, description: 'Too Many Requests', retryAfter: 30 });
    const first = await account.send(source, message({ text: '一' }));
    assert.deepEqual(first, { kind: 'later', code: 'http-429', afterMs: 30_000 });
    assert.equal((await other?.send(source, message({ text: '一' })))?.kind, 'later');
    await other?.typing?.show(source);
    assert.equal(platform.api.typed.length, 1, 'a chat that rests is not told that somebody types');
    assert.equal((await other?.send('5', message({ text: '二' })))?.kind, 'sent', 'another chat');
    assert.equal(platform.api.sent.length, 3);
    platform.api.mishaps.push({ status: 400, description: 'Bad Request: chat not found' });
    assert.equal((await other?.send('6', message({ text: '三' })))?.kind, 'unreachable');
  });

  it('tells what Telegram refuses as what it means for us', () => {
    const refused = (status: number, description = '') =>
      sentOf({ kind: 'refused', status, description, afterMs: null }).kind;
    assert.equal(refused(403, 'Forbidden: bot was blocked by the user'), 'unreachable');
    assert.equal(refused(400, 'Bad Request: chat not found'), 'unreachable');
    assert.equal(refused(400, 'Bad Request: message is too long'), 'never');
    for (const status of [401, 404, 429, 500, 502]) assert.equal(refused(status), 'later', String(status));
    const unsure = sentOf({ kind: 'failed', code: 'TimeoutError', maybe: true });
    assert.ok(unsure.kind === 'later' && unsure.maybe === true);
  });
});
