import assert from 'node:assert/strict';
import { type AzureSurroundings, createAzureBot } from '../../../adapters/channels/azure/bot.ts';
import { registerMessages } from '../../../adapters/channels/azure/messages.ts';
import { INTERNAL_CHANNEL, WEB_CHANNEL } from '../../../bot/activity.ts';
import { raw, run } from '../../http/call.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';
import { call } from '../directline/line.ts';
import { APP_ID, ISSUER, openKeyServer, type TokenWish } from './keyServer.ts';

const good = {
  type: 'message',
  id: 'a-1',
  text: '你好',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:3999/',
  conversation: { id: '19:abc@thread' },
  from: { id: '29:user', name: 'U' },
  recipient: { id: '28:bot' },
};

async function open(appId: string | null, surroundings: AzureSurroundings = {}) {
  const store = memoryConversations();
  const registration = appId === null ? null : { appId, password: 'p', type: null, tenantId: null };
  const bot = createAzureBot(registration, surroundings);
  const running = await run((server) => {
    const intake = store.accept;
    registerMessages(server, { bot, intake, log: { info() {}, warn() {}, error() {} }, now: Date.now });
  });
  const post = (json: unknown, headers: Record<string, string> = {}) =>
    call(`${running.base}/api/messages`, 'POST', { json, headers });
  return { ...running, store, bot, post };
}

describe('POST /api/messages without an app id', () => {
  let edge: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    edge = await open(null);
  });
  afterEach(() => edge.server.close(500));

  it('takes a good message: durable, 200, nothing in the answer', async () => {
    const answer = await edge.post(good);
    assert.deepEqual([answer.status, answer.text], [200, '']);
    const [taken] = edge.store.accepted;
    assert.match(taken?.conversation ?? '', /^az-[\w-]{32}$/);
    assert.equal(taken?.inbound.id, 'a-1');
    assert.equal(taken?.inbound.activity.serviceUrl, good.serviceUrl);
    assert.deepEqual(taken?.shown?.from, { id: '29:user', role: 'user' });
    assert.equal(taken?.shown?.text, '你好');
  });

  it('takes the same activity once, and tells the conversations of two channels apart', async () => {
    await edge.post(good);
    assert.equal((await edge.post(good)).status, 200);
    assert.equal(edge.store.accepted.length, 1);
    await edge.post({ ...good, channelId: 'webchat' });
    assert.equal(edge.store.accepted.length, 2);
    assert.notEqual(edge.store.accepted[0]?.conversation, edge.store.accepted[1]?.conversation);
  });

  it('takes fields that are null for fields that are not there', async () => {
    const answer = await edge.post({
      ...good,
      locale: null,
      attachments: null,
      from: { ...good.from, name: null, role: null },
    });
    assert.equal(answer.status, 200);
  });

  const base = {
    type: 'message',
    channelId: 'x',
    conversation: { id: 'c' },
    from: { id: 'u' },
    serviceUrl: 'http://127.0.0.1:1',
  };
  for (const [what, body, status] of [
    ['an array', [], 400],
    ['a string', 'x', 400],
    ['null', null, 400],
    ['{}', {}, 400],
    ['a type that is a number', { type: 5 }, 400],
    ['a type that is unknown', { ...base, type: 'nope' }, 400],
    ['only a type', { type: 'message' }, 400],
    ['no conversation', { ...base, conversation: undefined }, 400],
    ['no from', { ...base, from: undefined }, 400],
    ['no serviceUrl', { ...base, serviceUrl: undefined }, 400],
    ['a text that is an object', { ...base, text: {} }, 400],
    ['attachments that are a string', { ...base, attachments: 'x' }, 400],
    ['membersAdded that is an object', { ...base, membersAdded: {} }, 400],
    ['a forbidden key', JSON.parse('{"type":"message","__proto__":{}}'), 400],
    ['too long a text', { ...base, text: 'x'.repeat(10_001) }, 400],
    ['8 MB', { ...base, text: 'x'.repeat(8_000_000) }, 413],
    ['a channel of our own', { ...base, type: 'event', name: 'x', channelId: INTERNAL_CHANNEL }, 400],
    ['the channel of our page', { ...base, text: 'x', channelId: WEB_CHANNEL }, 400],
    ['a serviceUrl elsewhere', { ...base, serviceUrl: 'http://169.254.169.254/latest' }, 403],
    ['a serviceUrl that looks near', { ...base, serviceUrl: 'http://127.0.0.1.evil.example/' }, 403],
    ['a serviceUrl with a user', { ...base, serviceUrl: 'http://127.0.0.1@evil.example/' }, 403],
    ['a serviceUrl that is a file', { ...base, serviceUrl: 'file:///etc/passwd' }, 403],
    ['an absurd timestamp', { ...base, text: 'x', timestamp: 'the day before yesterday' }, 200],
    ['an unknown field', { ...base, text: 'x', haxx: 1 }, 200],
  ] as const) {
    it(`answers ${status} to ${what}`, async () => {
      const answer = await edge.post(body);
      assert.equal(answer.status, status, answer.text);
      assert.equal(edge.store.accepted.length, status === 200 ? 1 : 0);
      assert.doesNotMatch(answer.text, /\bat \/|169\.254|evil/);
    });
  }

  for (const [type, body, status] of [
    ['application/json', '{"type":', 400],
    ['application/json', '', 400],
    ['text/plain', JSON.stringify(good), 415],
    ['application/xml', '<activity/>', 415],
    ['text/xml', '<activity/>', 415],
    ['application/x-www-form-urlencoded', 'type=message', 415],
  ] as const) {
    it(`answers ${status} to ${type} "${body.slice(0, 12)}"`, async () => {
      const answer = await call(`${edge.base}/api/messages`, 'POST', { body, headers: { 'content-type': type } });
      assert.equal(answer.status, status);
    });
  }

  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    it(`answers 405 to ${method}`, async () => {
      assert.equal((await call(`${edge.base}/api/messages`, method, {})).status, 405);
    });
  }

  it('answers nobody who comes from elsewhere through a proxy', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      assert.equal((await edge.post(good, { [name]: '203.0.113.9' })).status, 403, name);
    }
    assert.equal(edge.store.accepted.length, 0);
  });

  it('ignores an Authorization header, as nobody is asked for one', async () => {
    assert.equal((await edge.post(good, { authorization: 'Bearer junk' })).status, 200);
  });

  it('answers an invoke nobody handles with 501, and the health check', async () => {
    assert.equal((await edge.post({ ...good, type: 'invoke', name: 'signin/verifyState' })).status, 501);
    const health = await edge.post({ ...good, type: 'invoke', name: 'healthCheck' });
    assert.equal(health.status, 200);
    assert.equal(health.json.healthResults.success, true);
    assert.equal(edge.store.accepted.length, 0);
  });

  it('tells the bot of people who come, not of itself, and not of typing', async () => {
    const update = { ...good, type: 'conversationUpdate', text: undefined };
    assert.equal((await edge.post({ ...update, membersAdded: [{ id: '28:bot' }] })).status, 200);
    assert.equal((await edge.post({ ...good, type: 'typing' })).status, 200);
    assert.equal(edge.store.accepted.length, 0);
    await edge.post({ ...update, id: 'a-2', membersAdded: [{ id: '28:bot' }, { id: '29:user' }] });
    assert.deepEqual(edge.store.accepted[0]?.inbound.activity.membersAdded, [{ id: '29:user' }]);
    assert.equal(edge.store.accepted[0]?.shown, null);
  });

  it('takes expectReplies as a message like any other', async () => {
    assert.equal((await edge.post({ ...good, deliveryMode: 'expectReplies' })).status, 200);
    assert.equal(edge.store.accepted.length, 1);
  });

  it('answers 503 when it could not store, and says no more', async () => {
    for (const health of ['down', 'full'] as const) {
      edge.store.health = health;
      const answer = await edge.post(good);
      assert.equal(answer.status, 503);
      assert.doesNotMatch(answer.text, /store is down/);
    }
  });

  it('survives half a body', async () => {
    const answer = raw(
      edge.port,
      'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    assert.equal((await edge.post(good)).status, 200);
    await answer.catch(() => '');
  }).timeout(8000);
});

describe('POST /api/messages with an app id', () => {
  let keys: Awaited<ReturnType<typeof openKeyServer>>;
  let edge: Awaited<ReturnType<typeof open>>;
  const settings = (url: string) => ({
    ToBotFromChannelOpenIdMetadataUrl: url,
    ToBotFromEmulatorOpenIdMetadataUrl: url,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: 'http://127.0.0.1:9/login',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'http://127.0.0.1:9/oauth',
    CallerId: '',
    ValidateAuthority: false,
  });
  before(async () => {
    keys = await openKeyServer();
    const mayPostTo = (url: string): boolean => url.startsWith('http://127.0.0.1:3999/');
    edge = await open(APP_ID, { settings: settings(keys.url), mayPostTo });
  });
  after(async () => {
    await edge.server.close(500);
    await keys.close();
  });
  beforeEach(() => void edge.store.accepted.splice(0));

  const { serviceUrl } = good;
  let counter = 0;
  const fresh = (more: object = {}) => ({ ...good, id: `m-${counter++}`, ...more });
  const postWith = (token: string, more: object = {}) => edge.post(fresh(more), { authorization: `Bearer ${token}` });

  it('takes a message with a good token, also through a proxy', async () => {
    const token = await keys.token({ serviceUrl });
    assert.equal((await postWith(token)).status, 200);
    const proxied = await edge.post(fresh(), { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' });
    assert.equal(proxied.status, 200);
    assert.equal(edge.store.accepted.length, 2);
  });

  it('takes a key without endorsements for any channel', async () => {
    assert.equal((await postWith(await keys.token({ serviceUrl, kid: 'plain' }))).status, 200);
  });

  const aad = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
  for (const [what, wish, more] of [
    ['another audience', { audience: 'someone-else' }, {}],
    ['a token long expired', { expiresIn: -3600 }, {}],
    ['an unknown key', { kid: 'nobody' }, {}],
    ['another issuer', { issuer: 'https://evil.example' }, {}],
    ['another serviceUrl', { serviceUrl: 'http://127.0.0.1:3999/other' }, {}],
    ['no serviceUrl claim', { serviceUrl: undefined }, {}],
    ['a channel the key is not endorsed for', {}, { channelId: 'sms' }],
    ['an emulator token', { issuer: aad, claims: { ver: '1.0', appid: APP_ID } }, {}],
    ['a skill token', { issuer: aad, claims: { ver: '1.0', appid: 'another-app' } }, {}],
    ['an ASE channel token', {}, { channelId: 'AseChannel' }],
  ] as [string, TokenWish, object][]) {
    it(`answers 401 to ${what}`, async () => {
      const answer = await postWith(await keys.token({ serviceUrl, ...wish }), more);
      assert.equal(answer.status, 401, answer.text);
      assert.equal(edge.store.accepted.length, 0);
    });
  }

  it('answers 401, never 500, to what is no token of theirs, and prints no keys', async () => {
    const [head, body, signature] = (await keys.token({ serviceUrl })).split('.');
    const none = Buffer.from('{"alg":"none","kid":"endorsed"}').toString('base64url');
    const hmac = Buffer.from('{"alg":"HS256","kid":"endorsed"}').toString('base64url');
    const printed: unknown[] = [];
    const write = process.stderr.write;
    process.stderr.write = (text: unknown) => printed.push(text) > 0;
    try {
      for (const token of [
        await keys.forged({ serviceUrl }),
        `${none}.${body}.`,
        `${none}.${body}.${signature}`,
        `${hmac}.${body}.${signature}`,
        `${head}.${body}.AAAA`,
        `${head}.e30.${signature}`,
        `${head}.!!!.${signature}`,
        `a.b.c`,
        'junk',
        'x'.repeat(5000),
        '',
      ]) {
        const answer = await postWith(token);
        assert.equal(answer.status, 401, token);
        assert.deepEqual(answer.json, { error: { code: 'Unauthorized', message: 'The token was not accepted.' } });
      }
      for (const authorization of ['', 'Basic YTpi', `bearer ${head}`]) {
        assert.equal((await edge.post(fresh(), { authorization })).status, 401);
      }
    } finally {
      process.stderr.write = write;
    }
    assert.equal(edge.store.accepted.length, 0);
    assert.deepEqual(printed, []);
  });

  it('answers 403 to a serviceUrl off the list before it looks at the token', async () => {
    const token = await keys.token({ serviceUrl: 'https://evil.trafficmanager.net/' });
    assert.equal((await postWith(token, { serviceUrl: 'https://evil.trafficmanager.net/' })).status, 403);
  });

  it('answers 400 before it looks at the token', async () => {
    assert.equal((await edge.post({ type: 5 })).status, 400);
  });

  it('answers 503, without a word about the cause, while the keys cannot be had', async () => {
    const closed = await openKeyServer();
    await closed.close();
    const blind = await open(APP_ID, { settings: settings(closed.url), mayPostTo: () => true });
    const answer = await blind.post(fresh(), { authorization: `Bearer ${await keys.token({ serviceUrl })}` });
    await blind.server.close(500);
    assert.equal(answer.status, 503);
    assert.doesNotMatch(answer.text, /ECONN|127\.0|openid/);
    assert.equal(blind.store.accepted.length, 0);
  });
});
