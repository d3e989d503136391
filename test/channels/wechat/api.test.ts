import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import WechatClient from 'co-wechat-api';
import { type Client, createClient } from '../../../adapters/channels/tencent/client.ts';
import { sendCustom, sentOf, showTyping } from '../../../adapters/channels/wechat/sending.ts';
import { wechatSettings } from '../../../adapters/channels/wechat/settings.ts';
import { createTokens } from '../../../adapters/channels/wechat/tokens.ts';
import type { Books } from '../../../adapters/ledger/index.ts';
import { createUploads } from '../../../adapters/uploads/store.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { openAt, testSealer } from '../../contracts/ledgerFixtures.ts';
import { ACCOUNT } from '../../simulators/wechat.ts';
import { openWechatApi, type WechatApi } from '../../simulators/wechatApi.ts';
import { freePort } from '../../support/ports.ts';
import { hasSamples, jsonSample } from '../tencent/samples.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400, 3)]);

describe('wechat: our platform, judged by co-wechat-api', () => {
  let api: WechatApi;
  const clientOf = () => {
    const client = new WechatClient(ACCOUNT.appId, ACCOUNT.secret);
    client.prefix = `${api.url}/cgi-bin/`;
    return client;
  };
  beforeEach(async () => {
    api = await openWechatApi(ACCOUNT);
  });
  afterEach(() => api.close());

  it('takes its messages and files', async () => {
    api.allow('o1', 5, 1000);
    const client = clientOf();
    assert.deepEqual(await client.sendText('o1', '你好'), { errcode: 0, errmsg: 'ok' });
    assert.equal(api.sent[0]?.text?.content, '你好');
    const { media_id } = await client.uploadMedia(PNG, 'image', 'a.png', 'image/png');
    assert.deepEqual(await client.getMedia(media_id), PNG);
  });
  it('ends the classic token before with each question, as the real one does', async () => {
    api.allow('o1', 5, 1000);
    const [one, other] = [clientOf(), clientOf()];
    await one.sendText('o1', 'a');
    await other.sendText('o1', 'b');
    await one.sendText('o1', 'c');
    assert.equal(api.asked, 3);
    assert.deepEqual(api.refused, [40001]);
  });
  it('refuses the sixth message, and any when the customer did nothing', async () => {
    api.allow('o1', 5, 10_000);
    const client = clientOf();
    for (let count = 0; count < 5; count++) await client.sendText('o1', 'x');
    await assert.rejects(client.sendText('o1', 'x'), { code: 45047 });
    await assert.rejects(client.sendText('o2', 'x'), { code: 45015 });
  });
});

describe('wechat: our client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-wechat-'));
  const log: string[] = [];
  const write = (facts: object) => void log.push(JSON.stringify(facts));
  let api: WechatApi;
  let books: Books[];
  let skew = 0;
  const now = () => Date.now() + skew;
  const uploads = createUploads({ folder: join(folder, 'files'), secret: 's', sealer: testSealer, now });
  const clientOn = (ledger: Books | undefined, over: object = {}): Client => {
    const settings = wechatSettings.parse({ channel: 'wechat', apiBase: api.url, ...ACCOUNT, ...over });
    assert.ok(ledger);
    const tokens = createTokens(settings, ledger.channelStore, now);
    return createClient(settings, tokens, { info: write, warn: write, error: write });
  };
  const text = (words: string, actions: { label: string; value: string }[] = []) => ({ id: 'i', text: words, actions });
  beforeEach(async () => {
    skew = 0;
    log.length = 0;
    api = await openWechatApi(ACCOUNT, now);
    api.allow('o1', 1000, 60_000_000);
    const file = join(folder, `${Math.random()}.db`);
    books = [await openAt({ file }), await openAt({ file })];
  });
  afterEach(async () => {
    await Promise.all(books.map((each) => each.close()));
    await api.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows typing as the sample of another project does', async function () {
    if (!hasSamples()) this.skip();
    await showTyping(clientOn(books[0]), 'o1');
    assert.deepEqual(api.typed, ['o1']);
    assert.deepEqual(Object.keys(Object(jsonSample('CgibinMessageCustomTypingRequest'))).sort(), ['command', 'touser']);
  });
  it('shares one token between instances', async () => {
    const clients = [...books, ...books].map((ledger) => clientOn(ledger));
    await Promise.all(clients.map((client) => sendCustom(client, uploads, 'o1', text('好'))));
    assert.deepEqual([api.asked, api.sent.length], [1, 4]);
  });
  it('asks again 5 minutes before a token ends', async () => {
    const client = clientOn(books[0]);
    await showTyping(client, 'o1');
    skew = 6_890_000;
    await showTyping(client, 'o1');
    assert.equal(api.asked, 1);
    skew = 6_910_000;
    await showTyping(client, 'o1');
    assert.deepEqual([api.asked, api.typed.length], [2, 3]);
  });
  it('goes on with the old token while another instance asks for the new one', async () => {
    await showTyping(clientOn(books[0]), 'o1');
    skew = 6_910_000;
    await books[1]?.channelStore.lock(`wechat/${ACCOUNT.appId}`, 'another', now(), 10_000);
    await showTyping(clientOn(books[0]), 'o1');
    assert.deepEqual([api.asked, api.typed.length], [1, 2]);
  });
  it('asks once when a token ends early, and only repeats the call once', async () => {
    const [one, other] = [clientOn(books[0]), clientOn(books[1])];
    await showTyping(one, 'o1');
    api.expireToken();
    const sent = await Promise.all([one, other].map((client) => sendCustom(client, uploads, 'o1', text('好'))));
    assert.deepEqual(sent, [{ kind: 'sent' }, { kind: 'sent' }]);
    assert.equal(api.asked, 2);
  });
  it('takes what another instance stored meanwhile for the refused token', async () => {
    const client = clientOn(books[0]);
    await showTyping(client, 'o1');
    const given = api.tokens.at(-1) ?? '';
    const store = books[0]?.channelStore;
    await store?.saveToken(`wechat/${ACCOUNT.appId}`, 'wrong', now() + 60_000);
    assert.deepEqual(await sendCustom(client, uploads, 'o1', text('好')), { kind: 'sent' });
    assert.deepEqual([api.tokens.length, api.asked], [1, 2]);
    assert.equal((await store?.token(`wechat/${ACCOUNT.appId}`, now(), 0))?.value, given);
  });
  it('forces a new token when the platform gives the refused one again, once in 30 s', async () => {
    const client = clientOn(books[0]);
    await showTyping(client, 'o1');
    api.unjust = 1;
    assert.deepEqual(await sendCustom(client, uploads, 'o1', text('好')), { kind: 'sent' });
    assert.equal(api.tokens.length, 2);
    api.unjust = 1;
    assert.deepEqual(await sendCustom(client, uploads, 'o1', text('好')), { kind: 'later', code: '40001' });
    assert.equal(api.tokens.length, 2);
    skew += 31_000;
    api.unjust = 1;
    assert.deepEqual(await sendCustom(client, uploads, 'o1', text('好')), { kind: 'sent' });
    assert.equal(api.tokens.length, 3);
  });
  it('says what is wrong with the settings, without the secret', async () => {
    const sent = await sendCustom(clientOn(books[0], { secret: 'canary' }), uploads, 'o1', text('好'));
    assert.deepEqual(sent, { kind: 'later', code: '40125' });
    assert.match(log.join(), /40125/);
    assert.doesNotMatch(log.join(), /canary|o1|好/);
  });

  it('sends quick replies as a menu, numbered in words when the text is long', async () => {
    const client = clientOn(books[0]);
    const actions = ['满意', '不满意'].map((label) => ({ label, value: label }));
    await sendCustom(client, uploads, 'o1', text('您满意吗？', actions));
    assert.deepEqual(api.sent[0]?.msgmenu, {
      ...{ head_content: '您满意吗？', tail_content: '' },
      list: [
        { id: '1', content: '满意' },
        { id: '2', content: '不满意' },
      ],
    });
    await sendCustom(client, uploads, 'o1', text('长'.repeat(400), actions));
    assert.match(api.sent[1]?.text?.content ?? '', /长\n\n1\. 满意\n2\. 不满意$/);
  });
  it('uploads a picture of ours and sends it; other files are named', async () => {
    const client = clientOn(books[0]);
    const saved = await uploads.save('c' as ConversationId, 'a.png', Readable.from([PNG]));
    assert.ok(saved.kind === 'saved');
    const media = { kind: 'image', contentType: 'image/png', url: saved.path, name: 'a.png' } as const;
    assert.deepEqual(await sendCustom(client, uploads, 'o1', { ...text(''), media }), { kind: 'sent' });
    assert.deepEqual(api.media.get(api.sent[0]?.image?.media_id ?? ''), PNG);
    await sendCustom(client, uploads, 'o1', { ...text(''), media: { ...media, contentType: 'image/webp' } });
    assert.equal(api.sent[1]?.text?.content, '[a.png]');
  });

  it('knows a platform that cannot be reached from one that may have taken the message', async () => {
    await books[0]?.channelStore.saveToken(`wechat/${ACCOUNT.appId}`, 'a-token', now() + 60_000);
    const away = clientOn(books[0], { apiBase: `http://127.0.0.1:${await freePort()}` });
    const unsent = await sendCustom(away, uploads, 'o1', text('好'));
    assert.deepEqual(unsent, { kind: 'later', code: 'ECONNREFUSED', maybe: false });
    api.mishaps.push('cut');
    const perhaps = await sendCustom(clientOn(books[0]), uploads, 'o1', text('好'));
    assert.ok(perhaps.kind === 'later' && perhaps.maybe === true, JSON.stringify(perhaps));
  });

  const outcomes: Readonly<Record<number, string>> = {
    [-1]: 'later',
    45009: 'later',
    45011: 'later',
    45015: 'closed',
    45047: 'closed',
    43004: 'unreachable',
    43019: 'unreachable',
    40001: 'later',
    40013: 'later',
    40125: 'later',
    40164: 'later',
    50002: 'later',
    48001: 'never',
    40033: 'never',
    45002: 'never',
    40007: 'never',
    99999: 'never',
  };
  for (const [code, kind] of Object.entries(outcomes)) {
    it(`takes ${code} for ${kind}`, () => {
      assert.equal(sentOf({ kind: 'refused', code: Number(code) }).kind, kind);
    });
  }
});
