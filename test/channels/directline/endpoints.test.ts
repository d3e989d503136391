import assert from 'node:assert/strict';
import { decodeJwt, SignJWT } from 'jose';
import { type Line, openLine, SECRET } from './line.ts';

const root = '/v3/directline';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('Direct Line endpoints', () => {
  let line: Line;
  beforeEach(async () => {
    line = await openLine();
  });
  afterEach(() => line.close());

  describe('tokens', () => {
    it('are made with the secret only, and start nothing', async () => {
      const made = await line.call('POST', `${root}/tokens/generate`, {
        token: SECRET,
        json: { user: { id: 'dl_me' } },
      });
      assert.equal(made.status, 200);
      assert.deepEqual(Object.keys(made.json).sort(), ['conversationId', 'expires_in', 'token']);
      assert.equal(made.json.expires_in, 1800);
      const claims = decodeJwt(made.json.token);
      assert.equal(claims.user, 'dl_me');
      assert.equal(claims.conversation, made.json.conversationId);
      assert.equal((claims.exp ?? 0) - (claims.iat ?? 0), 1800);
      assert.equal(line.store.accepted.length, 0);
      const again = await line.call('POST', `${root}/tokens/generate`, { token: made.json.token });
      assert.equal(again.status, 403);
    });

    it('are made without a body, for a user of our own making', async () => {
      const { json } = await line.call('POST', `${root}/tokens/generate`, { token: SECRET });
      assert.match(String(decodeJwt(json.token).user), /^dl_[\w-]{22}$/);
    });

    it('are not made for a user whose id does not begin with dl_', async () => {
      const made = await line.call('POST', `${root}/tokens/generate`, {
        token: SECRET,
        json: { user: { id: 'admin' } },
      });
      assert.equal(made.status, 400);
      assert.match(made.json.error.message, /user\.id/);
    });

    it('are refreshed to the same conversation and user, while they last', async () => {
      const { token, id, user } = await line.visit();
      line.skew = 29 * MINUTE;
      const fresh = await line.call('POST', `${root}/tokens/refresh`, { token });
      assert.equal(fresh.status, 200);
      assert.equal(fresh.json.conversationId, id);
      assert.equal(decodeJwt(fresh.json.token).user, user);
      line.skew = 31 * MINUTE;
      const late = await line.call('POST', `${root}/tokens/refresh`, { token });
      assert.equal(late.status, 403);
      assert.equal(late.json.error.code, 'TokenExpired');
      assert.equal((await line.call('POST', `${root}/tokens/refresh`, { token: fresh.json.token })).status, 200);
    });
  });

  describe('the way in', () => {
    it('takes nobody without a bearer (401), nor with a bad or foreign one (403)', async () => {
      const { id, token } = await line.visit();
      const other = await line.visit();
      const [head, body] = token.split('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
      const foreign = await new SignJWT({ conversation: id, user: 'dl_x' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('shouwen')
        .setAudience('directline')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(SECRET));
      const streamToken = new URL(other.streamUrl).searchParams.get('t') ?? '';
      for (const path of [`/conversations/${id}`, `/conversations/${id}/activities`]) {
        assert.equal((await line.call('GET', root + path)).status, 401);
        for (const authorization of ['Basic abc', 'Bearer', token]) {
          assert.equal(
            (await line.call('GET', root + path, { headers: { authorization } })).status,
            401,
            authorization,
          );
        }
        const bad = ['garbage', `${SECRET}x`, `${head}.${body}.AAAA`, unsigned, foreign, streamToken, other.token];
        for (const given of bad) {
          const answer = await line.call('GET', root + path, { token: given });
          assert.equal(answer.status, 403, given);
          assert.equal(answer.json.error.code, 'Forbidden');
        }
      }
      assert.equal((await line.call('GET', `${root}/conversations/${id}`, { token })).status, 200);
    });

    it('shuts every address of a conversation to the token of another', async () => {
      const mine = await line.visit();
      const { token } = await line.visit();
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/activities'],
        ['POST', '/activities'],
        ['POST', '/upload'],
      ] as const) {
        const answer = await line.call(method, `${root}/conversations/${mine.id}${path}`, {
          token,
          ...(method === 'POST' ? { json: { type: 'message', text: 'x' } } : {}),
        });
        assert.equal(answer.status, 403, path);
      }
      assert.equal(line.store.accepted.filter((each) => each.conversation === mine.id).length, 1);
    });

    it('tells an expired token from a bad one', async () => {
      const { id, token } = await line.visit();
      line.skew = 31 * MINUTE;
      for (const [method, path] of [
        ['GET', `/conversations/${id}`],
        ['GET', `/conversations/${id}/activities`],
        ['POST', '/conversations'],
      ] as const) {
        const { status, json } = await line.call(method, root + path, { token });
        assert.deepEqual([status, json.error.code], [403, 'TokenExpired']);
      }
    });

    it('answers 404 only for what never was, and only to who holds the secret', async () => {
      const { id } = await line.visit();
      assert.equal((await line.call('GET', `${root}/conversations/${id}`, { token: SECRET })).status, 200);
      for (const path of ['', '/activities']) {
        const answer = await line.call('GET', `${root}/conversations/dl-nowhere${path}`, { token: SECRET });
        assert.equal(answer.status, 404);
      }
      const json = { type: 'message', text: 'x', from: { id: 'me' } };
      const post = await line.call('POST', `${root}/conversations/dl-nowhere/activities`, { token: SECRET, json });
      assert.equal(post.status, 404);
      const unstarted = (await line.call('POST', '/chat/token', { json: {} })).json;
      const path = `${root}/conversations/${unstarted.conversationId}`;
      assert.equal((await line.call('GET', path, { token: unstarted.token })).status, 200);
      assert.equal((await line.call('GET', `${path}/activities`, { token: unstarted.token })).status, 200);
    });
  });

  describe('POST /chat/token', () => {
    it('gives a newcomer a conversation, and a returning visitor theirs, also long after the token ended', async () => {
      const first = await line.call('POST', '/chat/token', { json: { locale: 'zh-Hant' } });
      assert.deepEqual(Object.keys(first.json).sort(), ['conversationId', 'expires_in', 'token', 'userId']);
      line.skew = 29 * DAY;
      const back = await line.call('POST', '/chat/token', { json: { token: first.json.token } });
      assert.equal(back.json.conversationId, first.json.conversationId);
      assert.equal(back.json.userId, first.json.userId);
      assert.equal((await line.call('POST', `${root}/conversations`, { token: back.json.token })).status, 201);
      assert.equal(line.store.accepted[0]?.inbound.activity.locale, 'zh-Hant');
      line.skew = 31 * DAY;
      const late = await line.call('POST', '/chat/token', { json: { token: first.json.token } });
      assert.notEqual(late.json.conversationId, first.json.conversationId);
    });

    it('begins anew for a token that is not ours, and for nobody', async () => {
      for (const options of [{ json: { token: 'junk' } }, { json: {} }, {}]) {
        const answer = await line.call('POST', '/chat/token', options);
        assert.equal(answer.status, 200);
        assert.match(answer.json.conversationId, /^dl-[\w-]{22}$/);
      }
    });
  });

  describe('POST /conversations', () => {
    it('is 201 and one arrival for the bot, then 200 and none', async () => {
      const { token } = (await line.call('POST', '/chat/token', { json: {} })).json;
      const options = { token, json: { user: {}, locale: 'en' } };
      const first = await line.call('POST', `${root}/conversations`, options);
      const second = await line.call('POST', `${root}/conversations`, options);
      assert.deepEqual([first.status, second.status], [201, 200]);
      assert.equal(line.store.accepted.length, 1);
      const { activity } = line.store.accepted[0]?.inbound ?? {};
      assert.equal(activity?.type, 'conversationUpdate');
      assert.equal(activity?.locale, 'en');
      assert.deepEqual(activity?.membersAdded, [{ id: decodeJwt(token).user }]);
      const url = new URL(first.json.streamUrl);
      assert.equal(url.protocol, 'ws:');
      assert.equal(url.host, new URL(line.base).host);
      const claims = decodeJwt(url.searchParams.get('t') ?? '');
      assert.equal((claims.exp ?? 0) - (claims.iat ?? 0), 120);
    });

    it('takes ten at once for one', async () => {
      const { token } = (await line.call('POST', '/chat/token', { json: {} })).json;
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => line.call('POST', `${root}/conversations`, { token, json: {} })),
      );
      assert.equal(answers.filter(({ status }) => status === 201).length, 1);
      assert.equal(line.store.accepted.length, 1);
    });

    it('is 503, not 500, while the store is down', async () => {
      const { token } = (await line.call('POST', '/chat/token', { json: {} })).json;
      line.store.health = 'down';
      const answer = await line.call('POST', `${root}/conversations`, { token, json: {} });
      assert.equal(answer.status, 503);
      assert.equal(answer.json.error.code, 'ServiceUnavailable');
    });

    it('works with the secret, which names the user', async () => {
      const started = await line.call('POST', `${root}/conversations`, {
        token: SECRET,
        json: { user: { id: 'dl_7' } },
      });
      assert.equal(started.status, 201);
      assert.equal(decodeJwt(started.json.token).user, 'dl_7');
    });

    it('gives an https page a wss address behind a proxy that says so', async () => {
      const { token } = (await line.call('POST', '/chat/token', { json: {} })).json;
      const headers = { 'x-forwarded-proto': 'https' };
      const started = await line.call('POST', `${root}/conversations`, { token, json: {}, headers });
      assert.match(started.json.streamUrl, /^wss:/);
    });
  });

  describe('GET …/activities', () => {
    const read = (visit: { id: string; token: string }, watermark: string) =>
      line.call('GET', `${root}/conversations/${visit.id}/activities?watermark=${watermark}`, { token: visit.token });

    it('goes on where the watermark says, and treats what is none as the beginning', async () => {
      const visit = await line.visit();
      line.say(visit.id, 'one', 'two');
      await new Promise((resolve) => setImmediate(resolve));
      const all = (await read(visit, '')).json;
      assert.equal(all.activities.length, 3);
      assert.equal(all.watermark, '3');
      assert.deepEqual((await read(visit, '3')).json, { activities: [], watermark: '3' });
      assert.equal((await read(visit, '2')).json.activities.length, 1);
      for (const odd of ['-1', 'abc', '1e3', '%00', '99999999999999999999', '4']) {
        assert.equal((await read(visit, odd)).json.activities.length, 3, odd);
      }
    });

    it('comes in pages', async () => {
      const visit = await line.visit();
      line.say(visit.id, ...Array.from({ length: 299 }, (_, index) => `m${index}`));
      const first = (await read(visit, '')).json;
      assert.equal(first.activities.length, 250);
      const second = (await read(visit, first.watermark)).json;
      assert.ok(second.activities.length >= 49);
      assert.equal(second.activities[0].channelData['webchat:sequence-id'], 250);
    });

    it('is 200 with nothing new while the store is down', async () => {
      const visit = await line.visit();
      line.store.health = 'down';
      const answer = await read(visit, '1');
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.json, { activities: [], watermark: '1' });
      const reconnect = await line.call('GET', `${root}/conversations/${visit.id}?watermark=1`, { token: visit.token });
      assert.equal(reconnect.status, 200);
      assert.match(reconnect.json.streamUrl, /watermark=1&t=/);
    });
  });

  it('answers preflights, and lets pages of other sites read every answer', async () => {
    const preflight = await line.call('OPTIONS', `${root}/conversations/x/activities`, {
      headers: { origin: 'https://shop.example', 'access-control-request-headers': 'authorization,x-ms-bot-agent' },
    });
    assert.equal(preflight.status, 204);
    const allowed = preflight.headers.get('access-control-allow-headers') ?? '';
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent']) assert.ok(allowed.includes(name), name);
    assert.equal((await line.call('OPTIONS', '/chat/token')).status, 204);
    const refused = await line.call('GET', `${root}/conversations/x`);
    assert.equal(refused.headers.get('access-control-allow-origin'), '*');
    assert.equal(refused.headers.get('access-control-allow-credentials'), null);
    assert.equal((await line.call('OPTIONS', '/api/cases')).headers.get('access-control-allow-origin'), null);
  });

  it('tells the session', async () => {
    const { id, token } = await line.visit();
    const answer = await line.call('GET', `${root}/session/getsessionid`, { token });
    assert.deepEqual([answer.status, answer.json], [200, { sessionId: id }]);
  });

  it('logs neither tokens nor words', async () => {
    const { id, token, streamUrl } = await line.visit();
    const json = { type: 'message', text: '我的密码是 hunter2' };
    await line.call('POST', `${root}/conversations/${id}/activities`, { token, json });
    await line.call('GET', streamUrl.replace(/^ws:\/\/[^/]+/, ''));
    const text = line.logged.join('\n');
    assert.ok(text.includes('/v3/directline/conversations/:id/activities'));
    assert.doesNotMatch(text, /hunter2|eyJ/);
  });
});
